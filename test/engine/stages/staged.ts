import { run, type Override, type Review, type Run, type RunOptions, type Standing } from "../../../engine/index";
import { AS_OF, accepted, documentWith, tableOf, tiersOf, type Cells } from "../samples";

/** A run of cells under a document with the given changes, with what people have decided and what reviews have found. */
export function staged(
  cells: Cells,
  changes: Record<string, unknown>,
  options: Partial<Omit<RunOptions, "previousRun">> = {},
): Run {
  const preset = accepted(documentWith(changes));
  return run(tableOf(cells, preset), preset, { asOf: AS_OF, ...options });
}

/** The fields of every small preset, and others that are headed by their ids. */
export function fieldsWith(more: Readonly<Record<string, object>>): Record<string, unknown> {
  const others = Object.entries(more).map(([id, field]) => [id, { headers: [id], ...field }]);
  return { ...(documentWith()["fields"] as object), ...Object.fromEntries(others) };
}

/** `t1` at 100 and more, `t2` at 50 and more, `t3` for the others; with seats by tier where given. */
export function byValue(capacities: Readonly<Record<string, object>> = {}) {
  const cuts: [string, object?][] = [["t1", { ">=": 100 }], ["t2", { ">=": 50 }], ["t3"]];
  return {
    rungs: cuts.map(([id, cut]) => ({
      ...{ id, label: id },
      ...(cut && { when: { measure: "value", ...cut } }),
      ...(capacities[id] && { capacity: { rankBy: "value", ...capacities[id] } }),
    })),
  };
}

/** A review of the sample preset: the ladder's tier of each account, or all of its standing; null for one that has left. */
export function review(
  entries: Readonly<Record<string, string | null | Partial<Standing>>>,
  { date = "2025-10-31", preset = "sample" } = {},
): Review {
  const standings = Object.entries(entries).map(([key, entry]): [string, Standing | null] => {
    if (entry === null) return [key, null];
    const { ladderTier = null, ...rest } = typeof entry === "string" ? { ladderTier: entry } : entry;
    return [key, { ladderTier, finalTier: ladderTier, segment: null, failures: 0, ...rest }];
  });
  return { preset, date, entries: new Map(standings) };
}

/** An override of a kind for an account, and the tier where it needs one. */
export function override(account: string, kind: Override["kind"], tier?: string, until?: string): Override {
  return { account, kind, ...(tier !== undefined && { tier }), ...(until !== undefined && { until }) };
}

/** What is written beside each row, by account and in the order of the rows. */
export function written(result: Run): [string, string][] {
  return tiersOf(result).map((tier, row) => [result.table.accounts.nameAt(row), tier]);
}

/** The same for accounts that stand on one row each. */
export function tierOf(result: Run): Record<string, string> {
  return Object.fromEntries(written(result));
}

/** What the rules alone say of each account. */
export function computedTierOf({ computedTier, table }: Run): Record<string, string> {
  const words = [...computedTier.codes].map((code, row) => [
    table.accounts.nameAt(row),
    computedTier.labels[code] ?? "",
  ]);
  return Object.fromEntries(words) as Record<string, string>;
}

/** The segment that is written beside each account. */
export function segmentOf({ segment, table }: Run): Record<string, string> {
  const words = [...(segment?.codes ?? [])].map((code, row) => [
    table.accounts.nameAt(row),
    segment?.labels[code] ?? "",
  ]);
  return Object.fromEntries(words) as Record<string, string>;
}
