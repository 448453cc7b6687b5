import { Form, type HiddenField } from '../components/form.tsx';
import { Heading } from '../components/heading.tsx';
import { LeaveIcon } from '../components/icons.tsx';
import { Page, wholePage } from '../components/layout.tsx';
import type { Frame } from '../frame.ts';
import { textsIn } from '../texts/texts.ts';

export interface LogoutModel {
  readonly frame: Frame;
  /** Receives `logout` = `yes` from the one button and nothing from the other. */
  readonly action: string;
  readonly hidden: readonly HiddenField[];
}

export function logoutPage({ frame, action, hidden }: LogoutModel): string {
  const texts = textsIn(frame.language).logout;
  return wholePage(
    <Page frame={frame} title={texts.title}>
      <Heading frame={frame} title={texts.title} icon={<LeaveIcon />} />
      <p class="lead">{texts.text}</p>
      <Form frame={frame} action={action} hidden={hidden} class="stack">
        <button class="button" name="logout" value="yes">
          {texts.yes}
        </button>
        <button class="button quiet">{texts.no}</button>
      </Form>
    </Page>,
  );
}
