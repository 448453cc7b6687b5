/**
 * One thread, one machine, one run at a time. What it answers is read by the parent as a stranger's word. Whatever is thrown here
 * was thrown by the engine and not by a program: then this thread's memory is worth nothing, and the parent ends it.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { TooLong } from './deadline.mjs';
import { Machine } from './machine.mjs';

// The engine asks its host how far local time is from UTC. A procedure answers the same wherever the server stands.
Date.prototype.getTimezoneOffset = () => 0;

const machine = await Machine.start(workerData.wasmModule, workerData.prelude);

parentPort.on('message', (run) => {
  let outcome;
  try {
    outcome = machine.run(run);
  } catch (error) {
    parentPort.postMessage({ broke: reasonOf(error) });
    return;
  }
  parentPort.postMessage(outcome);
  if (!outcome.worn) machine.tidy(run.id);
});
parentPort.postMessage('ready');

function reasonOf(error) {
  if (error instanceof TooLong) return 'time';
  return error instanceof RangeError ? 'stack' : 'engine';
}
