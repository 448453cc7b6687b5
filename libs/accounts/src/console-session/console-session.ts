/** Somebody at work in blitz-console, in one browser. What they may do is not kept here: it is asked for with every request. */
export interface ConsoleSession {
  readonly sub: string;
  /** `link`: by a one-time link of the command line, without a login at blitz-idp. */
  readonly enteredBy: 'login' | 'link';
  readonly openedAt: number;
  /** When it ends even if something happens in it. */
  readonly endsAt: number;
  /** Until then the person counts as having just proved who they are. */
  readonly freshUntil: number;
}

export interface LiveConsoleSession extends ConsoleSession {
  /** When it ends if nothing more happens. */
  readonly expiresAt: number;
}

const minuteMs = 60_000;

export const consoleSessionTimes = {
  idleMs: 15 * minuteMs,
  longestMs: 8 * 60 * minuteMs,
  freshMs: 5 * minuteMs,
  byLink: { longestMs: 60 * minuteMs, freshMs: 15 * minuteMs },
} as const;
