import { connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { Readiness } from '../src/index.ts';
import { tryService } from './support/tried-service.ts';

describe('the life of a service', () => {
  it('is alive, ready, and counts answers by the pattern of the route', async () => {
    const { service, url } = await tryService();
    expect(await (await fetch(`${url}/blitz/healthz`)).json()).toEqual({ status: 'alive' });
    expect(await (await fetch(`${url}/blitz/readyz`)).json()).toEqual({ status: 'ready' });
    await fetch(`${url}/blitz/tried/items/open-sesame`);
    const metrics = await (await fetch(`${url}/blitz/metrics`)).text();
    const labels = 'method="GET",route="/blitz/tried/items/:id",status="2xx"';
    expect(metrics).toContain(`blitz_http_request_duration_seconds_count{${labels},service="blitz-tried"} 1`);
    expect(metrics).toMatch(new RegExp(`_bucket\\{${labels},le="\\+Inf",service="blitz-tried"\\} 1`));
    expect(metrics).toContain('process_cpu_seconds_total');
    expect(metrics).not.toContain('open-sesame');
    await service.stop();
  });

  it('says which store is missing', async () => {
    const { service, url } = await tryService();
    service.get(Readiness).add('redis', () => Promise.reject(new Error('redis://:open-sesame@host')));
    const answer = await fetch(`${url}/blitz/readyz`);
    expect(answer.status).toBe(503);
    const body = await answer.text();
    expect(JSON.parse(body)).toMatchObject({ code: 'service_not_ready', missing: ['redis'] });
    expect(body).not.toContain('sesame');
    await service.stop();
  });

  it('ends: not ready at once, open streams closed, requests under way answered, no new ones taken', async () => {
    const { service, url } = await tryService();
    const stream = await fetch(`${url}/blitz/tried/stream`);
    expect(stream.headers.get('content-security-policy')).toContain("default-src 'none'");
    const slow = fetch(`${url}/blitz/tried/slow`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const stopped = service.stop(100);
    expect((await fetch(`${url}/blitz/readyz`)).status).toBe(503);
    expect((await fetch(`${url}/blitz/healthz`)).status).toBe(200);
    expect(await (await slow).json()).toEqual({ slow: true });
    expect(await stream.text()).toBe('data: hello\n\ndata: bye\n\n');
    await stopped;
    await expect(fetch(`${url}/blitz/healthz`)).rejects.toThrow();
  });

  it('does not wait for a client that keeps an idle connection', async () => {
    const { service, url } = await tryService();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write('GET /blitz/healthz HTTP/1.1\r\nHost: a\r\n\r\n');
    await new Promise((resolve) => socket.once('data', resolve));
    const began = performance.now();
    await service.stop();
    await closed;
    expect(performance.now() - began).toBeLessThan(4_500);
  });

  it('answers what is not HTTP with a problem, and goes on', async () => {
    const { service, url } = await tryService();
    const heard = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
      socket.on('data', (chunk) => (text += chunk.toString())).on('close', () => resolve(text));
    });
    expect(heard).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/problem\+json/);
    expect(heard).toContain('"code":"request_malformed"');
    expect((await fetch(`${url}/blitz/healthz`)).status).toBe(200);
    await service.stop();
  });
});
