import { ClockIcon } from '../components/icons.tsx';
import { messagePage } from '../components/message.tsx';
import { Filled } from '../components/filled.tsx';
import type { Frame } from '../frame.ts';
import { textsIn } from '../texts/texts.ts';

export interface UnavailableModel {
  readonly frame: Frame;
  readonly correlationId: string;
  readonly retryHref?: string;
}

/** R19: something of ours is down, and nobody gets in because of it. */
export function unavailablePage({ frame, correlationId, retryHref }: UnavailableModel): string {
  const { unavailable, frame: texts } = textsIn(frame.language);
  return messagePage({
    frame,
    title: unavailable.title,
    text: unavailable.text,
    children: <p class="lead">{unavailable.ask}</p>,
    ways: [{ text: texts.tryAgain, href: retryHref }],
    facts: [{ name: texts.requestId, value: correlationId }],
  });
}

export interface TooManyModel {
  readonly frame: Frame;
  readonly waitSec: number;
  readonly retryHref?: string;
}

export function tooManyPage({ frame, waitSec, retryHref }: TooManyModel): string {
  const { tooMany, frame: texts, time } = textsIn(frame.language);
  return messagePage({
    frame,
    title: tooMany.title,
    text: <Filled text={tooMany.text} parts={{ duration: time.duration(waitSec) }} />,
    icon: <ClockIcon />,
    ways: [{ text: texts.tryAgain, href: retryHref }],
  });
}

export interface ErrorModel {
  readonly frame: Frame;
  /** An error code of OAuth 2.0 or OpenID Connect, or one of ours; those without words of their own get general ones. */
  readonly error: string;
  readonly correlationId?: string;
  readonly retryHref?: string;
  readonly returnHref?: string;
}

/** A request that can't be served. Its code is shown as it is only if it looks like one: it may come from a stranger's address. */
export function errorPage({ frame, error, correlationId, retryHref, returnHref }: ErrorModel): string {
  const { error: errors, frame: texts } = textsIn(frame.language);
  const words = Object.entries(errors.kinds).find(([kind]) => kind === error)?.[1] ?? errors;
  return messagePage({
    frame,
    title: words.title,
    text: words.text,
    ways: [
      { text: texts.tryAgain, href: retryHref },
      { text: texts.backToApplication, href: returnHref },
    ],
    facts: [
      ...(/^[a-z][a-z0-9_]{0,63}$/.test(error) ? [{ name: errors.code, value: error }] : []),
      ...(correlationId === undefined ? [] : [{ name: texts.requestId, value: correlationId }]),
    ],
  });
}

export function notFoundPage({ frame, startHref }: { readonly frame: Frame; readonly startHref?: string }): string {
  const { notFound, frame: texts } = textsIn(frame.language);
  return messagePage({ frame, ...notFound, ways: [{ text: texts.startAgain, href: startHref }] });
}
