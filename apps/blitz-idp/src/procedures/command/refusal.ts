/** What the person at the keyboard can mend, in a sentence. */
export class Refusal extends Error {}
