/** Something the analyst should know about the data, the mapping or the result. Words are made elsewhere, from the code and params. */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  /** How many cells, rows or classes it concerns. */
  readonly count: number;
  /** The first rows it concerns, as input rows (0 is the first row of the source); at most `SHOWN_ROWS`. */
  readonly rows: readonly number[];
  readonly params: IssueParams;
}

/** error: nothing can be tiered · warning: the result may not be what was meant · info: good to know. */
export type Severity = "error" | "warning" | "info";
export type IssueParams = Readonly<Record<string, string | number | readonly string[]>>;

/** Every code the engine can report about a table or a run. `addin/strings` has a sentence for each. */
export const ISSUE_CODES = [
  "no-rows",
  "header-missing",
  "header-ambiguous",
  "header-not-found",
  "header-repeated",
  "header-shared",
  "header-found",
  "number-as-text",
  "date-as-text",
  "date-ambiguous",
  "dates-mixed",
  "missing-word",
  "error-value",
  "unreadable",
  "totals-left-out",
  "headers-left-out",
  "account-blank",
  "account-repeated",
  "currency-unmapped",
  "currency-rate-missing",
  "rows-merged",
  "lifecycle-unmapped",
  "last-purchase-unmapped",
  "first-purchase-in-future",
  "date-in-future",
  "measure-unmapped",
  "under-bands",
  "scores-unused",
  "weights-normalised",
  "value-missing",
  "value-zero",
  "value-negative",
  "best-without-value",
  "class-empty",
  "share-overshoot",
  "account-spans-cuts",
  "tie-at-cut",
  "seats-under-min",
  "seats-over-max",
  "override-account-unknown",
  "override-tier-unknown",
  "override-expired",
  "override-repeated",
  "override-breaks-gate",
  "imported-tier-unknown",
] as const;
export type IssueCode = (typeof ISSUE_CODES)[number];

/** How many rows an issue names. */
export const SHOWN_ROWS = 10;

/** An issue about the rows that `concerns` says yes to, or null when there is none. */
export function issueOfRows(
  code: IssueCode,
  severity: Severity,
  rows: Iterable<number>,
  params: IssueParams = {},
): Issue | null {
  const shown: number[] = [];
  let count = 0;
  for (const row of rows) {
    if (count < SHOWN_ROWS) shown.push(row);
    count++;
  }
  return count === 0 ? null : { code, severity, count, rows: shown, params };
}
