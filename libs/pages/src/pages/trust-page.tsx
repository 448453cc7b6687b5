import { Form } from '../components/form.tsx';
import { Heading } from '../components/heading.tsx';
import { ShieldIcon } from '../components/icons.tsx';
import { Page, wholePage } from '../components/layout.tsx';
import type { Frame } from '../frame.ts';
import { textsIn } from '../texts/texts.ts';

export interface TrustModel {
  readonly frame: Frame;
  /** Receives `action` = `trust` or `do_not_trust`. */
  readonly action: string;
  readonly days: number;
  /** Left unused for so many days, the browser is forgotten before its time. */
  readonly idleDays?: number;
}

export function trustPage({ frame, action, days, idleDays }: TrustModel): string {
  const texts = textsIn(frame.language).trust;
  return wholePage(
    <Page frame={frame} title={texts.title}>
      <Heading frame={frame} title={texts.title} icon={<ShieldIcon />} tone="good" />
      <p class="lead">{idleDays !== undefined && idleDays < days ? texts.textIfUsed(days, idleDays) : texts.text(days)}</p>
      <p class="lead">{texts.warning}</p>
      <Form frame={frame} action={action} class="stack">
        <button class="button" name="action" value="trust">
          {texts.trust}
        </button>
        <button class="button quiet" name="action" value="do_not_trust">
          {texts.doNotTrust}
        </button>
      </Form>
    </Page>,
  );
}
