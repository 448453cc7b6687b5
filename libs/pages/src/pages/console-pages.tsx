import { Heading } from '../components/heading.tsx';
import { CheckIcon } from '../components/icons.tsx';
import { Page, wholePage } from '../components/layout.tsx';
import { messagePage } from '../components/message.tsx';
import type { Frame } from '../frame.ts';
import { consoleEn } from '../texts/console-en.ts';
import { textsIn } from '../texts/texts.ts';

export type ConsoleRefusal = keyof typeof consoleEn.refused;

export function isConsoleRefusal(text: unknown): text is ConsoleRefusal {
  return typeof text === 'string' && Object.hasOwn(consoleEn.refused, text);
}

export interface ConsoleRefusedModel {
  readonly frame: Frame;
  readonly because: ConsoleRefusal;
  readonly loginHref: string;
  /** To log in as somebody else, although somebody is logged in. */
  readonly otherHref: string;
}

/** Nobody was let into the console, and why. */
export function consoleRefusedPage({ frame, because, loginHref, otherHref }: ConsoleRefusedModel): string {
  const { refused, logIn, other } = textsIn(frame.language).console;
  const isSomebody = because === 'not_administrator' || because === 'factor_missing';
  return messagePage({ frame, ...refused[because], ways: [isSomebody ? { text: other, href: otherHref } : { text: logIn, href: loginHref }] });
}

export function consoleLoggedOutPage({ frame, loginHref }: Pick<ConsoleRefusedModel, 'frame' | 'loginHref'>): string {
  const { loggedOut, logIn } = textsIn(frame.language).console;
  return messagePage({ frame, ...loggedOut, icon: <CheckIcon />, tone: 'good', ways: [{ text: logIn, href: loginHref }] });
}

export interface ConsoleEnterModel {
  readonly frame: Frame;
  /** Where the token goes. */
  readonly action: string;
  readonly refusedHref: string;
}

/** Behind a one-time link. What stands behind its # is known to the browser alone: a script sends it when the person presses. */
export function consoleEnterPage({ frame, action, refusedHref }: ConsoleEnterModel): string {
  const { enter } = textsIn(frame.language).console;
  return wholePage(
    <Page frame={frame} title={enter.title} script="enter.js">
      <Heading frame={frame} title={enter.title} />
      <p class="lead">{enter.text}</p>
      <p class="stack">
        <button class="button" type="button" hidden data-enter={action} data-refused={refusedHref}>
          {enter.button}
        </button>
      </p>
      <noscript>
        <p class="lead">{enter.script}</p>
      </noscript>
    </Page>,
  );
}
