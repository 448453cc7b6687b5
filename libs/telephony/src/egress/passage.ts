import type { LookupAddress } from 'node:dns';
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import type { CheckedAddresses } from './rules/checked-names.ts';
import type { Destination } from './rules/destination.ts';
import type { Pinned, PinnedAgents } from './pinned-agents.ts';

/**
 * How far a request got. Only before `sent` is it sure that the provider heard nothing.
 *
 *   waiting ─▶ connected ─▶ sent        with TLS
 *   waiting ─────────────▶ sent        without, or on a connection that was kept
 */
export type Stage = 'waiting' | 'connected' | 'sent';

const maxHeaderSize = 16 * 1024;

/** Takes one request to a checked address: axios' `transport`. */
export class Passage {
  #stage: Stage = 'waiting';

  constructor(
    private readonly destination: Destination,
    private readonly addresses: CheckedAddresses,
    private readonly agents: PinnedAgents,
    private readonly onSent: () => void,
  ) {}

  get stage(): Stage {
    return this.#stage;
  }

  /** What axios read out of the address again is not used. */
  request(options: RequestOptions, onResponse: (response: IncomingMessage) => void): ClientRequest {
    const { secure, hostname, port, path } = this.destination;
    const own: RequestOptions & Pinned = {
      hostname,
      port,
      path,
      servername: isIP(hostname) === 0 ? hostname : '',
      agent: secure ? this.agents.https : this.agents.http,
      lookup: answering(this.addresses),
      pin: `${hostname}=${this.addresses.map(({ address }) => address).sort().join()}`,
      maxHeaderSize,
      insecureHTTPParser: false,
    };
    const request = (secure ? httpsRequest : httpRequest)({ ...options, ...own }, onResponse);
    request.once('socket', (socket) => this.#watch(socket));
    // Node would drop the connection without a word, and we would wait for nothing.
    request.once('upgrade', (_response, socket) => {
      socket.destroy();
      request.emit('error', Object.assign(new Error('the server changed to another protocol'), { code: 'EPROTO' }));
    });
    return request;
  }

  /** Node sends what there is to send in the moment of these events, TLS included: only after the certificate was checked. */
  #watch(socket: Socket): void {
    // Kept from another request, or connected for one that has given up.
    if (!socket.connecting) return this.#reaches('sent');
    if (!this.destination.secure) return void socket.once('connect', () => this.#reaches('sent'));
    socket.once('connect', () => this.#reaches('connected'));
    socket.once('secureConnect', () => this.#reaches('sent'));
  }

  #reaches(stage: 'connected' | 'sent'): void {
    this.#stage = stage;
    if (stage === 'sent') this.onSent();
  }
}

/** A resolver that knows one answer: nobody asks a second time and hears something else (DNS rebinding). */
function answering(addresses: CheckedAddresses): LookupFunction {
  const all: LookupAddress[] = [...addresses];
  const [{ address, family }] = addresses;
  return (_hostname, options, callback) => {
    if (options.all === true) callback(null, all);
    else callback(null, address, family);
  };
}
