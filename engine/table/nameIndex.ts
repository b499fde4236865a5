import { sortPairs } from "../sortPairs";
import { fresh, type Buffers } from "../workspace";
import { encode } from "./column";
import { fold } from "./fold";
import { scanAll, scanned } from "./nameScan";

/** Names that are one when folded, numbered in the order they come. */
export interface NameIndex {
  /** Of each row; -1 where there is none. */
  readonly codes: Int32Array;
  /** How many different ones. */
  readonly count: number;
  /** Those in which a word for a total may stand. */
  readonly mayBeTotals: readonly number[];
  /** One folded; made when first asked for. */
  keyAt(code: number): string;
  /** One as it was first written. */
  firstAt(code: number): string;
  /** The code of a name, however it is written; -1 where nobody has it. */
  codeOf(name: string): number;
}

/** So many names of one hash are in a table made to be slow: they are told apart another way. */
const MOST_OF_A_HASH = 500;

/**
 * Tells names apart by a hash over their folded signs, without making a folded text of each: a hundred thousand texts and a
 * map of them would cost more than all that is done with them. Hashes are sorted, which goes through memory in order where a
 * table of them would be met all over; texts are compared only where hashes are equal.
 */
export function nameIndex(texts: readonly (string | undefined)[], buffers: Buffers = fresh): NameIndex {
  const size = texts.length;
  const [pairs, spare] = [buffers.words(2 * size), buffers.words(2 * size)];
  const codes = buffers.ints(size).fill(-1);
  const mayBeTotal = buffers.bytes(size);
  const named = 2 * scanAll(texts, pairs, codes, mayBeTotal);
  const sorted = sortPairs(pairs.subarray(0, named), spare.subarray(0, named));
  buffers.giveBack(sorted.buffer === pairs.buffer ? spare : pairs);
  if (!joinSame(sorted, texts, codes)) return byMap(texts);
  const firstRows = buffers.ints(size);
  const count = numberInOrder(codes, firstRows);
  const mayBeTotals: number[] = [];
  for (let code = 0; code < count; code++) if (mayBeTotal[firstRows[code]!] === 1) mayBeTotals.push(code); // code < count
  buffers.giveBack(mayBeTotal);
  const keys: string[] = [];
  const firstAt = (code: number) => texts[firstRows[code] ?? -1] ?? "";
  const keyAt = (code: number) => (keys[code] ??= fold(firstAt(code)));
  const codeOf = (name: string) => {
    const [{ hash }, key] = [scanned(name), fold(name)];
    for (let at = firstOfHash(sorted, hash); sorted[at] === hash; at += 2) {
      const code = codes[sorted[at + 1]!]!; // a pair is a hash and a row
      if (keyAt(code) === key) return code;
    }
    return -1;
  };
  return { codes, count, mayBeTotals, keyAt, firstAt, codeOf };
}

/** Gives rows of one name the first of them in place of their own; false where too many names have one hash. */
function joinSame(sorted: Uint32Array, texts: readonly (string | undefined)[], firstOf: Int32Array): boolean {
  for (let from = 0; from < sorted.length;) {
    let to = from + 2;
    while (to < sorted.length && sorted[to] === sorted[from]) to += 2;
    if (to - from > 2 && !joinRun(sorted.subarray(from, to), texts, firstOf)) return false;
    from = to;
  }
  return true;
}

function joinRun(run: Uint32Array, texts: readonly (string | undefined)[], firstOf: Int32Array): boolean {
  const firsts: number[] = [];
  for (let at = 1; at < run.length; at += 2) {
    const row = run[at]!; // at < length; rows of one hash stand in their order
    const first = firsts.find((other) => isSame(texts[other] ?? "", texts[row] ?? ""));
    if (first === undefined && firsts.push(row) > MOST_OF_A_HASH) return false;
    firstOf[row] = first ?? row;
  }
  return true;
}

function isSame(one: string, other: string): boolean {
  return one === other || fold(one) === fold(other);
}

/** Turns the first row of each row's name into the number of the name; answers how many there are. */
function numberInOrder(codes: Int32Array, firstRows: Int32Array): number {
  let count = 0;
  for (let row = 0; row < codes.length; row++) {
    const first = codes[row]!; // row < length
    if (first < 0) continue;
    if (first === row) firstRows[count] = row;
    codes[row] = first === row ? count++ : codes[first]!; // the first row has its number already
  }
  return count;
}

/** Where the pairs of a hash begin, or would. */
function firstOfHash(sorted: Uint32Array, hash: number): number {
  let [low, high] = [0, sorted.length / 2];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[2 * middle]! < hash)
      low = middle + 1; // 2 * middle < length
    else high = middle;
  }
  return 2 * low;
}

function byMap(texts: readonly (string | undefined)[]): NameIndex {
  const { codes, words } = encode(texts, fold);
  const firstRows = new Int32Array(words.length).fill(-1);
  for (let row = codes.length - 1; row >= 0; row--) if (codes[row]! >= 0) firstRows[codes[row]!] = row; // row < length
  return {
    codes,
    count: words.length,
    mayBeTotals: words.map((_, code) => code),
    keyAt: (code) => words[code] ?? "",
    firstAt: (code) => texts[firstRows[code] ?? -1] ?? "",
    codeOf: (name) => words.indexOf(fold(name)),
  };
}
