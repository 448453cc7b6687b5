/**
 * The thread that reads procedures. Plain JavaScript, so that it is the same file from source, from dist and from a bundle.
 * A source is only read here, never run; the thread is there for what a source can do to the one who reads it: its parent
 * throws it away when it takes too long or too much memory.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { readProcedure } from './compiler/read-procedure.mjs';

const { declarations } = workerData;

parentPort.on('message', (source) => parentPort.postMessage(readProcedure(source, declarations)));
// Once for nobody: the libraries are read before the time of the first source begins.
readProcedure('', declarations);
parentPort.postMessage('ready');
