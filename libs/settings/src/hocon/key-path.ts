import type { Written } from './tokens.ts';

/**
 * `a."b.c".d e` → `['a', 'b.c', 'd e']`: dots part a path, except between quotation marks.
 * @returns undefined if a step of the path is missing (`a..b`, `.a`, nothing at all).
 */
export function keyPath(written: readonly Written[]): readonly string[] | undefined {
  const steps: { text: string; quoted: boolean }[] = [{ text: '', quoted: false }];
  for (const piece of written) {
    const last = steps[steps.length - 1];
    if (piece.kind === 'string') {
      if (last !== undefined) steps[steps.length - 1] = { text: last.text.trimStart() + piece.text, quoted: true };
      continue;
    }
    const [first = '', ...more] = piece.text.split('.');
    if (last !== undefined && !(last.quoted && piece.kind === 'space'))
      steps[steps.length - 1] = { ...last, text: last.text + first };
    for (const text of more) steps.push({ text, quoted: false });
  }
  const path = steps.map((step) => (step.quoted ? step.text : step.text.trim()));
  return steps.some((step, index) => !step.quoted && path[index] === '') ? undefined : path;
}

/** The path as a person writes it in the file: steps that need quotation marks get them, list positions are `[0]`. */
export function writtenPath(path: readonly (string | number)[]): string {
  return path
    .map((step) =>
      typeof step === 'number' ? `[${String(step)}]` : `.${/^[A-Za-z_][\w-]*$/.test(step) ? step : JSON.stringify(step)}`,
    )
    .join('')
    .replace(/^\./, '');
}
