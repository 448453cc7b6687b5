/**
 * The thread that reads procedures. Plain JavaScript, so that it is the same file from source, from dist and from a bundle.
 * A source is only read here, never run; the thread is there for what a source can do to the one who reads it: its parent
 * throws it away when it takes too long or too much memory.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { readProcedure } from './compiler/read-procedure.mjs';

parentPort.on('message', (source) => parentPort.postMessage(readProcedure(source, workerData.declarations)));
parentPort.postMessage('ready');
