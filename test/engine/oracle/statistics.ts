import {
  compare,
  divided,
  floor,
  fromBig,
  fromDouble,
  minus,
  ONE,
  plus,
  sign,
  sumOf,
  times,
  toDouble,
  ZERO,
} from "./exact";
import type { Exact } from "./exact";

export const meanOf = (values: readonly Exact[]): Exact => divided(sumOf(values), fromBig(BigInt(values.length)));

export function varianceOf(values: readonly Exact[]): Exact {
  const mean = meanOf(values);
  return meanOf(values.map((value) => times(minus(value, mean), minus(value, mean))));
}

/** Type 7: as Excel's PERCENTILE.INC. `sorted` has at least one value. */
export function quantile(sorted: readonly number[], part: Exact): Exact {
  const place = times(part, fromBig(BigInt(sorted.length - 1)));
  const below = Number(floor(place));
  const low = fromDouble(sorted[below] ?? NaN);
  const high = fromDouble(sorted[Math.min(below + 1, sorted.length - 1)] ?? NaN);
  return plus(low, times(minus(high, low), minus(place, fromBig(BigInt(below)))));
}

export function held(part: Exact): Exact {
  if (sign(part) < 0) return ZERO;
  return compare(part, ONE) > 0 ? ONE : part;
}

export function minMax(sorted: readonly number[], value: number): Exact {
  const low = fromDouble(sorted[0] ?? NaN);
  const high = fromDouble(sorted.at(-1) ?? NaN);
  if (compare(low, high) === 0) return { over: 1n, under: 2n };
  return divided(minus(fromDouble(value), low), minus(high, low));
}

/**
 * `value` lies between the ends. Equal values have the rank of the first of them; one that is not there stands between
 * the last that is lower and the first that is higher, as in Excel.
 */
export function percentRank(sorted: readonly number[], value: number): Exact {
  if (sorted.length === 1) return ONE;
  const steps = fromBig(BigInt(sorted.length - 1));
  const first = sorted.findIndex((one) => one >= value);
  if (sorted[first] === value) return divided(fromBig(BigInt(first)), steps);
  const low = fromDouble(sorted[first - 1] ?? NaN);
  const way = divided(minus(fromDouble(value), low), minus(fromDouble(sorted[first] ?? NaN), low));
  return divided(plus(fromBig(BigInt(first - 1)), way), steps);
}

/** Of those that are all equal nobody knows how far away another value is. */
export function zScore(sorted: readonly number[], value: number, to: number | undefined): number | null {
  const values = sorted.map(fromDouble);
  const away = minus(fromDouble(value), meanOf(values));
  const deviation = Math.sqrt(toDouble(varianceOf(values)));
  if (deviation === 0 && sign(away) !== 0) return null;
  const z = deviation === 0 ? 0 : toDouble(away) / deviation;
  return to === undefined ? z : Math.min(1, Math.max(0, (z + 3) / 6)) * to;
}
