const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/** A line per step with its time; on a terminal also a moving line that names what is being done now. */
export class Progress {
  #running = new Map();
  #frame = 0;
  #timer;

  constructor(output = process.stdout) {
    this.output = output;
    this.moving = output.isTTY === true && process.env.CI === undefined && process.env.TERM !== 'dumb';
  }

  async step(name, deed) {
    const began = performance.now();
    this.#enter(name, began);
    try {
      const result = await deed();
      this.#leave(name, '✓', began);
      return result;
    } catch (error) {
      this.#leave(name, '✗', began);
      throw error;
    }
  }

  line(text) {
    this.#erase();
    this.output.write(`${text}\n`);
    this.#draw();
  }

  #enter(name, began) {
    // Without a moving line, a step that takes long says at least that it has begun.
    const announce = this.moving ? undefined : setTimeout(() => this.line(`  … ${name}`), 3_000);
    this.#running.set(name, { began, announce });
    if (this.moving) this.#timer ??= setInterval(() => this.#draw(), 80);
  }

  #leave(name, mark, began) {
    clearTimeout(this.#running.get(name)?.announce);
    this.#running.delete(name);
    if (this.#running.size === 0) this.#timer = void clearInterval(this.#timer);
    this.line(`  ${mark} ${name.padEnd(44)} ${seconds(performance.now() - began).padStart(7)}`);
  }

  #draw() {
    if (!this.moving || this.#running.size === 0) return;
    this.#frame = (this.#frame + 1) % frames.length;
    const [first] = this.#running.values();
    const names = [...this.#running.keys()].join(', ').slice(0, (this.output.columns ?? 80) - 16);
    this.output.write(`\r\x1b[2K  ${frames[this.#frame]} ${names} ${seconds(performance.now() - first.began)}`);
  }

  #erase() {
    if (this.moving) this.output.write('\r\x1b[2K');
  }
}

export function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}
