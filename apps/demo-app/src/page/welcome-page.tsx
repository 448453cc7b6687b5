import type { Texts } from '../texts/en.ts';
import { page } from './layout.tsx';

function OtherWays({ texts, issuer }: { readonly texts: Texts; readonly issuer: URL }) {
  return (
    <section class="card">
      <h2>{texts.otherWays}</h2>
      <ul class="ways">
        {Object.entries(texts.ways).map(([path, words]) => (
          <li key={path}>
            <a href={path}>{words}</a>
            <code>{path}</code>
          </li>
        ))}
      </ul>
      <p class="about">
        {texts.provider}: <code>{issuer.href}</code>
      </p>
    </section>
  );
}

export const welcomePage = (texts: Texts, issuer: URL): string =>
  page({
    texts,
    children: (
      <main class="welcome">
        <section class="hero">
          <h1>{texts.welcomeHeading}</h1>
          <p class="lead">{texts.welcomeLead}</p>
          <a class="button big" href="/login">
            {texts.logIn}
          </a>
          <ol class="steps">
            {texts.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
        <OtherWays texts={texts} issuer={issuer} />
      </main>
    ),
  });
