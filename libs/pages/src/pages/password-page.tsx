import { Filled } from '../components/filled.tsx';
import { Form } from '../components/form.tsx';
import { Heading } from '../components/heading.tsx';
import { EyeIcon } from '../components/icons.tsx';
import { Page, wholePage } from '../components/layout.tsx';
import { Until } from '../components/moment.tsx';
import { Note } from '../components/note.tsx';
import type { Frame } from '../frame.ts';
import { safeHref } from '../safe-href.ts';
import { textsIn } from '../texts/texts.ts';

/** The same for accounts that exist and those that don't (R18). */
export type PasswordError =
  | { readonly error: 'wrong' | 'empty' | 'busy' }
  | { readonly error: 'wait'; readonly waitSec: number }
  | { readonly error: 'blocked'; readonly until: number; readonly now: number };

export interface PasswordModel {
  readonly frame: Frame;
  readonly action: string;
  readonly loginHint?: string;
  readonly failure?: PasswordError;
}

export function passwordPage({ frame, action, loginHint = '', failure }: PasswordModel): string {
  const texts = textsIn(frame.language).password;
  const recovery = safeHref(frame.recoveryUrl);
  const marks = failure === undefined ? {} : ({ 'aria-invalid': 'true', 'aria-describedby': 'failure' } as const);
  return wholePage(
    <Page frame={frame} title={texts.title} failed={failure !== undefined}>
      <Heading frame={frame} title={texts.title} />
      {failure === undefined ? null : <Failure frame={frame} failure={failure} />}
      <Form frame={frame} action={action} class="stack">
        <LoginField label={texts.login} value={loginHint} marks={marks} />
        <PasswordField label={texts.password} show={texts.show} focused={loginHint !== ''} marks={marks} />
        <button class="button">{texts.submit}</button>
      </Form>
      {recovery === undefined ? null : (
        <p class="aside">
          <a href={recovery}>{texts.recovery}</a>
        </p>
      )}
    </Page>,
  );
}

interface FieldProperties {
  readonly label: string;
  readonly marks: { readonly 'aria-invalid'?: 'true'; readonly 'aria-describedby'?: string };
}

function LoginField({ label, value, marks }: FieldProperties & { readonly value: string }) {
  return (
    <div class="field">
      <label for="login">{label}</label>
      <input
        id="login"
        name="login"
        type="text"
        value={value}
        autoComplete="username"
        autocapitalize="none"
        spellcheck={false}
        maxLength={255}
        dir="auto"
        required
        autoFocus={value === ''}
        {...marks}
      />
    </div>
  );
}

function PasswordField({ label, show, focused, marks }: FieldProperties & { readonly show: string; readonly focused: boolean }) {
  return (
    <div class="field">
      <label for="password">{label}</label>
      <div class="with-button">
        <input
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          maxLength={1024}
          required
          autoFocus={focused}
          {...marks}
        />
        <button type="button" class="reveal" data-reveal="password" aria-pressed="false" aria-label={show} title={show} hidden>
          <EyeIcon />
        </button>
      </div>
    </div>
  );
}

function Failure({ frame, failure }: { readonly frame: Frame; readonly failure: PasswordError }) {
  const { password, time } = textsIn(frame.language);
  const parts =
    failure.error === 'blocked'
      ? { when: <Until language={frame.language} at={failure.until} now={failure.now} /> }
      : failure.error === 'wait'
        ? { duration: time.duration(failure.waitSec) }
        : {};
  return (
    <Note id="failure" kind="error">
      <Filled text={password.errors[failure.error]} parts={parts} />
    </Note>
  );
}
