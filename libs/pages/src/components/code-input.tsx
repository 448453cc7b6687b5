import type { Language } from '../language.ts';
import { textsIn } from '../texts/texts.ts';

/** A whole telephone number, generously written, must fit when it is pasted (R6). */
const longestEntry = 40;

interface CodeInputProperties {
  readonly language: Language;
  readonly codeLength: number;
  /** The part of the caller's number that is known beforehand. */
  readonly knownPrefix: string | undefined;
  /** The message that says what is wrong with the last entry. */
  readonly errorId: string | undefined;
}

/**
 * One real input, so that typing, pasting, filling in by the system and screen readers work as everywhere; the boxes lie
 * behind it and are only drawn.
 */
export function CodeInput({ language, codeLength, knownPrefix, errorId }: CodeInputProperties) {
  const { label } = textsIn(language).code;
  return (
    <div class="field">
      <label for="code">{label(codeLength)}</label>
      <div class="code" data-length={codeLength}>
        {knownPrefix === undefined ? null : <span class="code-prefix">{knownPrefix}</span>}
        <div class="boxes">
          <div class="cells" aria-hidden="true">
            {Array.from({ length: codeLength }, () => (
              <span />
            ))}
          </div>
          <input
            id="code"
            name="code"
            type="text"
            inputMode="numeric"
            autoComplete="one-time-code"
            autocapitalize="off"
            spellcheck={false}
            maxLength={longestEntry}
            required
            autoFocus
            aria-invalid={errorId === undefined ? undefined : 'true'}
            aria-describedby={errorId === undefined ? 'code-limits' : `${errorId} code-limits`}
          />
        </div>
      </div>
    </div>
  );
}
