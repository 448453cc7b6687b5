import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { endGroup } from '../setup/commands.mjs';
import { Refusal } from '../setup/refusal.mjs';
import { inRoot } from '../setup/root.mjs';
import { eachLine, noteworthy } from './log-lines.mjs';

const readyWithinMs = 60_000;
const graceMs = 10_000;
const preload = fileURLToPath(new URL('./end-with-parent.mjs', import.meta.url));

/**
 * The running services. Each is a process in a session of its own, so that Ctrl-C in the terminal reaches only us and the
 * order of the stop is ours; the pipe on its standard input lets it notice if we are killed.
 */
export class Services {
  #services = new Map();
  #givenUp = false;
  #failure;
  /** While somebody develops: a service that ends waits for the next change instead of ending the demo. */
  enduring = false;

  constructor(logs, show) {
    this.logs = logs;
    this.show = show;
    this.died = new Promise((resolve) => (this.reportDeath = resolve));
    mkdirSync(logs, { recursive: true, mode: 0o700 });
  }

  /** Resolves when the service answers that it is ready; rejects with its last words if it ends or dallies. */
  async start(definition) {
    const { name } = definition;
    const service = { definition, stopping: false, running: true, wasReady: false, ...this.#spawn(definition) };
    this.#services.set(name, service);
    // Not 'exit': what it said last may still be on its way.
    service.child.once('close', (code, signal) => {
      service.running = false;
      // One that never got ready is told about below.
      if (service.stopping || !service.wasReady) return;
      const report = this.enduring ? this.show : this.reportDeath;
      report(lastWords(service, `ended by itself (${signal ?? `status ${code}`})`));
    });
    const end = performance.now() + readyWithinMs;
    while (service.running && !this.#givenUp && performance.now() < end) {
      if ((await answers(definition.ready)) && service.running) return void (service.wasReady = true);
      await pause(40);
    }
    // The rest need not get ready when one can't, and the one that failed first is the one to tell about.
    this.#failure ??= new Refusal(lastWords(service, service.running ? `was not ready within ${readyWithinMs / 1000} seconds` : 'ended while it started'));
    this.giveUpWaiting();
    throw this.#failure;
  }

  async restart(definition) {
    this.#failure = undefined;
    this.#givenUp = false;
    await this.#stop(this.#services.get(definition.name));
    await this.start(definition);
  }

  /** What still starts need not get ready any more. */
  giveUpWaiting() {
    this.#givenUp = true;
  }

  async stopAll() {
    await Promise.all([...this.#services.values()].map((service) => this.#stop(service)));
  }

  killAll() {
    for (const { child, running } of this.#services.values()) if (running) endGroup(child.pid, 'SIGKILL');
  }

  #spawn({ name, program, env }) {
    const log = join(this.logs, `${name}.log`);
    const args = ['--enable-source-maps', '--import', preload, program];
    const child = spawn(process.execPath, args, { cwd: inRoot(), env, stdio: ['pipe', 'pipe', 'pipe'], detached: true });
    child.stdin.on('error', () => undefined);
    child.on('error', () => undefined);
    const file = createWriteStream(log, { mode: 0o600 });
    const last = [];
    const watch = noteworthy((line) => this.show(`${name} ${line}`));
    for (const stream of [child.stdout, child.stderr]) {
      eachLine(stream, (line) => {
        file.write(`${line}\n`);
        last.push(line);
        if (last.length > 15) last.shift();
        watch(line);
      });
    }
    return { child, log, last };
  }

  async #stop(service) {
    if (service === undefined || !service.running) return;
    service.stopping = true;
    const ended = new Promise((resolve) => service.child.once('close', resolve));
    service.child.kill('SIGTERM');
    const force = setTimeout(() => endGroup(service.child.pid, 'SIGKILL'), graceMs);
    await ended;
    clearTimeout(force);
  }
}

function lastWords({ definition, log, last }, what) {
  const words = explanation(last) ?? last;
  const said = words.length === 0 ? '' : ` Its last words:\n\n${words.join('\n')}\n`;
  return `${definition.name} ${what}.${said}\nAll it said: ${log}`;
}

/** A service that can't start says why; the lines of its log around that say the same in a form for programs. */
function explanation(lines) {
  const first = lines.findIndex((line) => line.includes(" can't start. "));
  return first === -1 ? undefined : lines.slice(first).filter((line) => !line.startsWith('{'));
}

function answers(url) {
  return new Promise((resolve) => {
    const request = get(url, { agent: false, timeout: 3_000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.once('error', () => resolve(false));
    request.once('timeout', () => request.destroy());
  });
}
