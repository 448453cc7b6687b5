/** The languages of the pages. A dictionary that lacks one of them does not compile. */
export type Language = 'en' | 'ru';

export const languages: readonly { readonly code: Language; readonly name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'ru', name: 'Русский' },
];

const place = 'blitz-console-language';

/** What was chosen, else what the browser asks for. */
export function firstLanguage(): Language {
  return /^ru\b/i.test(keptLanguage() ?? navigator.language) ? 'ru' : 'en';
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(place, language);
  } catch {
    // Storage is switched off: the choice lasts until the page is closed.
  }
}

function keptLanguage(): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}
