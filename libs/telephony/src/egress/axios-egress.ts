import { lookup } from 'node:dns/promises';
import { IncomingMessage } from 'node:http';
import { Egress, type EgressAnswer, type EgressFault, type ProviderResponse, type Sending } from '@blitz/procedures';
import axios from 'axios';
import { AddressRules } from './rules/address-rules.ts';
import { CheckedNames } from './rules/checked-names.ts';
import { readDestination, type Destination } from './rules/destination.ts';
import { httpHosts } from './rules/http-hosts.ts';
import { namedHost } from './rules/named-host.ts';
import type { EgressPolicy } from './egress-policy.ts';
import { Passage } from './passage.ts';
import { PinnedAgents } from './pinned-agents.ts';
import { refusal } from './rules/refusal.ts';
import { requestHeaders, type RequestHeaders } from './rules/request-headers.ts';
import { responseText } from './response-text.ts';
import { TimeLimits } from './time-limits.ts';
import { whyBroken } from './why-broken.ts';

const methods: readonly string[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const maxBodyBytes = 64 * 1024;
const maxResponseHeaders = 100;

interface Prepared {
  readonly method: string;
  readonly destination: Destination;
  readonly headers: RequestHeaders;
  readonly body: string | undefined;
}

/** The way out by HTTP: one policy for all requests of all procedures. */
export class AxiosEgress extends Egress {
  readonly #policy: EgressPolicy;
  readonly #allowHttp: readonly string[];
  readonly #names: CheckedNames;
  readonly #agents: PinnedAgents;
  readonly #http = axios.create({
    // A redirect is an answer, and no proxy of the environment stands between us and the checked address.
    maxRedirects: 0,
    proxy: false,
    // Read and counted by us.
    responseType: 'stream',
    decompress: false,
    validateStatus: () => true,
    transformRequest: (body: unknown) => body,
  });

  /** @throws when the policy can't be read: a service does not start with half of one */
  constructor(policy: EgressPolicy = {}) {
    super();
    this.#policy = policy;
    this.#allowHttp = httpHosts(policy.allowHttp ?? []);
    this.#agents = new PinnedAgents(policy.authorities ?? []);
    const resolve = policy.resolve ?? ((hostname) => lookup(hostname, { all: true }));
    this.#names = new CheckedNames(resolve, new AddressRules(policy.allowAddresses ?? []));
  }

  async send(sending: Sending): Promise<EgressAnswer> {
    const wholeMs = Math.min(sending.timeoutMs, this.#policy.answerMs ?? 30_000);
    if (!(wholeMs > 0)) return refusal('timeout', 'no time was left for the request');
    const prepared = this.#prepare(sending);
    if ('kind' in prepared) return prepared;
    const limits = new TimeLimits(this.#policy.connectMs ?? 10_000, wholeMs);
    try {
      return await this.#sendPrepared(prepared, limits);
    } finally {
      limits.done();
    }
  }

  /** Ends all connections, those in use included. */
  close(): void {
    this.#agents.destroy();
  }

  #prepare({ request, rules, correlation }: Sending): Prepared | EgressFault {
    const { method, url, body } = request;
    if (!methods.includes(method)) return refusal('method_refused', `the method has to be one of ${methods.join(', ')}`);
    const destination = readDestination(url, { hosts: rules.hosts, allowHttp: this.#allowHttp });
    if ('kind' in destination) return destination;
    const headers = requestHeaders(request.headers, correlation);
    if ('kind' in headers) return headers;
    if (body !== undefined && Buffer.byteLength(body) > maxBodyBytes) return refusal('request_too_large', 'the body is larger than 64 KiB');
    return { method, destination, headers: headers.out, body };
  }

  async #sendPrepared(prepared: Prepared, limits: TimeLimits): Promise<EgressAnswer> {
    let passage: Passage | undefined;
    const { destination } = prepared;
    try {
      const addresses = await limits.within(this.#names.addressesOf(destination.hostname));
      if ('kind' in addresses) return addresses;
      passage = new Passage(destination, addresses, this.#agents, limits.sent);
      return { kind: 'response', response: await this.#ask(prepared, passage, limits.signal) };
    } catch (error) {
      const stage = passage?.stage ?? 'waiting';
      return whyBroken({ error, stage, timedOut: limits.signal.aborted, host: namedHost(destination.host) });
    }
  }

  async #ask({ method, destination, headers, body }: Prepared, passage: Passage, signal: AbortSignal): Promise<ProviderResponse> {
    const { secure, host, path } = destination;
    const answer = await this.#http.request<unknown>({
      method,
      url: `${secure ? 'https' : 'http'}://${host}${path}`,
      headers,
      data: body,
      signal,
      transport: passage,
    });
    if (!(answer.data instanceof IncomingMessage)) throw new Error('axios gave something else than the response');
    return { status: answer.status, headers: headersOf(answer.data), text: await responseText(answer.data) };
  }
}

function headersOf(response: IncomingMessage): Readonly<Record<string, string>> {
  const all = Object.entries(response.headersDistinct).filter(([name]) => name !== 'set-cookie');
  return Object.fromEntries(all.slice(0, maxResponseHeaders).map(([name, values]) => [name, (values ?? []).join(', ')]));
}
