import type { Trouble } from '../login/trouble.ts';
import type { Texts } from '../texts/en.ts';
import { page } from './layout.tsx';

interface Seen {
  readonly what: Trouble;
  /** Somebody is logged in here in spite of it. */
  readonly still: boolean;
  readonly issuer: URL;
  readonly texts: Texts;
}

/** What to press next: only a login helps, except where the address itself was wrong. */
function Next({ what, texts }: Pick<Seen, 'what' | 'texts'>) {
  const hopeless = what.code === 'input_invalid' || what.code === 'page_unknown' || what.code === 'origin_foreign';
  return (
    <div class="buttons">
      {!hopeless && (
        <a class="button" href="/login">
          {what.code === 'session_over' ? texts.logInAgain : texts.tryAgain}
        </a>
      )}
      <a class="button plain" href="/">
        {texts.back}
      </a>
    </div>
  );
}

export function troublePage({ what, still, issuer, texts }: Seen): string {
  const [title, words] = texts.troubles[what.code];
  const { reason, field } = what.details;
  const refusal = what.code === 'login_refused' && typeof reason === 'string' ? texts.refusals[reason] : undefined;
  return page({
    texts,
    title: title ?? texts.title,
    children: (
      <main class="trouble card">
        <h1>{title}</h1>
        <p>{refusal ?? words}</p>
        {what.code === 'provider_unreachable' && <code>{issuer.href}</code>}
        {field !== undefined && <code>{field}</code>}
        {still && <p>{texts.still}</p>}
        <Next what={what} texts={texts} />
        {reason !== undefined && (
          <p class="about">
            {texts.reason}: <code>{reason}</code>
          </p>
        )}
      </main>
    ),
  });
}
