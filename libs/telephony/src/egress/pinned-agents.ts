import { Agent as HttpAgent, type AgentOptions, type ClientRequestArgs } from 'node:http';
import { Agent as HttpsAgent, type AgentOptions as HttpsAgentOptions } from 'node:https';
import { rootCertificates } from 'node:tls';

/** A request that may use only connections to the addresses that were checked for it. */
export interface Pinned {
  /** Names host and addresses. */
  readonly pin: string;
}

const limits: AgentOptions = {
  keepAlive: true,
  // 200 calls a second at a provider that takes 2 s for each; a slow provider fills its own places and not all.
  maxSockets: 512,
  maxTotalSockets: 1024,
  maxFreeSockets: 64,
  // Common servers close idle connections after 5 s and more. A request that meets the closing is in doubt, and in doubt a
  // person pays for a call: a new handshake is cheaper.
  timeout: 4_000,
  // A host with several addresses gets more than Node's 250 ms for each: some providers are far away.
  autoSelectFamily: true,
  autoSelectFamilyAttemptTimeout: 1_000,
};

/** Connections that are kept, each found again only for the same host at the same checked addresses. */
export class PinnedAgents {
  readonly http = new PinnedHttpAgent(limits);
  readonly https: HttpsAgent;

  constructor(authorities: readonly string[]) {
    // Said outright, since the environment can switch the check off (NODE_TLS_REJECT_UNAUTHORIZED).
    const tls: HttpsAgentOptions = { ...limits, rejectUnauthorized: true, minVersion: 'TLSv1.2' };
    // `ca` replaces what is trusted by itself; left out, Node's own list and NODE_EXTRA_CA_CERTS are.
    this.https = new PinnedHttpsAgent(authorities.length === 0 ? tls : { ...tls, ca: [...rootCertificates, ...authorities] });
  }

  destroy(): void {
    this.http.destroy();
    this.https.destroy();
  }
}

class PinnedHttpAgent extends HttpAgent {
  override getName(options?: ClientRequestArgs): string {
    return `${super.getName(options)}:${pinOf(options)}`;
  }
}

class PinnedHttpsAgent extends HttpsAgent {
  override getName(options?: ClientRequestArgs): string {
    return `${super.getName(options)}:${pinOf(options)}`;
  }
}

function pinOf(options: (ClientRequestArgs & Partial<Pinned>) | undefined): string {
  return options?.pin ?? '';
}
