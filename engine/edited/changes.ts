/**
 * Rows at which an answer may differ from that of the run before some rows were edited, ascending, each once. `all` where
 * there are too many to be named, or nobody has kept count.
 */
export type Changes = Int32Array | "all";

export const NOTHING: Changes = new Int32Array();

/** More rows than this part of all of them are `all`: then it is cheaper to work an answer out anew. */
const MOST = 1 / 8;
/** In a small table so many are still named. */
const FEW = 16;

export function isNothing(changes: Changes): boolean {
  return changes.length === 0; // "all" has a length, too
}

/** The same, or `all` where they are too many of `size` rows. */
export function atMost(rows: Int32Array, size: number): Changes {
  return rows.length > Math.max(FEW, size * MOST) ? "all" : rows;
}

/** Rows that are in any of them. */
export function union(parts: readonly Changes[]): Changes {
  let all: Int32Array | null = null;
  for (const part of parts) {
    if (part === "all") return "all";
    if (part.length > 0) all = all === null || all === part ? part : merged(all, part);
  }
  return all ?? NOTHING;
}

function merged(one: Int32Array, other: Int32Array): Int32Array {
  const both = new Int32Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return ascending(both);
}

/** Rows in ascending order, each once; sorts what it is given. */
export function ascending(rows: Int32Array): Int32Array {
  rows.sort();
  let size = 0;
  for (let i = 0; i < rows.length; i++) if (i === 0 || rows[i] !== rows[i - 1]) rows[size++] = rows[i]!; // i < length
  return rows.subarray(0, size);
}

/** One value per row. */
export type PerRow = Float64Array | Int32Array | Int16Array | Int8Array | Uint8Array;

/** The rows of `among` at which two columns of one length differ. Missing numbers are equal, the two zeros are not. */
export function differing<T extends PerRow>(before: T, now: T, among: Changes = "all"): Changes {
  if (before === now) return NOTHING;
  const found: number[] = [];
  const most = Math.max(FEW, now.length * MOST);
  if (among !== "all") {
    for (const row of among) if (!Object.is(before[row], now[row])) found.push(row);
    return Int32Array.from(found);
  }
  const [one, other] = [wordsOf(before), wordsOf(now)];
  const rows = 4 / now.BYTES_PER_ELEMENT;
  let from = 0; // the first row that is not compared yet
  for (let at = nextApart(one, other, 0); at < one.length; at = nextApart(one, other, at + 1)) {
    const first = Math.max(from, Math.floor(at * rows));
    from = Math.floor(at * rows) + Math.max(1, rows);
    for (let row = first; row < from; row++) if (!Object.is(before[row], now[row])) found.push(row);
    if (found.length > most) return "all";
  }
  for (let row = one.length * rows; row < now.length; row++) if (!Object.is(before[row], now[row])) found.push(row);
  return Int32Array.from(found);
}

/** The same memory in words of 32 bits, but for what is left over at its end. */
function wordsOf({ buffer, byteOffset, byteLength }: PerRow): Int32Array {
  return byteOffset % 4 === 0 ? new Int32Array(buffer, byteOffset, byteLength >> 2) : new Int32Array();
}

/** The next place at which two arrays differ. A function of its own, as the loops of `masks.ts`. */
function nextApart(one: Int32Array, other: Int32Array, from: number): number {
  let at = from;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

/** The values of some rows, in their order. */
export function picked<T extends PerRow>(column: T, rows: Int32Array): T {
  const part = new (column.constructor as new (size: number) => T)(rows.length);
  for (let i = 0; i < rows.length; i++) part[i] = column[rows[i]!]!; // i < length, and rows are the column's
  return part;
}

/** A column with the values of some rows in place of its own; itself where they are the same. */
export function placed<T extends PerRow>(column: T, rows: Int32Array, part: T): T {
  let out: T | null = null;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!; // i < length
    if (!Object.is(column[row], part[i])) (out ??= column.slice() as T)[row] = part[i]!; // likewise
  }
  return out ?? column;
}

/** The same for every column of a record, by those of `part`; what else is in it stays. */
export function allPlaced<T extends object>(record: T, rows: Int32Array, part: T): T {
  const entries = Object.entries(record).map(([name, own]): [string, unknown] => {
    return [name, isPerRow(own) ? placed(own, rows, (part as Record<string, PerRow>)[name]!) : own]; // both are of one type
  });
  return Object.fromEntries(entries) as T;
}

function isPerRow(value: unknown): value is PerRow {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}
