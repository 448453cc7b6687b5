import type { ComponentChildren } from 'preact';
import { cleanName, firstLetterOf } from '../clean-name.ts';
import type { Frame } from '../frame.ts';
import { textsIn } from '../texts/texts.ts';
import { Filled } from './filled.tsx';

interface HeadingProperties {
  readonly frame: Frame;
  readonly title: string;
  /** A picture above, on pages that stop the way to the application instead of going it. */
  readonly icon?: ComponentChildren;
  readonly tone?: 'calm' | 'good' | 'bad';
}

/** What this page is about; on the way to an application, to which and as whom. */
export function Heading({ frame, title, icon, tone = 'calm' }: HeadingProperties) {
  if (icon !== undefined) {
    return (
      <>
        <div class={`emblem ${tone}`}>{icon}</div>
        <h1>{title}</h1>
      </>
    );
  }
  const application = cleanName(frame.applicationName);
  return (
    <>
      <h1>{title}</h1>
      {application === undefined ? null : (
        <p class="application">
          <Filled text={textsIn(frame.language).frame.continueTo} parts={{ application: <bdi>{application}</bdi> }} />
        </p>
      )}
      <Person frame={frame} />
    </>
  );
}

function Person({ frame }: { readonly frame: Frame }) {
  const name = cleanName(frame.displayName);
  if (name === undefined) return null;
  const initial = firstLetterOf(name);
  return (
    <p class="person">
      <span class="initial" aria-hidden="true">
        {initial.toLocaleUpperCase(frame.language)}
      </span>
      <span class="unseen">{textsIn(frame.language).frame.loggingInAs.replace('{name}', '')}</span>
      <bdi>{name}</bdi>
    </p>
  );
}
