import { ExactSum } from "../ladder/sum";

/** Sums and parts of numbers of which some are not known (null). */

export function sumOf(numbers: readonly number[]): number {
  const sum = new ExactSum();
  numbers.forEach((number) => sum.add(number));
  return sum.total;
}

/** Of the numbers that are known; null where none is. */
export function totalOf(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((number) => number !== null);
  return known.length === 0 ? null : sumOf(known);
}

/** As a fraction of the whole; null of nothing. */
export function part(number: number | null, whole: number | null): number | null {
  return number === null || whole === null || whole === 0 ? null : number / whole;
}

export function less(number: number | null, other: number | null): number | null {
  return number === null || other === null ? null : number - other;
}
