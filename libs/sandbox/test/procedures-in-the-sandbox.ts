import type { Program, ProviderResponse, Run } from '@blitz/procedures';

export const program = (id: string, javascript: string): Program => ({ id, javascript, entryPoints: ['run'], secrets: ['token'] });

export const runOf = (of: Program, more: Partial<Run> = {}): Run => ({
  program: of,
  entryPoint: 'run',
  obj: { phone_number: '+79001234567', code_length: 4, code: '8264', random: 0.25, request_id: 'r1', locale: 'en', ip: '', callback_url: '' },
  result: null,
  secrets: { token: 'k3y-of-provider' },
  now: Date.UTC(2026, 0, 31, 12),
  ...more,
});

export const answered = (text: string, status = 200): ProviderResponse & { readonly state: Record<string, never> } => ({ status, headers: {}, text, state: {} });

/** The vendor's own example, as the compiler gives it. */
export const vendorExample = program('vendor-example', `export default class FlashCallFlow {
  run(obj, result) {
    if (result === null) {
      return HttpLoop.callBuilder('POST', 'https://provider.example/call')
        .withHeader('Token', secrets.get('token'))
        .withBody(JsObj.empty.addString('to', obj.asString('phone_number')))
        .build();
    }
    if (result.status() !== 200) return HttpLoop.error('wrong_http_status', { status: \`\${result.status()}\` });
    return HttpLoop.Ok(JsObj.empty.addString('code', result.body().asString('SenderID')));
  }
}`);

export const callerNumber = answered('{"SenderID":"+79001112233"}');
