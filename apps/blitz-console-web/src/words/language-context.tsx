import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { firstLanguage, keepLanguage, type Language } from './language.ts';

interface Chosen {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const Context = createContext<Chosen>({ language: 'en', choose: () => undefined });

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const chosen = useMemo(() => ({
    language,
    choose: (next: Language) => {
      keepLanguage(next);
      setLanguage(next);
    },
  }), [language]);
  return <Context value={chosen}>{children}</Context>;
}

/** The language of the pages, and how to choose another. */
export function useLanguage(): Chosen {
  return useContext(Context);
}
