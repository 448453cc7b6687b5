import { Egress, type EgressAnswer, type Sending } from '@blitz/procedures';
import type { AxiosEgress, EgressPolicy } from '@blitz/telephony';

/** The way out to providers, loaded with the first request: a console that calls nobody need not hold its ten megabytes. */
export class LateEgress extends Egress {
  #loading: Promise<AxiosEgress> | undefined;
  #closed = false;

  constructor(private readonly policy: EgressPolicy) {
    super();
  }

  async send(sending: Sending): Promise<EgressAnswer> {
    this.#loading ??= this.#load();
    const egress = await this.#loading;
    if (this.#closed) return { kind: 'fault', fault: 'unreachable', neverSent: true, message: 'the service is ending' };
    return egress.send(sending);
  }

  close(): void {
    this.#closed = true;
    void this.#loading?.then((egress) => { egress.close(); });
  }

  async #load(): Promise<AxiosEgress> {
    const telephony = await import('@blitz/telephony');
    return new telephony.AxiosEgress(this.policy);
  }
}
