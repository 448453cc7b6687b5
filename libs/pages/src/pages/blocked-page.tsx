import { Cancel } from '../components/cancel.tsx';
import { Filled } from '../components/filled.tsx';
import { Heading } from '../components/heading.tsx';
import { ClockIcon } from '../components/icons.tsx';
import { Page, wholePage } from '../components/layout.tsx';
import { OtherMethods } from '../components/methods.tsx';
import { Until } from '../components/moment.tsx';
import type { Frame, Method } from '../frame.ts';
import { safeHref } from '../safe-href.ts';
import { textsIn } from '../texts/texts.ts';

export interface BlockedModel {
  readonly frame: Frame;
  /** Both in milliseconds since the epoch, by the server's clock. */
  readonly until: number;
  readonly now: number;
  readonly otherMethods: readonly Method[];
  readonly backHref?: string;
  readonly cancelAction?: string;
}

/** R9: until when, and what works meanwhile. */
export function blockedPage({ frame, until, now, otherMethods, backHref, cancelAction }: BlockedModel): string {
  const { blocked, frame: texts } = textsIn(frame.language);
  const back = safeHref(backHref);
  return wholePage(
    <Page frame={frame} title={blocked.title} failed>
      <Heading frame={frame} title={blocked.title} icon={<ClockIcon />} tone="bad" />
      <div role="alert">
        <p class="lead">{blocked.text}</p>
        <p class="lead strong">
          <Filled text={blocked.until} parts={{ when: <Until language={frame.language} at={until} now={now} /> }} />
        </p>
      </div>
      {otherMethods.length > 0 ? (
        <OtherMethods heading={blocked.elsewise} methods={otherMethods} forward />
      ) : (
        <p class="lead">{blocked.noOther}</p>
      )}
      {back === undefined ? null : (
        <a class="button quiet" href={back}>
          {texts.backToApplication}
        </a>
      )}
      <Cancel frame={frame} action={cancelAction} />
    </Page>,
  );
}
