import type { Method } from '../frame.ts';
import { safeHref } from '../safe-href.ts';
import { NextIcon } from './icons.tsx';

/** Ways to go on, each a whole row to press. */
export function MethodList({ methods }: { readonly methods: readonly Method[] }) {
  return (
    <ul class="methods">
      {methods.filter(reachable).map(({ name, href, hint }) => (
        <li>
          <a href={href}>
            <span>
              <span class="method-name">{name}</span>
              {hint === undefined ? null : <span class="method-hint">{hint}</span>}
            </span>
            <NextIcon />
          </a>
        </li>
      ))}
    </ul>
  );
}

function reachable({ href }: Method): boolean {
  return safeHref(href) !== undefined;
}

interface OtherMethodsProperties {
  readonly id?: string;
  readonly heading: string;
  /** Put forward: shown as rows; otherwise a quiet line. */
  readonly forward?: boolean;
  /** The heading once they are put forward. */
  readonly forwardHeading?: string;
  readonly methods: readonly Method[];
}

export function OtherMethods({ id, heading, forward = false, forwardHeading = heading, methods }: OtherMethodsProperties) {
  if (methods.length === 0) return null;
  return (
    <section class="other-methods" id={id} data-forward={forward ? '' : undefined} aria-label={heading}>
      <h2 class="when-quiet">{heading}</h2>
      <h2 class="when-forward">{forwardHeading}</h2>
      <MethodList methods={methods} />
    </section>
  );
}
