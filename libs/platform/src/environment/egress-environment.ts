import { TrustedProxies } from '../http/trusted-proxies.ts';
import type { Concern } from './concern.ts';
import { Expected } from './expected.ts';
import { Staged } from './staged.ts';

/** What the way out to providers opens beyond https to public addresses: nothing, unless somebody typed it out. */
export abstract class EgressEnvironment {
  /** Hosts that may be spoken to without TLS: `localhost:9010`. */
  abstract readonly allowHttp: readonly string[];
  /** Networks that are not refused although they are not public. */
  abstract readonly allowAddresses: readonly string[];
}

/** Of the version before: whoever still says so would wonder why nobody is called. */
const gone = 'nothing: calls are made by procedures now, see "Procedures" in CHANGELOG.md and docs/procedures.md';

export class EgressVariables extends Staged implements Concern<EgressEnvironment> {
  @Expected('hosts such as pbx.local:8088, with commas between them', (text) => split(text).every(isHost))
  readonly BLITZ_EGRESS_HTTP: string = '';

  @Expected('networks such as 10.1.0.0/16 or single addresses, with commas between them', TrustedProxies.canRead)
  readonly BLITZ_EGRESS_ADDRESSES: string = '';

  @Expected(gone, (text) => text === '')
  readonly BLITZ_PROVIDER_URL: string = '';

  @Expected(gone, (text) => text === '')
  readonly BLITZ_PROVIDER_TOKEN: string = '';

  typed(): EgressEnvironment {
    return { allowHttp: split(this.BLITZ_EGRESS_HTTP), allowAddresses: split(this.BLITZ_EGRESS_ADDRESSES) };
  }
}

function split(text: string): readonly string[] {
  return text.split(',').map((each) => each.trim()).filter((each) => each !== '');
}

function isHost(text: string): boolean {
  return /^[^\s/?#@\\]+$/.test(text) && URL.canParse(`http://${text}`) && !text.includes('*');
}
