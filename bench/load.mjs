/** Sends what it is given as fast as it is answered, in a process of its own: what it costs must not slow down what it measures. */
import { request, Agent } from 'node:http';

process.on('message', async ({ base, requests, connections }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const statuses = {};
  let next = 0;
  const began = performance.now();
  const send = (each) =>
    new Promise((resolve, reject) => {
      const { path, method, headers, body } = each;
      const asked = request(new URL(path, base), { method, agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } }, (answer) => {
        const kind = `${answer.statusCode} ${(answer.headers.location ?? '').replace(/bo=[^&]*&?/, '')}`;
        statuses[kind] = (statuses[kind] ?? 0) + 1;
        answer.resume().once('end', resolve);
      });
      asked.once('error', reject);
      asked.end(body);
    });
  const worker = async () => {
    while (next < requests.length) await send(requests[next++]);
  };
  await Promise.all(Array.from({ length: connections }, worker));
  process.send({ perSec: requests.length / ((performance.now() - began) / 1000), statuses });
  agent.destroy();
});
