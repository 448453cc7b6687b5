import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { createService, readEnvironment, WebVariables } from '../dist/index.js';
class C { x() { return { ok: true }; } }
Get('x')(C.prototype, 'x', Object.getOwnPropertyDescriptor(C.prototype, 'x'));
Controller('')(C);
class M {}
Module({ controllers: [C] })(M);
const { web } = readEnvironment({ BLITZ_LOG_LEVEL: process.env.LVL ?? 'info' }, { web: WebVariables }, { port: 1, path: '/blitz' });
const s = await createService({ name: 'blitz-x', module: M, web, prefix: '/blitz', statuses: {}, logTo: { write() {} } }); await s.app.init(); const f = s.app.getHttpAdapter().getInstance(); await f.ready();
let best = 1e9;
for (let round = 0; round < 15; round++) { const N = 5000; const c = process.cpuUsage();
  for (let i = 0; i < N; i++) await f.inject('/blitz/x');
  const u = process.cpuUsage(c); best = Math.min(best, (u.user + u.system) / N); }
console.error(process.env.LABEL ?? '', best.toFixed(1));
process.exit(0);
