import { fold } from "./fold";
import { endsStem } from "./totalWords";

/** What one look at the signs of a name says. */
interface Scanned {
  /** Of the folded name, 32 bits. */
  hash: number;
  /** Whether a word for a total may stand in it. */
  mayBeTotal: boolean;
}
/** One object for all, so that no name costs an allocation. */
const said: Scanned = { hash: 0, mayBeTotal: false };

/**
 * Looks at all names: each gets its hash and its row, one behind the other, in the next pair, and itself as the first row of
 * its name. Answers how many names there are; `firstOf` stays as it is where there is none.
 */
export function scanAll(
  texts: readonly (string | undefined)[],
  pairs: Uint32Array,
  firstOf: Int32Array,
  mayBeTotal: Uint8Array,
): number {
  let count = 0;
  for (let row = 0; row < texts.length; row++) {
    const text = texts[row];
    if (text === undefined) continue;
    scanned(text);
    if (said.mayBeTotal) mayBeTotal[row] = 1;
    firstOf[row] = row;
    pairs[2 * count] = said.hash;
    pairs[2 * count + 1] = row;
    count++;
  }
  return count;
}

const [SPACE, LAST_PLAIN] = [0x20, 0x7e];

/** FNV-1a over the units of the folded text, stirred once more. */
export function scanned(text: string): Readonly<Scanned> {
  let [from, to] = [0, text.length];
  while (from < to && text.charCodeAt(from) === SPACE) from++;
  while (to > from && text.charCodeAt(to - 1) === SPACE) to--;
  let hash = 0x811c9dc5 | 0;
  let window = 0; // the last four signs
  let mayBeTotal = false;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit < SPACE || unit > LAST_PLAIN) return say(hashOfFolded(fold(text)), true);
    const small = unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit;
    hash = Math.imul(hash ^ small, 0x01000193);
    window = (window << 8) | small;
    if (endsStem(window)) mayBeTotal = true;
  }
  return say(hash, mayBeTotal);
}

function hashOfFolded(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

function say(hash: number, mayBeTotal: boolean): Scanned {
  said.hash = stirred(hash) >>> 0;
  said.mayBeTotal = mayBeTotal;
  return said;
}

function stirred(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x5bd1e995) ^ (hash >>> 13);
}
