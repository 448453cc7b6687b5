/** Something the person at the keyboard can mend: one sentence and, where there is one, what to type. Shown without a stack. */
export class Refusal extends Error {
  constructor(sentence, type, options) {
    super(type === undefined ? sentence : `${sentence}\nType: ${type}`, options);
    this.name = 'Refusal';
  }
}

export function words(error) {
  return error instanceof Refusal ? error.message : (error?.stack ?? String(error));
}
