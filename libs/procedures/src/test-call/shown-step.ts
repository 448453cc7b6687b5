import type { Masking } from '../loop/masking.ts';
import type { Step } from '../loop/procedure-loop.ts';

/** What the administrator sees of a test call while it goes on. Secrets and digits are masked. */
export type ShownStep =
  | {
      readonly kind: 'request';
      /** From 1. */
      readonly round: number;
      readonly method: string;
      readonly url: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      readonly ringsNobody: boolean;
    }
  | {
      readonly kind: 'response';
      readonly round: number;
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      readonly tookMs: number;
    }
  | { readonly kind: 'no_response'; readonly round: number; readonly fault: string; readonly message: string; readonly tookMs: number }
  | { readonly kind: 'log'; readonly round: number; readonly lines: readonly string[] };

/** Of a body: enough to see what is wrong with it. */
const longestBody = 4_096;

/** @returns undefined for a step that there is nothing to say of */
export function show(step: Step, round: number, masking: Masking): ShownStep | undefined {
  switch (step.kind) {
    case 'ran': {
      const lines = step.ran.logs.map((line) => masking.all(line));
      return lines.length === 0 ? undefined : { kind: 'log', round, lines };
    }
    case 'sending': {
      const { method, url, headers, body = '', ringsNobody } = step.request;
      const shown = headers.map(([name, value]) => [masking.all(name), masking.all(value)] as const);
      return { kind: 'request', round, method, url: masking.address(url), headers: Object.fromEntries(shown), body: cut(masking.all(body)), ringsNobody };
    }
    case 'answered': {
      const { answer, tookMs } = step;
      if (answer.kind === 'fault') return { kind: 'no_response', round, fault: answer.fault, message: masking.all(answer.message), tookMs };
      const { status, headers, text } = answer.response;
      const shown = Object.entries(headers).map(([name, value]) => [masking.all(name), masking.all(value)] as const);
      return { kind: 'response', round, status, headers: Object.fromEntries(shown), body: cut(masking.all(text)), tookMs };
    }
  }
}

function cut(text: string): string {
  return text.length <= longestBody ? text : `${text.slice(0, longestBody)}…`;
}
