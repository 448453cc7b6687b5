/**
 * What entries are measured against: Fastify with a form parser and one EVALSHA of the same script, and nothing else.
 * Runs as a process of its own, as blitz-idp does.
 */
import formbody from '@fastify/formbody';
import fastify from 'fastify';
import { Redis } from 'ioredis';
import { Script } from '@blitz/redis';

const redis = new Redis(process.env.BLITZ_REDIS_URL);
const names = ['login', 'id', 'digest', 'now', 'total', 'blockMs', 'channel'];
const enter = new Script('enter', ['challenge', 'budget', 'login', 'renewed'], names);
const sub = 'bare';
const keys = {
  challenge: `blitz:challenge:{${sub}}`,
  budget: `blitz:budget:{${sub}}:flashCall`,
  login: `blitz:login:{${sub}}:login`,
  renewed: `blitz:login:{${sub}}:renewed`,
};
await redis.hset(keys.login, 'password', 1);
await redis.hset(keys.challenge, { id: 'id', login: 'login', state: 'awaiting', digest: 'right', triesLeft: 1e9, expiresAt: 1e15 });

const app = fastify();
await app.register(formbody);
app.post('/enter', async () => {
  const args = { login: 'login', id: 'id', digest: 'wrong', now: Date.now(), total: 1e9, blockMs: 1, channel: 'bare' };
  const [verdict] = await enter.run(redis, keys, args);
  return { verdict };
});
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.once('SIGTERM', () => process.exit(0));
process.send?.('ready');
