import { readFileSync } from 'node:fs';
import release from '@jitl/quickjs-wasmfile-release-sync';
import { newQuickJSWASMModuleFromVariant, newVariant } from 'quickjs-emscripten-core';
import { Deadline } from './deadline.mjs';
import { hostFunctions } from './host-functions.mjs';
import { LinearMemory } from './linear-memory.mjs';
import { LogLines } from './log-lines.mjs';
import { answerOf, faultOf } from './outcome.mjs';

const RUN_MS = 100;
/** For reading what was thrown: its getters are the program's, too. */
const READ_MS = 10;
const KEPT_PROGRAMS = 16;
const bridge = readFileSync(new URL('./bridge.js', import.meta.url), 'utf8');

/**
 * QuickJS with the language loaded. Each run begins on a photo of the memory, taken when the program was loaded and before it
 * was ever called: as cheap as a warm context, and as clean as a new machine.
 */
export class Machine {
  #memory = new LinearMemory();
  #base;
  #programs = new Map();
  /** The photo that the memory is equal to right now. */
  #untouched;
  #last;
  #context;
  #call;
  #describe;
  #run = { secrets: {}, logs: new LogLines(), deadline: new Deadline(Infinity), asked: false };

  static async start(wasmModule, prelude) {
    const machine = new Machine();
    const context = (machine.#context = await engine(machine.#memory, wasmModule, () => machine.#run.deadline.isOver()));
    const host = context.newFunction('host', (...texts) => machine.#ask(texts));
    context.setProp(context.global, '__blitz_host', host);
    host.dispose();
    machine.#describe = context.unwrapResult(context.evalCode(bridge, 'bridge.js', { type: 'global' }));
    const language = context.unwrapResult(context.evalCode(prelude, 'prelude.js', { type: 'global' }));
    machine.#call = context.getProp(language, 'call');
    machine.#base = { photo: machine.#memory.take() };
    return machine;
  }

  /** @returns what the parent reads: `{ text }`, or `{ fault, … }`; `worn` when the machine should not be used again */
  run({ id, javascript, entryPoint, input, secrets }) {
    this.#run = { secrets, logs: new LogLines(), deadline: new Deadline(RUN_MS), asked: false };
    const loaded = this.#load(id, javascript);
    const outcome = loaded.fault === undefined ? this.#enter(loaded.program, entryPoint, input) : loaded;
    return { ...outcome, logs: this.#run.logs.lines(), worn: this.#memory.exhausted };
  }

  /** After a run, while nobody waits: the same program is the likeliest to come next. */
  tidy(id) {
    this.#begin(this.#programs.get(id) ?? this.#base);
  }

  #begin(beginning) {
    if (this.#untouched === beginning) return;
    if (this.#last !== beginning) this.#memory.wipeStack();
    this.#memory.putBack(beginning.photo);
    this.#untouched = this.#last = beginning;
  }

  #load(id, javascript) {
    const kept = this.#programs.get(id);
    this.#begin(kept?.javascript === javascript ? kept : this.#base);
    this.#untouched = undefined;
    if (kept?.javascript === javascript) return { program: kept.exported };
    const loaded = this.#context.evalCode(javascript, 'procedure.js', { type: 'module' });
    if (loaded.error !== undefined) return this.#fault(loaded.error);
    const { type, error } = this.#context.getPromiseState(loaded.value);
    if (type === 'rejected') return this.#fault(error);
    if (type === 'pending') return { fault: 'no_answer', message: 'The procedure waits at its top: await is not part of the language.' };
    const exported = this.#context.getProp(loaded.value, 'default');
    this.#keep(id, javascript, exported);
    return { program: exported };
  }

  /** A program that asked for a secret or the time while it was loaded has to be loaded again: they may be others next time. */
  #keep(id, javascript, exported) {
    this.#programs.delete(id);
    if (this.#run.asked || this.#run.deadline.passed || this.#memory.exhausted) return;
    if (this.#programs.size >= KEPT_PROGRAMS) this.#programs.delete(this.#programs.keys().next().value);
    this.#programs.set(id, { javascript, exported, photo: this.#memory.take() });
  }

  #enter(program, entryPoint, input) {
    const context = this.#context;
    const called = context.callFunction(this.#call, context.undefined, program, context.newString(entryPoint), context.newString(input));
    if (called.error !== undefined || this.#run.deadline.passed) return this.#fault(called.error);
    return answerOf(context, called.value);
  }

  #fault(thrown) {
    const { passed: interrupted } = this.#run.deadline;
    this.#run.deadline = new Deadline(READ_MS);
    const described = thrown === undefined ? undefined : this.#context.callFunction(this.#describe, this.#context.undefined, thrown);
    const text = described?.value === undefined ? undefined : this.#context.getString(described.value);
    return faultOf({ interrupted, exhausted: this.#memory.exhausted, text });
  }

  #ask(texts) {
    this.#run.asked = true;
    return this.#context.newString(JSON.stringify(this.#answer(texts.map((text) => JSON.parse(this.#context.getString(text))))));
  }

  #answer([name, ...texts]) {
    try {
      if (!Object.hasOwn(hostFunctions, name)) throw new Error(`${name}: there is no such function`);
      return ['ok', hostFunctions[name](this.#run, ...texts)];
    } catch (error) {
      return ['failed', error.message];
    }
  }
}

async function engine(memory, wasmModule, isLate) {
  let raw;
  const variant = newVariant(release, { wasmModule, wasmMemory: memory.wasm });
  const importLoader = variant.importModuleLoader;
  variant.importModuleLoader = async () => {
    const load = await importLoader();
    return async (options) => {
      raw = await load(options);
      memory.measure(raw._malloc, raw._free);
      return raw;
    };
  };
  const quickJs = await newQuickJSWASMModuleFromVariant(variant);
  const runtime = quickJs.newRuntime({ maxStackSizeBytes: 262_144, interruptHandler: isLate });
  // The library catches and prints what its interrupt handlers throw; here it has to reach us.
  raw.callbacks.shouldInterrupt = () => (isLate() ? 1 : 0);
  return runtime.newContext();
}
