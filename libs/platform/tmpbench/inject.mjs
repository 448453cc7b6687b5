import 'reflect-metadata';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import { Controller, Get, Post, Module } from '@nestjs/common';
import { createService, readEnvironment, WebVariables } from '../dist/index.js';
import { fastify } from 'fastify';
import fs from 'node:fs';
class C { x() { return { ok: true }; } y() { return { ok: true }; } }
Get('x')(C.prototype, 'x', Object.getOwnPropertyDescriptor(C.prototype, 'x'));
Post('x')(C.prototype, 'y', Object.getOwnPropertyDescriptor(C.prototype, 'y'));
Controller('')(C);
class M {}
Module({ controllers: [C] })(M);
const bare = fastify(); bare.get('/blitz/x', () => ({ ok: true })); await bare.ready();
const n = await NestFactory.create(M, new FastifyAdapter({ skipMiddie: true }), { logger: false }); n.setGlobalPrefix('blitz'); await n.init(); 
const nest = n.getHttpAdapter().getInstance(); await nest.ready();
const mk = async (lvl) => { const { web } = readEnvironment({ BLITZ_LOG_LEVEL: lvl }, { web: WebVariables }, { port: 1, path: '/blitz' });
const s = await createService({ name: 'blitz-x', module: M, web, prefix: '/blitz', statuses: {}, logTo: process.env.SINK ? { write() {} } : undefined}); await s.app.init(); const i = s.app.getHttpAdapter().getInstance(); await i.ready(); return i; };
const all = { bare, nest, quiet: await mk('error'), ours: await mk('info') };
const best = {};
for (let round = 0; round < 12; round++) for (const [k, f] of Object.entries(all)) {
  const N = 4000; const c = process.cpuUsage(); const t = performance.now();
  for (let i = 0; i < N; i++) await f.inject('/blitz/x');
  const u = process.cpuUsage(c); const v = (u.user + u.system) / N;
  best[k] = Math.min(best[k] ?? 1e9, v);
}
console.error(Object.fromEntries(Object.entries(best).map(([k, v]) => [k, v.toFixed(1) + ' µs'])));
process.exit(0);
