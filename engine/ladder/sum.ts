/**
 * Running sums with Neumaier's compensation: entry i is the sum of values 0 to i as if added exactly, rounded once or
 * twice. (A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54, 1974.)
 */
export function runningSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length);
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!; // i < length
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
    sums[i] = sum + lost;
  }
  return sums;
}

/** The sum of the values that `counts` says yes to; missing values add nothing. */
export function sumWhere(values: Float64Array, counts: (row: number, value: number) => boolean): number {
  let sum = 0;
  let lost = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!; // row < length
    if (Number.isNaN(value) || !counts(row, value)) continue;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
