import { encode } from "./column";
import { fold } from "./fold";
import { fresh, type Buffers } from "../workspace";

/** Names that are one when folded, numbered in the order they come. */
export interface NameIndex {
  /** Of each row; -1 where there is none. */
  readonly codes: Int32Array;
  /** How many different ones. */
  readonly count: number;
  /** One folded; made when first asked for. */
  keyAt(code: number): string;
  /** One as it was first written. */
  firstAt(code: number): string;
  /** The code of a name, however it is written; -1 where nobody has it. */
  codeOf(name: string): number;
}

/** A name that meets so many others on its way is in a table made to be slow: they are told apart another way. */
const MOST_STEPS = 500;

/**
 * Tells names apart by a hash over their folded characters, without making a folded text of each: a hundred thousand texts
 * and a map of them would cost more than all that is done with them. Texts are compared only where hashes are equal.
 */
export function nameIndex(texts: readonly (string | undefined)[], buffers: Buffers = fresh): NameIndex {
  const size = 2 ** Math.ceil(Math.log2(2 * texts.length + 2));
  const last = 2 * size - 2;
  const slots = buffers.ints(2 * size); // code + 1, 0 is free, and the hash beside it, where it is read at no cost
  const codes = buffers.ints(texts.length).fill(-1);
  const firstRows = buffers.ints(texts.length);
  const keys: string[] = [];
  const firstAt = (code: number) => texts[firstRows[code] ?? -1] ?? "";
  const keyAt = (code: number) => (keys[code] ??= fold(firstAt(code)));
  // All hashes first: then a processor looks for the slots of several names at once, and waits for memory only once.
  const hashes = buffers.ints(texts.length);
  hashAll(texts, hashes);
  let count = 0;
  for (let row = 0; row < texts.length; row++) {
    const text = texts[row];
    if (text === undefined) continue;
    const hash = hashes[row]!; // row < length
    let slot = (2 * hash) & last;
    let steps = 0;
    for (; slots[slot] !== 0; slot = (slot + 2) & last) {
      const code = slots[slot]! - 1; // slot <= last
      if (slots[slot + 1] === hash && (firstAt(code) === text || keyAt(code) === fold(text))) break;
      if (++steps > MOST_STEPS) return byMap(texts);
    }
    if (slots[slot] === 0) {
      firstRows[count] = row;
      slots[slot] = ++count;
      slots[slot + 1] = hash;
    }
    codes[row] = slots[slot]! - 1;
  }
  buffers.giveBack(hashes);
  const codeOf = (name: string) => {
    const [hash, key] = [hashOf(name), fold(name)];
    for (let slot = (2 * hash) & last; slots[slot] !== 0; slot = (slot + 2) & last) {
      const code = slots[slot]! - 1; // slot <= last
      if (slots[slot + 1] === hash && keyAt(code) === key) return code;
    }
    return -1;
  };
  return { codes, count, keyAt, firstAt, codeOf };
}

function byMap(texts: readonly (string | undefined)[]): NameIndex {
  const { codes, words } = encode(texts, fold);
  const firstRows = new Int32Array(words.length).fill(-1);
  for (let row = codes.length - 1; row >= 0; row--) if (codes[row]! >= 0) firstRows[codes[row]!] = row; // row < length
  return {
    codes,
    count: words.length,
    keyAt: (code) => words[code] ?? "",
    firstAt: (code) => texts[firstRows[code] ?? -1] ?? "",
    codeOf: (name) => words.indexOf(fold(name)),
  };
}

/** A function of its own, as the loops of `masks.ts`. */
function hashAll(texts: readonly (string | undefined)[], into: Int32Array): void {
  for (let row = 0; row < texts.length; row++) {
    const text = texts[row];
    if (text !== undefined) into[row] = hashOf(text);
  }
}

const [SPACE, LAST_PLAIN] = [0x20, 0x7e];

/** FNV-1a over the units of the folded text, stirred once more for tables of a power of two. */
function hashOf(text: string): number {
  let [from, to] = [0, text.length];
  while (from < to && text.charCodeAt(from) === SPACE) from++;
  while (to > from && text.charCodeAt(to - 1) === SPACE) to--;
  let hash = 0x811c9dc5 | 0;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit < SPACE || unit > LAST_PLAIN) return hashOfFolded(fold(text));
    hash = Math.imul(hash ^ (unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit), 0x01000193);
  }
  return stirred(hash);
}

function hashOfFolded(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return stirred(hash);
}

function stirred(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x5bd1e995) ^ (hash >>> 13);
}
