import { Cancel } from '../components/cancel.tsx';
import { Heading } from '../components/heading.tsx';
import { Page, wholePage } from '../components/layout.tsx';
import { MethodList } from '../components/methods.tsx';
import type { Frame, Method } from '../frame.ts';
import { textsIn } from '../texts/texts.ts';

export interface MethodsModel {
  readonly frame: Frame;
  readonly methods: readonly Method[];
  readonly cancelAction?: string;
}

export function methodsPage({ frame, methods, cancelAction }: MethodsModel): string {
  const texts = textsIn(frame.language).methods;
  return wholePage(
    <Page frame={frame} title={texts.title}>
      <Heading frame={frame} title={texts.title} />
      <p class="lead">{texts.lead}</p>
      <MethodList methods={methods} />
      <Cancel frame={frame} action={cancelAction} />
    </Page>,
  );
}
