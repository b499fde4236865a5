import type { Condition } from "../conditions/registry";
import { OPEN_SCOPE, type Facts } from "../facts";
import { valuesAt } from "../ladder/valuesAt";

/**
 * Ascending values of those whom a measure is worked out over: with a name and a value, and in `among` where there is
 * one. Measures come before gates, which take nobody out of it.
 */
export function populationValues(column: Float64Array, among: Condition | undefined, facts: Facts): Float64Array {
  const rows = populationRows(column, among, facts);
  const values = valuesAt(rows, column, facts.buffers).sort();
  facts.buffers.giveBack(rows);
  return values;
}

/** The rows of those, in the order of the table. */
export function populationRows(column: Float64Array, among: Condition | undefined, facts: Facts): Int32Array {
  const holds = among === undefined ? undefined : facts.holds(among, OPEN_SCOPE);
  const { codes } = facts.accounts;
  const found = facts.buffers.ints(column.length);
  let size = 0;
  for (let row = 0; row < found.length; row++) {
    if (codes[row]! >= 0 && !Number.isNaN(column[row]) && holds?.[row] !== 0) found[size++] = row; // row < size, the length of every column
  }
  return found.subarray(0, size);
}

/**
 * The type-7 quantile `part / of` of ascending values, as Excel's PERCENTILE.INC; missing where there are none.
 * (R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996.)
 */
export function quantile(sorted: Float64Array, part: number, of: number): number {
  const places = (sorted.length - 1) * part;
  const low = Math.floor(places / of);
  const rest = places - low * of; // of whole numbers it is exact, so that a cut that is a number of the table is that number
  const [below, above] = [sorted[low] ?? NaN, sorted[rest > 0 ? low + 1 : low] ?? NaN];
  return Math.min(above, below + ((above - below) * rest) / of); // rounding must not lead past the next value
}
