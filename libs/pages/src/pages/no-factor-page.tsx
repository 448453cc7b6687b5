import { Cancel } from '../components/cancel.tsx';
import { messagePage } from '../components/message.tsx';
import type { Frame } from '../frame.ts';
import { textsIn } from '../texts/texts.ts';

export interface NoFactorModel {
  readonly frame: Frame;
  /** `no_phone`: R15. `none`: no second factor at all is available to the account. */
  readonly because: 'no_phone' | 'none';
  readonly startAgainHref?: string;
  readonly cancelAction?: string;
}

export function noFactorPage({ frame, because, startAgainHref, cancelAction }: NoFactorModel): string {
  const { noFactor, frame: texts } = textsIn(frame.language);
  return messagePage({
    frame,
    title: because === 'no_phone' ? noFactor.title : noFactor.titleNone,
    text: noFactor[because],
    children: (
      <>
        <p class="lead">{noFactor.ask}</p>
        <Cancel frame={frame} action={cancelAction} />
      </>
    ),
    ways: [{ text: texts.startAgain, href: startAgainHref }],
  });
}
