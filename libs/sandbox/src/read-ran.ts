import type { Ran, RunFault } from '@blitz/procedures';
import type { Masked } from './masked.ts';
import { readAnswer } from './read-answer.ts';
import type { ThreadAnswer } from './sandbox-thread.ts';

const LOG_LINES = 21;
const LOG_LENGTH = 200;
const MESSAGE_LENGTH = 300;

/** What a thread said, made an answer: nothing is taken from it but what was looked at. */
export function readRan(answer: ThreadAnswer, masked: Masked): Ran {
  if ('silent' in answer) return fault('too_long', 'The procedure did not end: its thread was ended.');
  if ('died' in answer) {
    if (answer.died === 'ERR_WORKER_OUT_OF_MEMORY') return fault('too_much_memory', 'The procedure wanted more memory than its thread has.');
    return fault('sandbox_broke', 'The thread of the procedure ended.');
  }
  const said = fieldsOf(answer.said);
  if (said['broke'] === 'time') return fault('too_long', 'The procedure ran longer than its 100 ms.');
  if (said['broke'] === 'stack') return fault('threw', 'The procedure calls itself too deeply.');
  if ('broke' in said) return fault('sandbox_broke', 'The engine of the procedure broke.');
  const logs = logsOf(said['logs'], masked);
  if (typeof said['fault'] === 'string') return { ...faultOf(said, masked), logs };
  return { ...readAnswer(said['text'], masked), logs };
}

const faults: Readonly<Record<string, RunFault>> = {
  threw: 'threw', too_long: 'too_long', too_much_memory: 'too_much_memory', no_answer: 'no_answer', answer_too_large: 'answer_too_large',
};

function faultOf(said: Readonly<Record<string, unknown>>, masked: Masked): Ran {
  const { fault: name, message, line, column } = said;
  const known = typeof name === 'string' && Object.hasOwn(faults, name) ? faults[name] : undefined;
  if (known === undefined || typeof message !== 'string') return fault('sandbox_broke', 'The engine of the procedure broke.');
  const place = isCount(line) && isCount(column) ? { line, column } : {};
  return { ...fault(known, masked.text(message, MESSAGE_LENGTH)), ...place };
}

const fault = (name: RunFault, message: string) => ({ kind: 'fault', fault: name, message, logs: [] as readonly string[] }) as const;

function logsOf(logs: unknown, masked: Masked): readonly string[] {
  if (!Array.isArray(logs)) return [];
  const lines = logs.slice(0, LOG_LINES).filter((line): line is string => typeof line === 'string');
  return lines.map((line) => masked.text(line, LOG_LENGTH));
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= 1_000_000;

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
