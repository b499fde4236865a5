import { expect } from "vitest";
import {
  explain,
  parsePreset,
  readTable,
  run,
  type CellValue,
  type Preset,
  type Run,
  type Table,
  type TableOptions,
} from "../../engine/index";

/** The day of every run that is not about days. */
export const AS_OF = "2026-01-31";

export type Cells = readonly (readonly CellValue[])[];

/** The preset of a document that must be accepted. */
export function accepted(document: unknown): Preset {
  const parsed = parsePreset(document);
  if (!parsed.ok) throw new Error(`refused: ${JSON.stringify(parsed.issues)}`);
  return parsed.preset;
}

/** The fields of every small preset here: their headers are their ids. */
const fields = {
  account: { type: "text", headers: ["account"] },
  value: { type: "number", headers: ["value"] },
  other: { type: "number", headers: ["other"] },
  region: { type: "text", headers: ["region"] },
  isClient: { type: "boolean", headers: ["client"] },
  first: { type: "date", headers: ["first"] },
  last: { type: "date", headers: ["last"] },
};

/** A document with the fields above and one open tier, changed as asked. */
export function documentWith(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    format: 1,
    id: "sample",
    name: "Sample",
    fields,
    tiers: { rungs: [{ id: "all", label: "All" }] },
    ...changes,
  };
}

/** A ladder of the given conditions, best first, and an open rung at its end; labels are the ids. */
export function rungs(conditions: Record<string, unknown>, last: string) {
  const closed = Object.entries(conditions).map(([id, when]) => ({ id, label: id, when }));
  return [...closed, { id: last, label: last }];
}

export function tableOf(cells: Cells, preset: Preset, options: TableOptions = {}): Table {
  const read = readTable(cells, preset, options);
  if (!read.ok) throw new Error(`not read: ${JSON.stringify(read.issues)}`);
  return read.table;
}

/** Tiers of cells under a ladder of conditions. */
export function tiered(
  cells: Cells,
  conditions: Record<string, unknown>,
  {
    last = "rest",
    asOf = AS_OF,
    ladder = {},
    ...changes
  }: { last?: string; asOf?: string } & Record<string, unknown> = {},
): Run {
  const tiers = { ...(ladder as object), rungs: rungs(conditions, last) };
  const preset = accepted(documentWith({ tiers, ...changes }));
  return run(tableOf(cells, preset), preset, { asOf });
}

/** The words written beside the rows. */
export function tiersOf({ tier }: Run): string[] {
  return [...tier.codes].map((code) => tier.labels[code] ?? "");
}

/** Accounts by tier, in the order of the rows; every tier of the ladder is there. */
export function membersOf(result: Run): Record<string, string[]> {
  const members = Object.fromEntries(result.preset.tiers.rungs.map(({ label }) => [label, [] as string[]]));
  tiersOf(result).forEach((tier, row) => (members[tier] ??= []).push(result.table.accounts.nameAt(row)));
  return members;
}

/** One account per entry. */
export function cellsOf(values: Readonly<Record<string, CellValue>>, header = "value"): CellValue[][] {
  return [["account", header], ...Object.entries(values)];
}

/** Rows of one column each under a header, with accounts a1, a2 and so on. */
export function oneColumn(header: string, values: readonly CellValue[]): CellValue[][] {
  return [["account", header], ...values.map((value, i) => [`a${i + 1}`, value])];
}

/** Whether a condition holds on each row; the explanation of every row must say the same. */
export function holds(condition: unknown, cells: Cells, changes: Record<string, unknown> = {}): boolean[] {
  const result = tiered(cells, { yes: condition }, changes);
  return tiersOf(result).map((tier, row) => {
    const explanation = explain(result, row + 1);
    const reason = explanation.kind === "account" ? explanation.tier?.tried[0]?.reason : null;
    expect(reason?.holds).toBe(tier === "yes");
    return tier === "yes";
  });
}

export function issueCodes(result: { readonly issues: readonly { readonly code: string }[] }): string[] {
  return result.issues.map((issue) => issue.code);
}
