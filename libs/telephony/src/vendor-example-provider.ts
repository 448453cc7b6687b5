import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { accountOf, CallProvider, type CallOrder, type CallOutcome, type PlacedCall } from '@blitz/factors';
import axios, { type AxiosInstance } from 'axios';

export interface VendorExampleOptions {
  readonly url: string;
  readonly token: string;
  /** Until the answer has begun, and until it is there whole. */
  readonly answerMs?: number;
  readonly wholeMs?: number;
  /** The provider's country: it is given numbers without their country code. */
  readonly countryCode?: string;
}

/** Failures to reach the provider at all: it can't have made a call. After the request was sent, nobody can know. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ERR_INVALID_URL']);

/**
 * The provider of the vendor's example: `POST`, header `Token`, JSON `{id, dst_number}` with the number's last ten digits,
 * answered by `200 {SenderID}`, the caller's number.
 */
export class VendorExampleProvider extends CallProvider {
  readonly #http: AxiosInstance;
  readonly #url: string;
  readonly #expressible: RegExp;
  readonly #wholeMs: number;

  constructor({ url, token, answerMs = 45_000, wholeMs = 60_000, countryCode = '7' }: VendorExampleOptions) {
    super();
    this.#expressible = new RegExp(`^\\+${countryCode}\\d{10}$`);
    this.#url = url;
    this.#wholeMs = wholeMs;
    this.#http = axios.create({
      headers: { Token: token },
      timeout: answerMs,
      // The provider's address is the administrator's word: no redirect and no proxy of the environment changes it.
      maxRedirects: 0,
      proxy: false,
      maxContentLength: 64 * 1024,
      maxBodyLength: 64 * 1024,
      httpAgent: new HttpAgent({ keepAlive: true }),
      httpsAgent: new HttpsAgent({ keepAlive: true }),
      responseType: 'text',
      transformResponse: (text: unknown) => text,
      validateStatus: () => true,
    });
  }

  async call({ phoneNumber, requestId, correlation }: CallOrder): Promise<CallOutcome> {
    // Ten digits without their country would ring somebody else's phone.
    if (!this.#expressible.test(phoneNumber)) {
      return { kind: 'failed', because: 'provider_refused', surelyNoCall: true, hint: 'a number of another country' };
    }
    const sub = accountOf(requestId) ?? '';
    const data = { id: requestId.slice(sub.length + 1), dst_number: phoneNumber.slice(-10) };
    const headers = correlation === '' ? {} : { 'X-Correlation-Id': correlation };
    const signal = AbortSignal.timeout(this.#wholeMs);
    try {
      const answer = await this.#http.post<unknown>(this.#url, data, { headers, signal });
      return read(answer.status, answer.data);
    } catch (error) {
      return unreachable(error);
    }
  }

  /** It keeps no code to itself. */
  check(): Promise<'unanswered'> {
    return Promise.resolve('unanswered');
  }

  hangUp(): Promise<void> {
    return Promise.resolve();
  }
}

/** It has no name for its calls, and ends none. */
const made: PlacedCall = { procedure: 'vendor-example', memo: '', canHangUp: false };

function read(status: number, text: unknown): CallOutcome {
  if (status !== 200) {
    // A refusal is an answer: no call was made. What a server that broke down did before, nobody knows (R13).
    const surelyNoCall = status >= 300 && status < 500 && status !== 408;
    const because = surelyNoCall ? 'provider_refused' : 'provider_failed';
    return { kind: 'failed', because, surelyNoCall, hint: `status ${String(status)}` };
  }
  const callerNumber = senderOf(text);
  if (callerNumber !== undefined) return { kind: 'placed', proof: { kind: 'caller_number', callerNumber }, call: made };
  return { kind: 'failed', because: 'provider_failed', surelyNoCall: false, hint: 'no SenderID in the answer' };
}

function senderOf(text: unknown): string | undefined {
  try {
    const body: unknown = typeof text === 'string' ? JSON.parse(text) : undefined;
    const sender = typeof body === 'object' && body !== null && 'SenderID' in body ? body.SenderID : undefined;
    if (typeof sender === 'number' && Number.isSafeInteger(sender) && sender > 0) return String(sender);
    return typeof sender === 'string' && sender.length <= 64 ? sender : undefined;
  } catch {
    return undefined;
  }
}

/** Says what failed by its code alone: messages of a client can hold the request. */
function unreachable(error: unknown): CallOutcome {
  const code = axios.isAxiosError(error) ? (error.code ?? 'unknown') : 'unknown';
  return { kind: 'failed', because: 'provider_failed', surelyNoCall: neverSent.has(code), hint: code };
}
