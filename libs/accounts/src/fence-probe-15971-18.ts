import { Redis } from 'ioredis';
export const a = Redis;
