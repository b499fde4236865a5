/** A typed array, whose memory can be borrowed and given back. */
export type BufferView = Float64Array | Int32Array | Uint32Array | Int16Array | Int8Array | Uint8Array;

/**
 * Where the columns of a table, and of what is run over it, are taken from. Every array is zero throughout, as a new one.
 *
 * An answer belongs to the table that it was worked out from. What a function needs only while it works, it gives back
 * itself before it returns.
 */
export interface Buffers {
  floats(size: number): Float64Array;
  ints(size: number): Int32Array;
  words(size: number): Uint32Array;
  shorts(size: number): Int16Array;
  bytes(size: number): Uint8Array;
  signed(size: number): Int8Array;
  /** Takes what nobody refers to any more; arrays that were not borrowed here are passed over. */
  giveBack(...arrays: readonly BufferView[]): void;
  /** A copy that belongs to the table as well. */
  copy<T extends BufferView>(array: T): T;
  /** An array as it may outlive the table: a copy of its own, where its memory would go to others. */
  handOut<T extends BufferView>(array: T): T;
}

/**
 * Memory that outlives the tables it was used for, so that reading and running the next one of about the same size
 * allocates next to nothing. More than 64 MB of new buffers make V8 collect the whole heap, the cells included, which
 * takes longer than a run.
 *
 * Whoever reads a table takes a lease and passes it on (`BuildOptions.buffers`). Once nobody looks at the table and its runs
 * any more, but for what `resultOf` gave, the lease is ended, and the next one has its memory.
 */
export class Workspace {
  #free: FreeBuffers = new Map();
  readonly #fewest: number;

  /** Arrays of fewer than `fewest` numbers are always new ones: they cost nothing worth keeping. */
  constructor(fewest = 10_000) {
    this.#fewest = fewest;
  }

  lease(): Lease {
    return new Lease({
      fewest: this.#fewest,
      take: (bytes) => this.#free.get(bytes)?.pop(),
      leave: (buffers) => (this.#free = buffers), // what the last lease left is let go, or sizes that come no more would pile up
    });
  }
}

type FreeBuffers = Map<number, ArrayBuffer[]>;

/** What a lease takes from the workspace, and leaves there. */
interface Pool {
  readonly fewest: number;
  take(bytes: number): ArrayBuffer | undefined;
  leave(buffers: FreeBuffers): void;
}

/** What is borrowed for one table and its runs. */
export class Lease implements Buffers {
  readonly #pool: Pool;
  readonly #lent = new Set<ArrayBufferLike>();
  #returned: FreeBuffers = new Map();
  #isEnded = false;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  floats(size: number): Float64Array {
    return this.#borrowed(Float64Array, size);
  }

  ints(size: number): Int32Array {
    return this.#borrowed(Int32Array, size);
  }

  words(size: number): Uint32Array {
    return this.#borrowed(Uint32Array, size);
  }

  shorts(size: number): Int16Array {
    return this.#borrowed(Int16Array, size);
  }

  bytes(size: number): Uint8Array {
    return this.#borrowed(Uint8Array, size);
  }

  signed(size: number): Int8Array {
    return this.#borrowed(Int8Array, size);
  }

  giveBack(...arrays: readonly BufferView[]): void {
    for (const { buffer } of arrays) {
      if (this.#lent.delete(buffer)) addTo(this.#returned, buffer as ArrayBuffer); // it was made here
    }
  }

  copy<T extends BufferView>(array: T): T {
    const copied = this.#borrowed(array.constructor as ArrayType<T>, array.length);
    copied.set(array);
    return copied;
  }

  handOut<T extends BufferView>(array: T): T {
    return this.#lent.has(array.buffer) ? (array.slice() as T) : array; // of the same type
  }

  /** Nobody may look at the table, or at a run over it, from here on. */
  end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    for (const buffer of this.#lent) addTo(this.#returned, buffer as ArrayBuffer);
    this.#lent.clear();
    this.#pool.leave(this.#returned);
    this.#returned = new Map();
  }

  #borrowed<T extends BufferView>(type: ArrayType<T>, size: number): T {
    if (size < this.#pool.fewest || this.#isEnded) return new type(size);
    const bytes = roomFor(size * type.BYTES_PER_ELEMENT);
    const used = this.#returned.get(bytes)?.pop() ?? this.#pool.take(bytes);
    const buffer = used ?? new ArrayBuffer(bytes);
    this.#lent.add(buffer);
    const array = new type(buffer, 0, size);
    if (used) array.fill(0);
    return array;
  }
}

/**
 * New arrays, which are left to the garbage collector.
 *
 * It is a lease as well, and always there: with the last object of its kind the code that was compiled for it would be
 * thrown away whenever garbage is collected, and nearly every loop of a run takes an array from one.
 */
export const fresh: Buffers = new Lease({ fewest: Infinity, take: () => undefined, leave: () => {} });

interface ArrayType<T> {
  new (size: number): T;
  new (buffer: ArrayBuffer, from: number, size: number): T;
  readonly BYTES_PER_ELEMENT: number;
}

function addTo(free: FreeBuffers, buffer: ArrayBuffer): void {
  const others = free.get(buffer.byteLength);
  if (others) others.push(buffer);
  else free.set(buffer.byteLength, [buffer]);
}

/** Bytes, rounded up by an eighth at most: a table that has grown by some rows fits the memory of the one before. */
function roomFor(bytes: number): number {
  const step = 2 ** (Math.floor(Math.log2(bytes)) - 3);
  return Math.ceil(bytes / step) * step;
}
