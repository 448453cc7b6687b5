const t0 = performance.now();
const { createService, readEnvironment, WebVariables } = await import('../dist/index.js');
const { Controller, Get, Post, Module } = await import('@nestjs/common');
const t1 = performance.now();
class C { x() { return { ok: true }; } y() { return { ok: true }; } }
Get('x')(C.prototype, 'x', Object.getOwnPropertyDescriptor(C.prototype, 'x'));
Post('x')(C.prototype, 'y', Object.getOwnPropertyDescriptor(C.prototype, 'y'));
Controller()(C);
class M {}
Module({ controllers: [C] })(M);
const { web } = readEnvironment({ BLITZ_PORT: process.env.PORT, BLITZ_LOG_LEVEL: process.env.ABL?.includes('quiet') ? 'error' : 'info' }, { web: WebVariables }, { port: 1, path: '/blitz' });
const s = await createService({ name: 'blitz-x', module: M, web, prefix: '/blitz', statuses: {} });
await s.listen();
console.error('import', t1 - t0, 'ready', performance.now() - t0, 'uptime', process.uptime(), 'rss', process.memoryUsage().rss / 1e6);
process.on('SIGTERM', () => s.stop().then(() => process.exit(0)));
