const MOST_LINES = 20;
/** More than is shown: secrets have to be found and masked before a line is cut, which the other side of the thread does. */
const RAW_LENGTH = 4096;

/** The log of one run: what exceeds it is dropped, and one line says so. */
export class LogLines {
  #lines = [];
  #dropped = 0;

  add(line) {
    if (this.#lines.length < MOST_LINES) this.#lines.push(line.slice(0, RAW_LENGTH));
    else this.#dropped += 1;
  }

  lines() {
    return this.#dropped === 0 ? this.#lines : [...this.#lines, `(more lines were dropped: ${MOST_LINES} are kept)`];
  }
}
