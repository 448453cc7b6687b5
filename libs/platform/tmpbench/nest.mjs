import 'reflect-metadata';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import { Controller, Get, Post, Module } from '@nestjs/common';
class C { x() { return { ok: true }; } y() { return { ok: true }; } }
Get('x')(C.prototype, 'x', Object.getOwnPropertyDescriptor(C.prototype, 'x'));
Post('x')(C.prototype, 'y', Object.getOwnPropertyDescriptor(C.prototype, 'y'));
Controller('blitz')(C);
class M {}
Module({ controllers: [C] })(M);
const s = await NestFactory.create(M, new FastifyAdapter({skipMiddie: true}), {logger: false});
await s.listen(21003);
process.on('SIGTERM',()=>process.exit(0))
