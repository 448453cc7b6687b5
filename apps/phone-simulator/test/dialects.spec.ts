import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dialects } from '../src/dialects/dialects.ts';
import { Provider, token } from './provider.ts';

const form = 'application/x-www-form-urlencoded';
const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

describe('dialects: what the providers check, the simulator checks', () => {
  let provider: Provider;
  beforeAll(async () => {
    provider = await Provider.start();
  });
  afterAll(() => provider.simulator.close());

  const says = async (path: string, body: unknown, headers: Readonly<Record<string, string>>) => {
    const response = await provider.send('POST', `/dialects/${path}`, body, headers);
    return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
  };
  const newTelKey = (body: string, moment = '1893456000') => {
    const signed = ['call-password/start-password-call', moment, token, body, token].join('\n');
    return { authorization: `Bearer ${token}${moment}${createHash('sha256').update(signed).digest('hex')}` };
  };

  it('New-Tel: the signature holds for this very body only', async () => {
    const body = '{"dstNumber":"79031110001","pin":"1234"}';
    const path = 'new-tel/call-password/start-password-call';
    expect((await says(path, body, newTelKey(body))).body).toMatchObject({ data: { result: 'success' } });
    expect((await says(path, body.replace('1234', '1235'), newTelKey(body))).status).toBe(401);
    expect((await says(path, body, newTelKey(body, ''))).status).toBe(401);
    expect((await says(path, body, {})).status).toBe(401);
  });

  it('Sinch: Basic does as well as a signed request, and a signature of another body doesn’t', async () => {
    const body = { identity: { type: 'number', endpoint: '+79031110002' }, method: 'flashCall' };
    const path = 'sinch/verification/v1/verifications';
    const secret = Buffer.from(token).toString('base64');
    expect((await says(path, body, { authorization: basic('key', secret) })).status).toBe(200);
    expect((await says(path, body, { authorization: basic('key', token) })).status).toBe(401);
    expect((await says(path, body, { authorization: 'Application key:c2lnbmF0dXJl', 'x-timestamp': '2030-01-01T00:00:00Z' })).status).toBe(401);
  });

  it.each([
    ['sms-ru/code/call', `api_id=${token}&phone=123`, { 'content-type': form }],
    ['smsc/sys/send.php', `login=me&psw=${token}&phones=79031110003&mes=code`, { 'content-type': form }],
    ['smsint/json/v1.0/callpassword/send', { recipient: '+79031110003', id: 'x' }, { 'x-token': token }],
    ['ucaller/v1.0/initCall', { phone: 79_031_110_003, code: '12345' }, { authorization: `Bearer ${token}.1` }],
    ['zvonok/manager/cabapi_external/api/v1/phones/flashcall/', `public_key=${token}&phone=%2B79031110003`, { 'content-type': form }],
    ['unibell/apps/flash/calls/flash', { number: '79031110003', code: 'abcd', timeout: 1 }, { 'x-authorization': `AccessKey ${token}` }],
    ['mcn/api/protected/api/auth/passwordcall', { phone_number: '+79031110003' }, { authorization: `Bearer ${token}` }],
    ['i-digital/api/v1/message', { channelType: 'FLASHCALL', destination: '79031110003' }, { authorization: `Basic ${token}` }],
    ['bird/workspaces/w/channels/c/flashcalls', { to: '+79031110003', ringTimeout: 2 }, { authorization: `AccessKey ${token}` }],
    ['asterisk-ari/ari/channels', { endpoint: 'PJSIP/79031110003@trunk' }, { authorization: basic('blitz', token) }],
    ['telesign/v1/verify/auto/voice/initiate', 'phone_number=', { authorization: basic('id', token), 'content-type': form }],
    ['telnyx/v2/verifications/flashcall', { phone_number: '+79031110003' }, { authorization: `Bearer ${token}` }],
  ] as const)('%s: what is missing or wrong rings nobody', async (path, body, headers) => {
    const dialect = dialects.find(({ id }) => path.startsWith(`${id}/`));
    expect(await says(path, body, headers)).toEqual(dialect?.unreadable);
    expect(await provider.callsTo('+79031110003')).toEqual([]);
  });

  it('takes the numbers of every country, and shows them on the same page', async () => {
    expect((await says('telnyx/v2/verifications/flashcall', { phone_number: '+4915112340000', verify_profile_id: 'x' }, { authorization: `Bearer ${token}` })).status).toBe(200);
    expect(await provider.lastCallTo('+4915112340000')).toMatchObject({ to: '+4915112340000', state: 'ringing' });
    expect(await (await provider.fetch('/')).text()).toMatch('+4915112340000');
  });

  it('keeps its numbers to itself: what verifies an entry says right or wrong, and fewer than three digits are wrong', async () => {
    const headers = { authorization: `Bearer ${token}` };
    const { body } = await says('telnyx/v2/verifications/flashcall', { phone_number: '+79031110004', verify_profile_id: 'x' }, headers);
    const { id } = body['data'] as { id: string };
    const { from } = await provider.lastCallTo('+79031110004');
    const path = `telnyx/v2/verifications/${id}/actions/verify`;
    expect((await says(path, { code: from?.slice(-2) }, headers)).body).toMatchObject({ data: { response_code: 'rejected' } });
    expect((await says(path, { code: '' }, headers)).body).toMatchObject({ data: { response_code: 'rejected' } });
    expect((await says(path, { code: from?.slice(-5) }, headers)).body).toMatchObject({ data: { response_code: 'accepted' } });
    expect((await says(path, { code: from?.slice(-5) }, {})).status).toBe(401);
    expect(JSON.stringify(body)).not.toContain(from?.slice(-5));
  });

  it('redirect: who follows it is caught by a ringing phone', async () => {
    await provider.behaves('+79031110005', 'redirect');
    const body = new URLSearchParams({ api_id: token, phone: '79031110005' }).toString();
    await provider.fetch('/dialects/sms-ru/code/call', { method: 'POST', body, headers: { 'content-type': form }, redirect: 'follow' });
    expect((await provider.callsTo('+79031110005')).map(({ state }) => state)).toEqual(['ringing', 'failed']);
  });

  it('reads at most 4 KiB, and knows no other address', async () => {
    expect((await provider.send('POST', '/dialects/sms-ru/code/call', 'x'.repeat(5000))).status).toBe(413);
    expect((await provider.send('POST', '/dialects/nobody/call', {})).status).toBe(404);
    expect((await provider.fetch('/dialects/sms-ru/code/call')).status).toBe(404);
  });
});
