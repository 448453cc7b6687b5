import type { ComponentChildren } from 'preact';
import type { Frame } from '../frame.ts';
import { safeHref } from '../safe-href.ts';
import { Heading } from './heading.tsx';
import { AlertIcon } from './icons.tsx';
import { Page, wholePage } from './layout.tsx';

export interface Way {
  readonly text: string;
  readonly href: string | undefined;
}

export interface Fact {
  readonly name: string;
  readonly value: string;
}

interface MessageModel {
  readonly frame: Frame;
  readonly title: string;
  readonly text: ComponentChildren;
  readonly icon?: ComponentChildren;
  readonly tone?: 'calm' | 'good' | 'bad';
  readonly children?: ComponentChildren;
  /** Where to go from here, the likeliest first. */
  readonly ways?: readonly Way[];
  /** For those who are asked for help: what to look for in the log. */
  readonly facts?: readonly Fact[];
}

/** A page that has something to say and little to ask. */
export function messagePage(model: MessageModel): string {
  const { frame, title, text, icon = <AlertIcon />, tone = 'bad', children, ways = [], facts = [] } = model;
  return wholePage(
    <Page frame={frame} title={title} failed={tone === 'bad'}>
      <Heading frame={frame} title={title} icon={icon} tone={tone} />
      <p class="lead" role={tone === 'bad' ? 'alert' : undefined}>
        {text}
      </p>
      {children}
      <Ways ways={ways} />
      {facts.length === 0 ? null : (
        <dl class="facts">
          {facts.map(({ name, value }) => (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </Page>,
  );
}

function Ways({ ways }: { readonly ways: readonly Way[] }) {
  const open = ways.flatMap(({ text, href }) => {
    const safe = safeHref(href);
    return safe === undefined ? [] : [{ text, href: safe }];
  });
  if (open.length === 0) return null;
  return (
    <p class="stack ways">
      {open.map(({ text, href }, index) => (
        <a class={index === 0 ? 'button' : 'button quiet'} href={href}>
          {text}
        </a>
      ))}
    </p>
  );
}
