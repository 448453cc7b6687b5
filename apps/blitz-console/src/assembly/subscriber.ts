import { Redis } from 'ioredis';

/** The connection that only listens. */
export class Subscriber extends Redis {}
