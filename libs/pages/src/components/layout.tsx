import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import { assetPath } from '../assets.ts';
import { cleanName } from '../clean-name.ts';
import type { Frame } from '../frame.ts';
import { ownPath } from '../safe-href.ts';
import { textsIn } from '../texts/texts.ts';
import { Header } from './header.tsx';

export interface PageProperties {
  readonly frame: Frame;
  readonly title: string;
  /** The title then says so first: it is what a screen reader reads first. */
  readonly failed?: boolean;
  /** Without scripts, the page gets itself again after so many seconds. */
  readonly refreshSec?: number;
  /** With the script that follows a call. */
  readonly live?: boolean;
  /** With this script of its own. */
  readonly script?: string;
  readonly children: ComponentChildren;
}

export function Page(properties: PageProperties) {
  const { frame, children } = properties;
  const texts = textsIn(frame.language);
  return (
    <html lang={frame.language}>
      <Head {...properties} />
      <body>
        <Header frame={frame} />
        <main class="card">{children}</main>
        <footer class="foot">
          <p>{texts.frame.promise}</p>
        </footer>
      </body>
    </html>
  );
}

function Head({ frame, title, failed = false, refreshSec, live = false, script }: PageProperties) {
  const prefix = failed ? `${textsIn(frame.language).frame.errorTitle}: ` : '';
  const application = cleanName(frame.applicationName);
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${prefix}${title} · ${application === undefined ? '' : `${application} · `}Blitz`}</title>
      <meta name="robots" content="noindex, nofollow" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#eef1f7" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0c0f16" />
      <meta name="format-detection" content="telephone=no" />
      {refreshSec === undefined ? null : (
        <noscript>
          <meta http-equiv="refresh" content={`${refreshSec}; url=${ownPath(frame.path)}`} />
        </noscript>
      )}
      <link rel="preload" as="font" type="font/woff2" crossOrigin="anonymous" href={assetPath(fontOf[frame.language])} />
      <link rel="stylesheet" href={assetPath('login.css')} />
      <link rel="icon" type="image/svg+xml" href={assetPath('mark.svg')} />
      <script type="module" src={assetPath('page.js')} />
      {live ? <script type="module" src={assetPath('live.js')} /> : null}
      {script === undefined ? null : <script type="module" src={assetPath(script)} />}
    </head>
  );
}

const fontOf = { en: 'onest-latin.woff2', ru: 'onest-cyrillic.woff2' } as const;

/** The whole document. */
export function wholePage(page: ReturnType<typeof Page>): string {
  return `<!doctype html>${render(page)}`;
}
