export { BullMqCallQueue } from './bull-mq-call-queue.ts';
export { BullMqCallQueueState } from './bull-mq-call-queue-state.ts';
export { BullMqDialler, type DiallerDeed, type DiallerDeeds, type DiallerOptions, type DiallerReport } from './bull-mq-dialler.ts';
export { AxiosEgress } from './egress/axios-egress.ts';
export type { EgressPolicy, Resolve } from './egress/egress-policy.ts';
export { BullMqFollowUpQueue } from './bull-mq-follow-up-queue.ts';
