export interface BlitzConfProblem {
  readonly file: string;
  readonly line: number;
  /** Below the prefix (`login.required-factor`), or a whole path for what stands outside of it; empty for a syntax error. */
  readonly key: string;
  readonly expected: string;
  /** What stands there instead, if it may be shown. */
  readonly found?: string;
}

/** blitz.conf can't be used. Holds all problems at once, so that an administrator mends them in one go. */
export class BlitzConfInvalid extends Error {
  /** Whoever starts a service hears it as it stands, without a stack. */
  readonly forOperators = true;

  constructor(readonly problems: readonly BlitzConfProblem[]) {
    super(['The settings can not be used:', ...problems.map(written)].join('\n'));
    this.name = 'BlitzConfInvalid';
  }
}

function written({ file, line, key, expected, found }: BlitzConfProblem): string {
  // A file that can't be read has no line to look at.
  const unread = `a readable file: ${file} `;
  if (expected.startsWith(unread)) return `  ${file} ${expected.slice(unread.length)} (BLITZ_CONFIG says which file is read)`;
  return `  ${file}:${String(line)}  ${key === '' ? '' : `${key}: `}expected ${expected}${found === undefined ? '' : `, found ${found}`}`;
}
