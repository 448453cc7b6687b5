import type { Frame } from '../frame.ts';
import { languages, type Language } from '../language.ts';
import { inLanguage } from '../safe-href.ts';
import { textsIn } from '../texts/texts.ts';
import { Mark } from './icons.tsx';

const ownNames = { en: 'English', ru: 'Русский' } satisfies Record<Language, string>;

export function Header({ frame }: { readonly frame: Frame }) {
  return (
    <header class="top">
      <p class="brand">
        <Mark />
        <span>Blitz</span>
      </p>
      <nav class="languages" aria-label={textsIn(frame.language).frame.language}>
        {languages.map((language) => (
          <a
            href={inLanguage(frame.path, language)}
            lang={language}
            hreflang={language}
            aria-current={language === frame.language ? 'true' : undefined}
          >
            {ownNames[language]}
          </a>
        ))}
      </nav>
    </header>
  );
}
