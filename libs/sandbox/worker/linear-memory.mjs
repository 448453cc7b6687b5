const { Memory } = globalThis.WebAssembly;

/** In pages of 64 KiB; what the module asks for at least. */
const FIRST_PAGES = 256;
/** 16 MiB for a run, and 6 MiB for the engine: its stack (5 MiB), its data, the language. */
const MOST_PAGES = 352;
/** The engine's data, and more. */
const DATA_END = 98_304;
/** What was allocated before the heap is measured, and more. */
const EARLY = 16_384;
/** As much of the stack as the engine may use, see `maxStackSizeBytes`, with room for what it calls. */
const USED_STACK = 393_216;
const PROBE = 131_072;

/**
 * The memory of one WebAssembly machine. `take` photographs it, `putBack` makes it what it was, byte by byte: so a run can't
 * leave anything behind for the next one, whatever it did to its world. Nothing runs while a photo is taken, so the stack is empty,
 * and where exactly it borders on data and heap does not matter.
 *
 *   0 ── data ── DATA_END ── stack, which grows down ── heapStart ── heap ── heapEnd ── zeros
 */
export class LinearMemory {
  /** The cap that holds for strings, too; the engine's own limit doesn't count them. */
  wasm = new Memory({ initial: FIRST_PAGES, maximum: MOST_PAGES });
  /** Whether the last wish for more memory was refused. */
  exhausted = false;
  #heapEndAt = 0;
  #heapStart = 0;

  constructor() {
    this.wasm.grow = (pages) => {
      this.exhausted = true;
      const before = Memory.prototype.grow.call(this.wasm, pages);
      this.exhausted = false;
      return before;
    };
  }

  /** The allocator keeps the end of its heap in one word of its data: the one that moves with a large allocation and is the highest. */
  measure(malloc, free) {
    const before = this.#lowWords();
    const first = malloc(PROBE);
    const then = this.#lowWords();
    const second = malloc(PROBE);
    const after = this.#lowWords();
    free(first);
    free(second);
    const moved = [...after.keys()].filter((word) => after[word] > second + PROBE && after[word] - then[word] >= PROBE);
    if (moved.length !== 1) throw new Error('QuickJS keeps its heap in a way that is not known here: was it updated?');
    this.#heapEndAt = moved[0] * 4;
    this.#heapStart = before[moved[0]] - EARLY;
    const unused = Buffer.from(this.wasm.buffer, DATA_END, this.#heapStart - USED_STACK - DATA_END);
    if (!unused.equals(Buffer.alloc(unused.length))) throw new Error('QuickJS lays out its memory in a way that is not known here: was it updated?');
  }

  get heapEnd() {
    return new DataView(this.wasm.buffer).getUint32(this.#heapEndAt, true);
  }

  take() {
    const bytes = new Uint8Array(this.wasm.buffer);
    return { data: bytes.slice(0, DATA_END), heap: bytes.slice(this.#heapStart, this.heapEnd) };
  }

  putBack({ data, heap }) {
    const bytes = new Uint8Array(this.wasm.buffer);
    const usedEnd = this.heapEnd;
    bytes.set(data, 0);
    bytes.set(heap, this.#heapStart);
    bytes.fill(0, Math.min(this.#heapStart + heap.length, usedEnd), usedEnd);
    this.exhausted = false;
  }

  /** What calls left below the stack can't be reached by a program, but another program's secrets should not even lie there. */
  wipeStack() {
    new Uint8Array(this.wasm.buffer).fill(0, this.#heapStart - USED_STACK, this.#heapStart);
  }

  #lowWords() {
    return new Uint32Array(this.wasm.buffer.slice(0, DATA_END));
  }
}
