import { Cancel } from '../components/cancel.tsx';
import { Filled } from '../components/filled.tsx';
import { Heading } from '../components/heading.tsx';
import { AlertIcon } from '../components/icons.tsx';
import { Page, wholePage } from '../components/layout.tsx';
import { MaskedNumber } from '../components/masked-number.tsx';
import { OtherMethods } from '../components/methods.tsx';
import type { Frame, Method } from '../frame.ts';
import { textsIn } from '../texts/texts.ts';

export interface NotCallableModel {
  readonly frame: Frame;
  readonly maskedNumber: string;
  readonly otherMethods: readonly Method[];
  readonly cancelAction?: string;
}

/** The administrator has no calls made to numbers of this type or country. */
export function notCallablePage({ frame, maskedNumber, otherMethods, cancelAction }: NotCallableModel): string {
  const { notCallable, blocked } = textsIn(frame.language);
  return wholePage(
    <Page frame={frame} title={notCallable.title} failed>
      <Heading frame={frame} title={notCallable.title} icon={<AlertIcon />} tone="bad" />
      <p class="lead" role="alert">
        <Filled text={notCallable.text} parts={{ number: <MaskedNumber language={frame.language} number={maskedNumber} /> }} />
      </p>
      {otherMethods.length > 0 ? (
        <OtherMethods heading={blocked.elsewise} methods={otherMethods} forward />
      ) : (
        <p class="lead">{notCallable.noOther}</p>
      )}
      <Cancel frame={frame} action={cancelAction} />
    </Page>,
  );
}
