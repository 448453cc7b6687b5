import { CheckIcon, ClockIcon } from '../components/icons.tsx';
import { messagePage } from '../components/message.tsx';
import type { Frame } from '../frame.ts';
import { textsIn } from '../texts/texts.ts';

/** A login that can't go on here, through nobody's fault. */
export interface LoginStateModel {
  readonly frame: Frame;
  /** Where the application takes people in. */
  readonly returnHref?: string;
}

export function cookiesPage({ frame, retryHref }: { readonly frame: Frame; readonly retryHref?: string }): string {
  const { cookies, frame: texts } = textsIn(frame.language);
  return messagePage({ frame, ...cookies, ways: [{ text: texts.tryAgain, href: retryHref }] });
}

export function otherBrowserPage({ frame, returnHref }: LoginStateModel): string {
  const { otherBrowser, frame: texts } = textsIn(frame.language);
  return messagePage({ frame, ...otherBrowser, ways: [{ text: texts.backToApplication, href: returnHref }] });
}

export function loginOverPage({ frame, returnHref }: LoginStateModel): string {
  const { loginOver, frame: texts } = textsIn(frame.language);
  return messagePage({ frame, ...loginOver, icon: <ClockIcon />, ways: [{ text: texts.startAgain, href: returnHref }] });
}

export function alreadyDonePage({ frame, returnHref }: LoginStateModel): string {
  const { alreadyDone, frame: texts } = textsIn(frame.language);
  return messagePage({
    frame,
    ...alreadyDone,
    icon: <CheckIcon />,
    tone: 'good',
    ways: [{ text: texts.backToApplication, href: returnHref }],
  });
}

export function loggedOutPage({ frame, returnHref }: LoginStateModel): string {
  const { loggedOut, frame: texts } = textsIn(frame.language);
  return messagePage({
    frame,
    ...loggedOut,
    icon: <CheckIcon />,
    tone: 'good',
    ways: [{ text: texts.backToApplication, href: returnHref }],
  });
}
