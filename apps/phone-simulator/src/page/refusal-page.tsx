import type { Texts } from '../texts/en.ts';
import { page } from './layout.tsx';

/** What a person sees whose form was refused. */
export const refusalPage = (texts: Texts, detail: string): string =>
  page({
    texts,
    title: `${texts.refused} – ${texts.title}`,
    children: (
      <main class="note card">
        <h1>{texts.refused}</h1>
        <p>{detail}</p>
        <a class="button" href="/">
          {texts.back}
        </a>
      </main>
    ),
  });
