import { shownValue } from "./conditions/condition";
import type { Reason } from "./conditions/registry";
import { OPEN_SCOPE } from "./facts";
import { scopeOf } from "./ladder/climb";
import { measureKind } from "./measures/registry";
import type { Ladder, Preset } from "./preset/schema";
import { reasonOf } from "./reason";
import type { Run } from "./run";
import { steps, type Step } from "./steps";
import { RowKind } from "./table/rowKinds";
import { valueMeasure } from "./valueMeasure";

/** What a row of the source is, and why it got what it got. Rows are input rows, counted from the first one of the source. */
export type Explanation =
  /** Above the header. */
  | { readonly kind: "title" }
  | { readonly kind: "header" }
  | { readonly kind: "outside" }
  /** The row names no account. */
  | { readonly kind: "unrated" }
  | { readonly kind: "blank" }
  | { readonly kind: "total" }
  /** The row is one of several of an account, which is explained at the first of them. */
  | { readonly kind: "merged"; readonly into: number }
  /** A gate turned the account away, or an override takes it out. */
  | {
      readonly kind: "excluded";
      readonly account: string;
      readonly label: string;
      /** null where it is an override. */
      readonly gate: Gate | null;
      /** How it came out, with what an override would have had it be. */
      readonly steps: readonly Step[];
    }
  | {
      readonly kind: "account";
      readonly account: string;
      /** null where missing. */
      readonly value: number | null;
      /** What the value rests on (`history`, `expected`), where its measure says so. */
      readonly basis: string | null;
      /** How many rows of the sheet are the account. */
      readonly rows: number;
      /** null where the preset has none, or where only an override let the account in. */
      readonly segment: Climb | null;
      /** null where only an override let the account in: `gate` says what turned it away. */
      readonly tier: Climb | null;
      readonly gate: Gate | null;
      /** What moved it off the rung that it climbed to, in order; the last one ends in the tier that is written. */
      readonly steps: readonly Step[];
    };

/** A gate that was failed. */
export interface Gate {
  readonly id: string;
  readonly label: string;
  readonly reason: Reason;
}

/** The way up a ladder: every rung tried, from the top, to the one the account stands on. */
export interface Climb {
  readonly rung: string;
  readonly label: string;
  /** The last one is the account's own; its reason is null where it is the open rung at the end. */
  readonly tried: readonly { readonly rung: string; readonly label: string; readonly reason: Reason | null }[];
}

/** Explains an input row (0 is the first of the source), as codes and numbers; sentences are made of them elsewhere. */
export function explain(run: Run, inputRow: number): Explanation {
  const { table, accounts } = run;
  const row = inputRow - table.firstRow;
  if (!Number.isInteger(inputRow) || inputRow < 0 || row >= table.size) return { kind: "outside" };
  if (row < 0) return { kind: inputRow < table.header.row ? "title" : "header" };
  const account = accounts.accountOf ? (accounts.accountOf[row] ?? -1) : row;
  if (account < 0 || (accounts.table.accounts.codes[account] ?? -1) < 0) return { kind: kindOfRow(run, row) };
  const first = accounts.firstRowOf(account);
  if (first !== row) return { kind: "merged", into: first + table.firstRow };
  return explainAccount(run, row, account);
}

function explainAccount(run: Run, row: number, account: number): Explanation {
  const { preset, decision, accounts, facts } = run;
  const name = accounts.table.accounts.nameAt(account);
  const gate = gateAt(run, account);
  const written = { account: name, gate, steps: steps(run, account) };
  if ((decision.final[account] ?? -1) < 0) {
    return { kind: "excluded", ...written, label: run.tier.labels[run.tier.codes[row] ?? -1] ?? "" };
  }
  const { value } = run;
  return {
    kind: "account",
    ...written,
    value: Number.isNaN(value[row]) ? null : (value[row] ?? null),
    basis: basisAt(run, account),
    rows: rowsOf(accounts)[account] ?? 1,
    segment: preset.segments && decision.segments ? climbAt(run, preset.segments, decision.segments, account) : null,
    tier: facts.included[account] === 1 ? climbAt(run, preset.tiers, decision.ladder, account) : null,
  };
}

/** How many rows of the sheet each account has; empty where each has its own. */
function rowsOf({ accountOf, table }: Run["accounts"]): Int32Array {
  if (!accountOf) return new Int32Array();
  let counts = rowCounts.get(accountOf);
  if (!counts) {
    rowCounts.set(accountOf, (counts = new Int32Array(table.size)));
    for (const account of accountOf) if (account >= 0) counts[account]!++; // account < size
  }
  return counts;
}

const rowCounts = new WeakMap<Int32Array, Int32Array>();

function kindOfRow({ table }: Run, row: number): "blank" | "header" | "total" | "unrated" {
  const kind = table.rowKinds[row];
  if (kind === RowKind.header) return "header";
  return kind === RowKind.blank ? "blank" : kind === RowKind.total ? "total" : "unrated";
}

function gateAt(run: Run, account: number): Gate | null {
  const { excludedBy } = run.decision.gated;
  const gate = run.preset.gates[excludedBy[account] ?? -1];
  if (!gate) return null;
  const label = "exclude" in gate.else ? gate.else.exclude : "";
  return { id: gate.id, label, reason: reasonOf(gate.when, account, run, OPEN_SCOPE) };
}

function climbAt(run: Run, ladder: Ladder, rungOf: Int16Array, account: number): Climb | null {
  const index = rungOf[account] ?? -1;
  const own = ladder.rungs[index];
  if (!own) return null;
  const tried = ladder.rungs.slice(0, index + 1).map(({ id, label, when }, at) => ({
    rung: id,
    label,
    reason: when ? reasonOf(when, account, run, scopeOf(ladder, at)) : null,
  }));
  return { rung: own.id, label: own.label, tried };
}

/** What the value rests on, itself or by what it is made of. */
function basisAt({ preset, facts }: Run, account: number): string | null {
  const id = basisOf(valueMeasure(preset), preset);
  return id === null ? null : (shownValue(facts.column(`${id}.basis`), account) as string | null);
}

function basisOf(id: string | null, preset: Preset): string | null {
  const measure = preset.measures.find((each) => each.id === id);
  if (!measure) return null;
  if (measure.type === "expectedWhenNew") return measure.id;
  const parts = measureKind(measure).reads(measure);
  return parts.map((part) => basisOf(part.id, preset)).find((found) => found !== null) ?? null;
}
