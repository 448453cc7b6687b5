import type { StatusKind } from '../../ui/states/status.tsx';
import type { Outcome } from './event-filters.ts';

export const outcomeKinds: Readonly<Record<Outcome, StatusKind>> = { success: 'good', failure: 'bad', neutral: 'quiet' };
