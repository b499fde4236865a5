/**
 * The lowest of the `count` highest values of a population; -Infinity where so many have none. `count` is at least 1.
 *
 * A binary heap holds the highest so far, the lowest of them at its root: most values are no higher than that one and cost
 * a comparison. (J. W. J. Williams, "Algorithm 232: Heapsort", Communications of the ACM 7, 1964.)
 */
export function leastOfBest(values: Float64Array, population: Uint8Array, count: number): number {
  if (count >= values.length) return -Infinity;
  const heap = new Float64Array(count).fill(-Infinity);
  for (let row = 0; row < values.length; row++) {
    if (values[row]! > heap[0]! && population[row] === 1) replaceRoot(heap, values[row]!); // row < length; missing is not higher
  }
  return heap[0]!; // count > 0
}

/** Puts a value in place of the lowest. */
function replaceRoot(heap: Float64Array, value: number): void {
  let at = 0;
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child++; // child < length, here and below
    if (heap[child]! >= value) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = value;
}
