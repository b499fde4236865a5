import type { Facts } from "./facts";
import { SHOWN_ROWS, type Issue, type IssueCode, type IssueParams, type Severity } from "./issue";

/** What is said of accounts in the race by one of their numbers. */
interface Said {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly params?: IssueParams;
}

/** An issue about those whose number is at least `from` and under `to`; null where there are none. */
export function issueOfNumbers(
  said: Said,
  values: Float64Array,
  [from, to]: readonly [number, number],
  facts: Facts,
): Issue | null {
  const first = new Int32Array(SHOWN_ROWS);
  return issueOf(said, countBetween(values, facts.included, from, to, first), first, facts);
}

/** An issue about those whose number is missing; null where there are none. `among` is 1 for each account that counts. */
export function issueOfMissing(said: Said, values: Float64Array, among: Uint8Array, facts: Facts): Issue | null {
  const first = new Int32Array(SHOWN_ROWS);
  return issueOf(said, countMissing(values, among, first), first, facts);
}

function issueOf({ code, severity, params = {} }: Said, count: number, first: Int32Array, facts: Facts): Issue | null {
  if (count === 0) return null;
  const rows = Array.from(first.subarray(0, count), (row) => facts.inputRow(row));
  return { code, severity, count, rows, params };
}

/** Functions of their own, as the loops of `masks.ts`. */
function countBetween(values: Float64Array, included: Uint8Array, from: number, to: number, first: Int32Array): number {
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!; // row < length
    if (!(value >= from && value < to) || included[row] === 0) continue;
    if (count < first.length) first[count] = row;
    count++;
  }
  return count;
}

function countMissing(values: Float64Array, among: Uint8Array, first: Int32Array): number {
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    if (!Number.isNaN(values[row]) || among[row] === 0) continue;
    if (count < first.length) first[count] = row;
    count++;
  }
  return count;
}
