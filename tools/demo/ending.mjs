import { endCommands } from '../setup/commands.mjs';

const numbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

/** npm passes on the signal that the terminal has sent us already: what comes within this time is the same press of Ctrl-C. */
const samePressMs = 1_000;

/** When and why the demo is to end: Ctrl-C and its relatives, or npm, which started us, being gone. */
export class Ending {
  asked;

  constructor({ onAsked, onForced }) {
    this.wanted = new Promise((resolve) => (this.resolve = resolve));
    this.onAsked = onAsked;
    this.onForced = onForced;
    for (const signal of Object.keys(numbers)) process.on(signal, () => this.ask(signal));
    if (process.env.npm_lifecycle_event !== undefined) this.#watchParent(process.ppid);
  }

  /** A second Ctrl-C is impatience; a terminal that closes, or npm that is gone, while we stop already is not. */
  ask(signal) {
    if (this.asked === undefined) {
      this.asked = { signal, status: 128 + numbers[signal], at: performance.now() };
      this.onAsked(signal);
      endCommands();
      this.resolve(this.asked);
    } else if (signal !== 'SIGHUP' && performance.now() - this.asked.at > samePressMs) {
      this.onForced();
      process.exit(this.asked.status);
    }
  }

  /** Between two steps of the set-up. */
  throwIfAsked() {
    if (this.asked !== undefined) throw new Error('asked to stop');
  }

  #watchParent(parent) {
    const watch = setInterval(() => {
      if (process.ppid !== parent) this.ask('SIGHUP');
    }, 1_000);
    watch.unref();
  }
}
