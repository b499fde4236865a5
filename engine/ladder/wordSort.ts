const DIGIT = 11;
const BUCKETS = 1 << DIGIT;
const LAST = BUCKETS - 1;

/**
 * Puts rows in ascending order of a 32-bit word each, and the words with them; equal words stay in the order given.
 *
 * Three counting passes of 11 bits, from the lowest: a hundred thousand rows cost a few milliseconds, where comparing pairs
 * of them costs many times that. A digit that all have in common costs no pass.
 */
export function sortByWords(rows: Int32Array, words: Uint32Array): void {
  const size = rows.length;
  const places = new Int32Array(3 * BUCKETS);
  for (let i = 0; i < size; i++) {
    const word = words[i]!; // i < size, the length of both, here and below
    places[word & LAST]!++; // a digit is a bucket
    places[BUCKETS + ((word >>> DIGIT) & LAST)]!++;
    places[2 * BUCKETS + (word >>> (2 * DIGIT))]!++;
  }
  let [fromRows, fromWords] = [rows, words];
  let [toRows, toWords]: [Int32Array, Uint32Array] = [new Int32Array(size), new Uint32Array(size)];
  for (let digit = 0; digit < 3; digit++) {
    const next = places.subarray(digit * BUCKETS, (digit + 1) * BUCKETS);
    const shift = digit * DIGIT;
    if (size === 0 || next[((fromWords[0] ?? 0) >>> shift) & LAST] === size) continue;
    let sum = 0;
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      const count = next[bucket]!; // bucket < length
      next[bucket] = sum;
      sum += count;
    }
    for (let i = 0; i < size; i++) {
      const word = fromWords[i]!;
      const place = next[(word >>> shift) & LAST]!++;
      toWords[place] = word;
      toRows[place] = fromRows[i]!;
    }
    [fromRows, toRows] = [toRows, fromRows];
    [fromWords, toWords] = [toWords, fromWords];
  }
  if (fromRows === rows) return;
  rows.set(fromRows);
  words.set(fromWords);
}
