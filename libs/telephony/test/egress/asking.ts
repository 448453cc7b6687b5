import type { EgressAnswer, EgressFault, ProviderResponse, Sending, WantedRequest } from '@blitz/procedures';
import { AxiosEgress, type EgressPolicy } from '@blitz/telephony';

/** The name that tests give to servers on this machine. */
export const providerName = 'provider.example';

interface Asking extends Partial<Pick<WantedRequest, 'method' | 'headers' | 'body'>> {
  readonly hosts?: readonly string[];
  readonly timeoutMs?: number;
  readonly correlation?: string;
}

/** What a procedure would ask for. Hosts that a test doesn't name are those of the address. */
export function sending(url: string, asking: Asking = {}): Sending {
  const { hosts = URL.canParse(url) ? [new URL(url).host] : [], timeoutMs = 20_000, correlation = '', ...request } = asking;
  return {
    request: { method: 'GET', url, headers: [], ringsNobody: false, state: {}, ...request },
    rules: { hosts },
    timeoutMs,
    correlation,
  };
}

export function responseOf(answer: EgressAnswer): ProviderResponse {
  if (answer.kind !== 'response') throw new Error(`no response: ${answer.fault}, ${answer.message}`);
  return answer.response;
}

export function faultOf(answer: EgressAnswer): EgressFault {
  if (answer.kind !== 'fault') throw new Error(`a response: ${answer.response.status}`);
  return answer;
}

/** A way out to servers on this machine, under a name. */
export function localEgress(port: number, policy: EgressPolicy = {}): AxiosEgress {
  return new AxiosEgress({
    allowHttp: [`${providerName}:${port}`, `127.0.0.1:${port}`],
    allowAddresses: ['127.0.0.0/8'],
    resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
    ...policy,
  });
}
