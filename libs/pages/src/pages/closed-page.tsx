import { CallAgain } from '../components/call-again.tsx';
import { Cancel } from '../components/cancel.tsx';
import { Filled } from '../components/filled.tsx';
import { Heading } from '../components/heading.tsx';
import { AlertIcon, ClockIcon } from '../components/icons.tsx';
import { Page, wholePage } from '../components/layout.tsx';
import { MaskedNumber } from '../components/masked-number.tsx';
import { OtherMethods } from '../components/methods.tsx';
import type { Frame, Method } from '../frame.ts';
import { textsIn } from '../texts/texts.ts';

/** Why only another call helps. */
export type Closing =
  | 'burned'
  | 'expired'
  | 'late'
  | 'interrupted'
  | 'not_queued'
  | 'reset'
  | 'number_changed'
  | 'code_too_short'
  | 'provider_refused'
  | 'provider_unavailable'
  | 'provider_failed';

export interface ClosedModel {
  readonly frame: Frame;
  readonly because: Closing;
  /** Where "Call again" goes. */
  readonly action: string;
  readonly press: string;
  readonly maskedNumber: string;
  readonly nextCallInSec: number;
  /** Too many calls were made; both moments by the server's clock. */
  readonly limited?: { readonly until: number; readonly now: number };
  readonly otherMethods: readonly Method[];
  readonly cancelAction?: string;
}

export function closedPage(model: ClosedModel): string {
  const { frame, because, action, press, maskedNumber, nextCallInSec, limited, otherMethods, cancelAction } = model;
  const { closed, methods, offer } = textsIn(frame.language);
  const { title, text } = closed[because];
  return wholePage(
    <Page frame={frame} title={title} failed>
      <Heading frame={frame} title={title} icon={because === 'expired' ? <ClockIcon /> : <AlertIcon />} tone="bad" />
      <p class="lead" role="alert">
        {text}
      </p>
      <p class="lead">
        <Filled text={offer.lead} parts={{ number: <MaskedNumber language={frame.language} number={maskedNumber} /> }} />
      </p>
      <CallAgain frame={frame} action={action} press={press} waitSec={nextCallInSec} limited={limited} />
      <OtherMethods
        heading={limited === undefined ? methods.other : methods.putForward}
        methods={otherMethods}
        forward={limited !== undefined}
      />
      <Cancel frame={frame} action={cancelAction} />
    </Page>,
  );
}
