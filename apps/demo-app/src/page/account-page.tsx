import { levels } from '../login/login-request.ts';
import type { SignedIn } from '../login/logins.ts';
import type { Notice } from '../login/session.ts';
import type { Texts } from '../texts/en.ts';
import { ClaimsTable, MomentText } from './claims-table.tsx';
import { page } from './layout.tsx';

interface Seen {
  readonly signedIn: SignedIn;
  readonly userInfo: Readonly<Record<string, unknown>> | undefined;
  readonly notice: Notice | undefined;
  readonly texts: Texts;
}

/** The best name that the provider has told. */
function nameOf(...sources: readonly (Readonly<Record<string, unknown>> | undefined)[]): string {
  const names = ['name', 'preferred_username', 'email', 'phone_number', 'sub'].flatMap((claim) => sources.map((source) => source?.[claim]));
  return names.find((name): name is string => typeof name === 'string' && name !== '') ?? '?';
}

function Proofs({ claims: { acr, amr }, texts }: { readonly claims: SignedIn['claims']; readonly texts: Texts }) {
  const reached = typeof acr === 'string' ? acr : undefined;
  const proofs = Array.isArray(amr) ? amr.map(String) : [];
  return (
    <dl class="proofs">
      <div>
        <dt>{texts.level}</dt>
        <dd class="level">{reached === undefined ? texts.levelUnknown : (texts.levels[reached] ?? reached)}</dd>
        <dd class="wire">{reached !== undefined && <code>acr {reached}</code>}</dd>
      </div>
      <div>
        <dt>{texts.provedBy}</dt>
        <dd class="badges">
          {proofs.map((proof) => (
            <span class="badge" key={proof}>
              {texts.proofs[proof] ?? proof}
            </span>
          ))}
          {proofs.length === 0 && texts.levelUnknown}
        </dd>
        <dd class="wire">{proofs.length > 0 && <code>amr {JSON.stringify(proofs)}</code>}</dd>
      </div>
    </dl>
  );
}

function Press({ action, label, kind }: { readonly action: string; readonly label: string; readonly kind: string }) {
  return (
    <form method="post" action={action}>
      <button class={`button ${kind}`}>{label}</button>
    </form>
  );
}

function Tokens({ signedIn: { accessUntil, refreshToken }, texts }: { readonly signedIn: SignedIn; readonly texts: Texts }) {
  return (
    <section class="card">
      <h2>{texts.tokens}</h2>
      <p class="about">{texts.tokensLead}</p>
      <dl class="facts">
        <dt>{texts.accessToken}</dt>
        <dd>{accessUntil === undefined ? texts.kept : [`${texts.accessUntil} `, <MomentText key="until" ms={accessUntil} />]}</dd>
        <dt>{texts.refreshToken}</dt>
        <dd>{refreshToken === undefined ? texts.notGiven : texts.kept}</dd>
      </dl>
    </section>
  );
}

function Who({ signedIn, userInfo, texts }: Omit<Seen, 'notice'>) {
  const full = signedIn.claims['acr'] === levels['two-factors'];
  return (
    <section class="card who">
      <p class="about">{texts.loggedIn}</p>
      <h1>{nameOf(userInfo, signedIn.claims)}</h1>
      <Proofs claims={signedIn.claims} texts={texts} />
      <div class="buttons">
        <Press action="/userinfo" label={texts.askUserInfo} kind="plain" />
        {signedIn.refreshToken !== undefined && <Press action="/refresh" label={texts.refresh} kind="plain" />}
        <a class={full ? 'button plain' : 'button'} href="/login?acr=two-factors">
          {texts.stepUp}
        </a>
        <Press action="/logout" label={texts.logOut} kind="quiet" />
      </div>
    </section>
  );
}

export const accountPage = ({ signedIn, userInfo, notice, texts }: Seen): string =>
  page({
    texts,
    title: texts.loggedIn,
    children: (
      <main class="account">
        {notice !== undefined && (
          <p class={`notice ${notice}`} role="status">
            {texts.notices[notice]}
          </p>
        )}
        <Who signedIn={signedIn} userInfo={userInfo} texts={texts} />
        {userInfo !== undefined && (
          <section class="card" id="userinfo">
            <h2>{texts.userInfo}</h2>
            <ClaimsTable claims={userInfo} texts={texts} />
          </section>
        )}
        <section class="card" id="id-token">
          <h2>{texts.idToken}</h2>
          <p class="about">{texts.idTokenLead}</p>
          <ClaimsTable claims={signedIn.claims} texts={texts} />
        </section>
        <Tokens signedIn={signedIn} texts={texts} />
      </main>
    ),
  });
