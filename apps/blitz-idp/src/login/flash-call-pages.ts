import { maskPhoneNumber } from '@blitz/accounts';
import {
  type ChallengeIds,
  type Challenges,
  type FlashCallSettings,
  phoneOf,
  viewOf,
  type CallView,
  type EntryAnswer,
  type FactorTable,
} from '@blitz/factors';
import { DomainError, type Clock } from '@blitz/kernel';
import { blockedPage, callOfferPage, closedPage, codePage, notCallablePage, type Frame, type Language, type Method } from '@blitz/pages';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CallRefusal, CallRefusals } from './call-refusals.ts';
import type { Frames } from './frames.ts';
import { liveOf } from './live-of.ts';
import type { LoginErrorCode } from './login-errors.ts';
import { otherMethods } from './other-methods.ts';
import { paths, to } from './paths.ts';
import type { LoginVisit } from './read-login.ts';
import { goTo, replyWith } from './reply-with.ts';
import { describeRefusal } from './describe-refusal.ts';
import { describeCall } from './describe-call.ts';
import { wantsJson } from './wants-json.ts';

type RefusedKind = Exclude<EntryAnswer['kind'], 'right'>;
const shownErrors = ['wrong', 'malformed', 'not_yet', 'superseded', 'not_confirmed', 'in_check'] as const;
type ShownError = (typeof shownErrors)[number];

/** The address still says so when the page is drawn anew, and by then it is no longer true. */
const isOver = (error: ShownError, view: CallView): boolean => error === 'not_yet' && view.kind === 'open' && view.state === 'awaiting';

/** What the pages of the incoming call are drawn from. */
export interface CallPageSources {
  readonly challenges: Challenges;
  readonly challengeIds: ChallengeIds;
  readonly refusals: CallRefusals;
  readonly settings: FlashCallSettings;
  readonly clock: Clock;
  readonly factors: FactorTable;
  readonly secondMethods: () => readonly string[];
}

/** The pages of the incoming call, one for each state that the account's challenge can be in. */
export class FlashCallPages {
  constructor(
    private readonly frames: Frames,
    private readonly sources: CallPageSources,
  ) {}

  /** Draws where the call stands. `confirmed`: this login has its call behind it, also when it comes here by the back button. */
  async show(
    request: FastifyRequest,
    reply: FastifyReply,
    visit: LoginVisit,
    told: { readonly error: string | undefined; readonly ask: (challengeId: string) => void },
  ): Promise<'shown' | 'confirmed'> {
    if (visit.login.proved.includes('flashCall')) return 'confirmed';
    const { view, maskedNumber } = await this.look(visit);
    // The answer to the press may never have arrived: what this page asks for is what its entry has to name.
    if ('challengeId' in view && view.challengeId !== visit.ticket.challengeId) told.ask(view.challengeId);
    const refusal = await this.sources.refusals.find(request, visit, view);
    const frame = await this.frames.of(request, visit);
    const shown = shownErrors.find((each) => each === told.error && !isOver(each, view));
    const draw = (): string => this.#draw(frame, visit, { view, maskedNumber, refusal }, shown);
    const limits = this.sources.settings.limits();
    await replyWith(request, reply, {
      html: draw,
      json: () => ({ ...describeCall(view, limits, maskedNumber, this.sources.clock.now()), ...describeRefusal(view, refusal), csrf: frame.csrf, ...links(visit.bo) }),
    });
    return 'shown';
  }

  /** The second factors that this account can be asked for. */
  methods(visit: LoginVisit, language: Language): Method[] {
    return otherMethods(visit, this.sources.secondMethods(), this.sources.factors, language, undefined);
  }

  /** What language the person's pages are in: some providers speak. */
  language(request: FastifyRequest, visit: LoginVisit): Language {
    return this.frames.language(request, visit.interaction.params['ui_locales']);
  }

  /** Whether the incoming call is switched on at all. */
  isOffered(): boolean {
    return this.sources.secondMethods().includes('flashCall');
  }

  async look(visit: LoginVisit): Promise<{ readonly view: CallView; readonly maskedNumber: string }> {
    const { challenges, settings, clock } = this.sources;
    const phoneNumber = phoneOf(visit.account, settings);
    if (phoneNumber === undefined) throw new DomainError<LoginErrorCode>('phone_missing');
    const standing = await challenges.look(visit.account.sub);
    const asked = this.#askedOfThisPhone(visit);
    const view = viewOf(standing, { login: visit.login.id, asked, now: clock.now() }, settings.limits());
    return { view: asked === undefined ? this.#closed(view, visit) : view, maskedNumber: maskPhoneNumber(phoneNumber) };
  }

  /** The challenge of this browser, unless it rang a phone that is the account's no more. */
  #askedOfThisPhone({ ticket: { challengeId }, account }: LoginVisit): string | undefined {
    return challengeId !== undefined && this.sources.challengeIds.isOf(challengeId, account) ? challengeId : undefined;
  }

  /** Digits of a call to another phone would not help: the page says so before they are typed (security 23). */
  #closed(view: CallView, { ticket, account }: LoginVisit): CallView {
    if (view.kind !== 'open' || this.sources.challengeIds.isOf(view.challengeId, account)) return view;
    const { press, nextCallInSec } = view;
    return { kind: 'closed', because: 'number_changed', challengeId: ticket.challengeId ?? view.challengeId, press, nextCallInSec };
  }

  /** A code that did not help: browsers are led to the page that says so, headless clients are told at once. */
  async refuse(request: FastifyRequest, reply: FastifyReply, answer: EntryAnswer, location: string): Promise<void> {
    if (!wantsJson(request)) return goTo(request, reply, location);
    const code = answer.kind === 'right' ? undefined : vendorCodes[answer.kind];
    const body = { errors: [{ code }], ...remaining(answer), next: location };
    const status = answer.kind === 'blocked' ? 429 : 400;
    return replyWith(request, reply, { status, html: () => '', json: () => body });
  }

  #draw(frame: Frame, visit: LoginVisit, { view, maskedNumber, refusal }: Drawn, error: ShownError | undefined): string {
    const { settings, clock, factors, secondMethods } = this.sources;
    const { codeLength } = settings.limits();
    const others = otherMethods(visit, secondMethods(), factors, frame.language, 'flashCall');
    const action = to(paths.postCall, visit.bo);
    const common = { frame, maskedNumber, codeLength, otherMethods: others, cancelAction: to(paths.cancel, visit.bo) };
    // A code that is on its way, or there, counts still.
    if (refusal?.kind === 'not_callable' && view.kind !== 'open') return notCallablePage(common);
    const limited = refusal?.kind === 'limited' ? { limited: refusal } : {};
    switch (view.kind) {
      case 'blocked':
        return blockedPage({ ...common, until: view.until, now: clock.now() });
      case 'closed': {
        const { because, press, nextCallInSec } = view;
        return closedPage({ ...common, ...limited, because, action, press: String(press), nextCallInSec });
      }
      case 'open': {
        const live = liveOf(view);
        return codePage({
          ...common,
          ...limited,
          ...view,
          ...(live === undefined ? {} : { live }),
          press: String(view.press),
          action: to(paths.postCode, visit.bo),
          callAgainAction: action,
          eventsUrl: to(paths.events, visit.bo),
          ...(error === undefined ? {} : { error }),
        });
      }
      case 'confirmed':
      case 'offered':
        return callOfferPage({ ...common, action, ...offer(view), ...(refusal?.kind === 'limited' ? { notice: refusal } : {}) });
    }
  }
}

/** What a page is drawn from, as it stands now. */
interface Drawn {
  readonly view: CallView;
  readonly maskedNumber: string;
  readonly refusal: CallRefusal | undefined;
}

type Offered = Extract<CallView, { kind: 'offered' | 'confirmed' }>;

function offer(view: Offered): Pick<Parameters<typeof callOfferPage>[0], 'press' | 'notice' | 'budgetLeft'> {
  // Confirmed for a login that is not: its code was used up elsewhere, and only another call helps.
  if (view.kind === 'confirmed') return { press: '1' };
  const { press, nextCallInSec, superseded, budgetLeft } = view;
  const waiting = nextCallInSec > 0 ? ({ notice: { kind: 'waiting', waitSec: nextCallInSec } } as const) : {};
  return { press: String(press), budgetLeft, ...(superseded ? { notice: { kind: 'superseded' } as const } : waiting) };
}

function links(bo: string): Record<string, string> {
  return { call: to(paths.postCall, bo), enter: to(paths.postCode, bo), events: to(paths.events, bo) };
}

/** The vendor's codes where they are known. */
const vendorCodes = {
  wrong: 'invalid_otp',
  malformed: 'malformed_otp',
  closed: 'expired',
  used: 'expired',
  unknown: 'login_over',
  superseded: 'expired',
  not_placed: 'not_placed',
  not_confirmed: 'not_confirmed',
  in_check: 'in_check',
  blocked: 'no_attempts',
} as const satisfies Record<RefusedKind, string>;

function remaining(answer: EntryAnswer): Record<string, unknown> {
  if (answer.kind === 'malformed') return {};
  const because = answer.because === undefined ? {} : { because: answer.because };
  const until = answer.blockedUntil > 0 ? { blocked_until: answer.blockedUntil } : {};
  return { remain_attempts: answer.triesLeft, ...because, ...until };
}
