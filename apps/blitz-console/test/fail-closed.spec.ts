import { mkdtemp } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Compiler } from '@blitz/procedures';
import { startRedis } from '@blitz/testing';
import { describe, expect, it, jest } from '@jest/globals';
import { Town } from './support/town.ts';
import { until } from './support/until.ts';

describe('R19 a test call', () => {
  it('is not made while Redis is away, for nobody could count it; the answer says when to come again', async () => {
    const redis = await startRedis({ folder: await mkdtemp(join(tmpdir(), 'blitz-redis-')), appendOnly: false, throwAway: true });
    const town = await Town.open({ BLITZ_REDIS_URL: redis.url });
    await town.savesSimulator();
    const phone = town.newPhone();
    expect((await town.steps({ phone_number: phone, procedure: 'simulator' })).at(-1)).toMatchObject({ outcome: 'placed' });
    await redis.stop();
    const answer = await town.asks({ phone_number: phone, procedure: 'simulator' });
    expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([503, '5', expect.objectContaining({ code: 'service_unavailable' })]);
    expect(await town.callsOf(phone)).toHaveLength(1);
    await town.close();
  });

  it('is made to its end when the one who asked leaves before anything was told, and nothing breaks', async () => {
    const town = await Town.open();
    await town.savesSimulator();
    const [phone, token] = [town.newPhone(), await town.accessToken()];
    const body = JSON.stringify({ phone_number: phone, procedure: 'my-own', draft: { name: 'Draft', source: town.source, hosts: [town.host] } });
    const head = [
      'POST /blitz/admin/api/v1/test-calls HTTP/1.1', 'Host: localhost', `Authorization: Bearer ${token}`,
      'Content-Type: application/json', `Content-Length: ${String(Buffer.byteLength(body))}`,
    ].join('\r\n');
    const socket = connect(Number(new URL(town.url).port), '127.0.0.1');
    // As soon as the draft is looked at, its request has been read and nothing has been answered.
    const looked = jest.spyOn(town.service.get(Compiler), 'compile');
    socket.write(`${head}\r\n\r\n${body}`);
    await until(() => looked.mock.calls.length === 1);
    socket.destroy();
    await until(async () => (await town.events()).length === 1, 20_000);
    expect(await town.events()).toMatchObject([{ sub: 'ops', details: { name: 'my-own', reason: 'placed' } }]);
    expect(await town.callsOf(phone)).toHaveLength(1);
    expect((await town.steps({ phone_number: town.newPhone(), procedure: 'simulator' })).at(-1)).toMatchObject({ outcome: 'placed' });
    expect(town.log).not.toMatch(/"level":"(?:error|fatal)"/);
    await town.close();
  });
});
