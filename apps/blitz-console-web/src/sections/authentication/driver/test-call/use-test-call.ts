import { useRef, useState } from 'react';
import { changingHeaders } from '../../../../client/admin-api.ts';
import { notice } from '../../../../client/interruptions.ts';
import { problemIn, problemOf, type Problem } from '../../../../client/problem.ts';
import { readLines } from './read-lines.ts';
import type { Step } from './step.ts';

export interface WantedTestCall {
  readonly phone_number: string;
  readonly procedure: string;
  readonly draft?: { readonly name: string; readonly source: string; readonly hosts: readonly string[] };
  readonly code_length?: number;
}

export interface TestCall {
  readonly steps: readonly Step[];
  readonly calling: boolean;
  readonly problem: Problem | undefined;
  readonly call: (wanted: WantedTestCall) => Promise<void>;
}

/** One test call at a time, each step as it happens. A page that is left does not stop the call. */
export function useTestCall(): TestCall {
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [calling, setCalling] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const busy = useRef(false);
  const call = async (wanted: WantedTestCall): Promise<void> => {
    // Two clicks ring once.
    if (busy.current) return;
    busy.current = true;
    setCalling(true);
    setSteps([]);
    setProblem(undefined);
    try {
      await ask(wanted, (step) => setSteps((before) => [...before, step]));
    } catch (thrown) {
      setProblem(problemOf(thrown));
    } finally {
      busy.current = false;
      setCalling(false);
    }
  };
  return { steps, calling, problem, call };
}

async function ask(wanted: WantedTestCall, heard: (step: Step) => void): Promise<void> {
  const headers = { ...changingHeaders(), 'content-type': 'application/json', accept: 'application/x-ndjson' };
  const response = await fetch('/blitz/admin/api/v1/test-calls', { method: 'POST', headers, body: JSON.stringify(wanted) });
  if (!response.ok || response.body === null) {
    await notice(response);
    throw problemIn(response.status, await response.json().catch(() => undefined));
  }
  for await (const line of readLines(response.body)) heard(line as Step);
}
