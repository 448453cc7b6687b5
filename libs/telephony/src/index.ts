export { BullMqCallQueue } from './bull-mq-call-queue.ts';
export { BullMqDialler, type DiallerOptions, type DiallerReport } from './bull-mq-dialler.ts';
export { VendorExampleProvider, type VendorExampleOptions } from './vendor-example-provider.ts';
