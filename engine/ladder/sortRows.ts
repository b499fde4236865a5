/**
 * Rows in order of a number and, where numbers are equal, of `decide`; without it they stay in the order given.
 *
 * The distinct numbers are sorted natively and every row counted into its place: comparing pairs of rows is left to those
 * that are equal. Rows with a missing number must not be given.
 */
export function sortRows(
  rows: Int32Array,
  values: Float64Array,
  direction: "desc" | "asc",
  decide?: (a: number, b: number) => number,
): Int32Array {
  const distinct = distinctAscending(rows, values);
  const last = distinct.length - 1;
  const bucketOf = new Int32Array(rows.length);
  const starts = new Int32Array(distinct.length + 1);
  for (let i = 0; i < rows.length; i++) {
    const found = indexIn(distinct, values[rows[i]!]!); // i < length, and every row has a value
    const bucket = direction === "asc" ? found : last - found;
    bucketOf[i] = bucket;
    starts[bucket + 1]!++; // bucket < the number of distinct values
  }
  for (let bucket = 0; bucket < distinct.length; bucket++) starts[bucket + 1]! += starts[bucket]!; // likewise
  const next = starts.slice();
  const order = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) order[next[bucketOf[i]!]!++] = rows[i]!; // likewise
  if (decide === undefined) return order;
  for (let bucket = 0; bucket < distinct.length; bucket++) {
    const [from, to] = [starts[bucket]!, starts[bucket + 1]!]; // likewise
    if (to - from > 1) order.subarray(from, to).sort(decide);
  }
  return order;
}

/** Each value once, ascending; the two zeros are one. */
function distinctAscending(rows: Int32Array, values: Float64Array): Float64Array {
  const sorted = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) sorted[i] = values[rows[i]!]!; // i < length, and every row has a value
  sorted.sort();
  let size = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (size === 0 || sorted[i] !== sorted[size - 1]) sorted[size++] = sorted[i]!; // i < length
  }
  return sorted.subarray(0, size);
}

/** Where a value stands among distinct ascending ones; it is one of them. */
function indexIn(distinct: Float64Array, value: number): number {
  let [low, high] = [0, distinct.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (distinct[middle]! < value)
      low = middle + 1; // middle < length
    else high = middle;
  }
  return low;
}
