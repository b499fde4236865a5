/**
 * The power of two that brings the largest of the values near one; 1 where there is none but zeros. Multiplied by it,
 * squares and long sums neither overflow nor vanish, and not a digit changes.
 */
export function unitOf(values: Float64Array): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0) return 1;
  return 2 ** -Math.max(-1022, Math.floor(Math.log2(largest))); // 2 ** 1074, for the least number, is none
}
