import { fastify } from 'fastify';
const f = fastify();
f.get('/blitz/x', () => ({ ok: true }));
f.post('/blitz/x', () => ({ ok: true }));
await f.listen({ port: 21001, host: '127.0.0.1' });
process.on('SIGTERM',()=>process.exit(0))
