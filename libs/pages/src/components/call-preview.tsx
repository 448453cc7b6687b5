import type { Language } from '../language.ts';
import { textsIn } from '../texts/texts.ts';
import { RingingIcon } from './icons.tsx';

/** What the telephone will show, with the place of the digits marked. The words below it say the same. */
export function CallPreview({ language, codeLength }: { readonly language: Language; readonly codeLength: number }) {
  return (
    <div class="preview" aria-hidden="true">
      <span class="preview-icon">
        <RingingIcon />
      </span>
      <span class="preview-text">
        <span class="preview-title">{textsIn(language).offer.incomingCall}</span>
        <span class="preview-number">
          + ··· ···{' '}
          <span class="preview-digits">
            {Array.from({ length: codeLength }, () => (
              <span />
            ))}
          </span>
        </span>
      </span>
    </div>
  );
}
