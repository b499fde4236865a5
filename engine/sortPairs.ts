const DIGIT = 11;
const BUCKETS = 1 << DIGIT;
const LAST = BUCKETS - 1;

/**
 * Puts pairs of a 32-bit word and a row, one behind the other, in ascending order of the words; equal words stay in the
 * order given. The answer is in one of the two arrays, which are of one length; what is in the other does not matter.
 *
 * Three counting passes of 11 bits, from the lowest: a hundred thousand rows cost a few milliseconds, where comparing pairs
 * of them costs many times that. A digit that all have in common costs no pass. Side by side, word and row are written to
 * one place in memory, not to two.
 */
export function sortPairs(pairs: Uint32Array, spare: Uint32Array): Uint32Array {
  const places = new Int32Array(3 * BUCKETS);
  countDigits(pairs, places);
  let [from, to] = [pairs, spare];
  for (let digit = 0; digit < 3; digit++) {
    const next = places.subarray(digit * BUCKETS, (digit + 1) * BUCKETS);
    const shift = digit * DIGIT;
    if (2 * (next[((from[0] ?? 0) >>> shift) & LAST] ?? 0) === from.length) continue;
    let sum = 0;
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      const count = next[bucket]!; // bucket < length
      next[bucket] = sum;
      sum += count;
    }
    move(from, to, next, shift);
    [from, to] = [to, from];
  }
  return from;
}

/** Functions of their own, as the loops of `masks.ts`. */
function countDigits(pairs: Uint32Array, places: Int32Array): void {
  for (let i = 0; i < pairs.length; i += 2) {
    const word = pairs[i]!; // i < length
    places[word & LAST]!++; // a digit is a bucket
    places[BUCKETS + ((word >>> DIGIT) & LAST)]!++;
    places[2 * BUCKETS + (word >>> (2 * DIGIT))]!++;
  }
}

/** Moves each pair to the next place of its digit. */
function move(from: Uint32Array, to: Uint32Array, next: Int32Array, shift: number): void {
  for (let i = 0; i < from.length; i += 2) {
    const word = from[i]!; // i < length, that of both
    const place = 2 * next[(word >>> shift) & LAST]!++;
    to[place] = word;
    to[place + 1] = from[i + 1]!;
  }
}
