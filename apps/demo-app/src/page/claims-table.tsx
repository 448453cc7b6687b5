import type { Texts } from '../texts/en.ts';

interface Shown {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly texts: Texts;
}

const moments: ReadonlySet<string> = new Set(['exp', 'iat', 'auth_time', 'nbf', 'updated_at']);

/** What people look for first stands first; the rest in the token's own order. */
const ahead = ['acr', 'amr'];

export function MomentText({ ms }: { readonly ms: number }) {
  const iso = new Date(ms).toISOString();
  return <time dateTime={iso}>{`${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`}</time>;
}

/** Seconds since the epoch that are a date at all. */
const isMoment = (name: string, value: unknown): value is number =>
  moments.has(name) && typeof value === 'number' && value >= 0 && value < 8.64e12;

function Value({ name, value }: { readonly name: string; readonly value: unknown }) {
  if (isMoment(name, value)) return <MomentText ms={value * 1000} />;
  if (Array.isArray(value)) return <code>{value.map(String).join(' ')}</code>;
  return <code>{typeof value === 'string' ? value : JSON.stringify(value)}</code>;
}

function Row({ name, value, texts }: { readonly name: string; readonly value: unknown; readonly texts: Texts }) {
  return (
    <tr class={ahead.includes(name) ? 'ahead' : undefined}>
      <th scope="row">{name}</th>
      <td class="value">
        <Value name={name} value={value} />
      </td>
      <td class="meaning">{texts.meanings[name] ?? ''}</td>
    </tr>
  );
}

export function ClaimsTable({ claims, texts }: Shown) {
  const names = Object.keys(claims);
  const ordered = [...ahead.filter((name) => names.includes(name)), ...names.filter((name) => !ahead.includes(name))];
  return (
    <>
      <table class="claims">
        <thead>
          <tr>
            <th scope="col">{texts.claim}</th>
            <th scope="col">{texts.value}</th>
            <th scope="col">{texts.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((name) => (
            <Row key={name} name={name} value={claims[name]} texts={texts} />
          ))}
        </tbody>
      </table>
      <details>
        <summary>{texts.raw}</summary>
        <pre tabIndex={0}>{JSON.stringify(claims, null, 2)}</pre>
      </details>
    </>
  );
}
