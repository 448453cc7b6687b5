import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { Texts } from '../texts/en.ts';

interface Shown {
  readonly texts: Texts;
  readonly title: string;
  /** Without scripts the page reloads by itself. */
  readonly reloads?: boolean;
  readonly children: ComponentChildren;
}

function Layout({ texts, title, reloads = false, children }: Shown) {
  return (
    <html lang={texts.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/page.css" />
        <script src="/assets/page.js" defer />
        {reloads && (
          <noscript>
            <meta http-equiv="refresh" content="5" />
          </noscript>
        )}
      </head>
      <body>
        <header class="top">
          <a class="brand" href="/">
            <img src="/assets/icon.svg" alt="" width="32" height="32" />
            {texts.title}
          </a>
          <span class="tag">{texts.tag}</span>
          <span class="live" hidden data-live={texts.live} data-offline={texts.offline} role="status" />
        </header>
        {children}
      </body>
    </html>
  );
}

export const page = (shown: Shown): string => `<!doctype html>${render(<Layout {...shown} />)}`;
