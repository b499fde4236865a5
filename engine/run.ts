import { accountsOf, type Accounts } from "./accounts";
import { AccountFacts, namedRows } from "./accountFacts";
import { classesOf, type Classes } from "./classes";
import type { ResultColumn } from "./columns/column";
import { decide, type Decision } from "./decide";
import type { Issue } from "./issue";
import { Memo } from "./memo";
import { canonical } from "./preset/hash";
import type { Preset } from "./preset/schema";
import { standingsBefore, type Review } from "./review/history";
import type { Override } from "./stages/overrides";
import type { ClassStats, TierStats } from "./stats";
import { serialOfIso, type Serial } from "./table/date";
import type { Table } from "./table/table";
import { Telling } from "./telling";
import { scoreMeasure, valueMeasure } from "./valueMeasure";
import { fresh } from "./workspace";

export interface RunOptions {
  /** The day of the run, ISO (`2026-01-31`). The engine has no today. */
  readonly asOf: string;
  /** What people have decided, whatever the rules say. None where absent. */
  readonly overrides?: readonly Override[];
  /** The reviews so far, of this preset and others; those of the day of the run and later ones are not looked at. */
  readonly history?: readonly Review[];
  /** An earlier run over the same table: what a changed preset does not touch is taken over from it. */
  readonly previousRun?: Run;
}

/** A tiering: every row with one segment and one tier, and what follows from it. Plain data, which another thread can send. */
export interface RunResult {
  readonly preset: Preset;
  readonly asOf: Serial;
  /** Rows. */
  readonly size: number;
  /** Input row of row 0: below the header and what stands above it. */
  readonly firstRow: number;
  /** Absent where the preset has no segments. */
  readonly segment: Classes | null;
  /** What is written. */
  readonly tier: Classes;
  /** What the rules alone say; differs from `tier` where an override acts. */
  readonly computedTier: Classes;
  /** The measure that sums and shares are of (`valueMeasure`); NaN is missing. */
  readonly value: Float64Array;
  /** The measure named `score`; null where the preset has none. */
  readonly score: Float64Array | null;
  /** What is written beside the rows, in the order in which the preset asks for it. */
  readonly columns: readonly ResultColumn[];
  readonly flags: readonly FlagColumn[];
  /** 1 for each row that names an account. */
  readonly included: Uint8Array;
  /** Who each row is: the same code for the same account, -1 where it is blank. */
  readonly accountCodes: Int32Array;
  readonly issues: readonly Issue[];
  readonly stats: {
    readonly segments: readonly ClassStats[];
    readonly tiers: readonly TierStats[];
    /** Accounts in no tier, by the word that stands beside them, which is their id; empty where there are none. */
    readonly outside: readonly ClassStats[];
  };
  /** How many columns, masks and rankings this run computed, and how many it took over. */
  readonly work: { readonly computed: number; readonly reused: number };
}

/** A flag of the preset: 1 for each row that has it. */
export interface FlagColumn {
  readonly id: string;
  readonly label: string;
  readonly mask: Uint8Array;
}

/** A tiering with what it was made of: what `explain` and a later run go on from. */
export interface Run extends Omit<RunResult, "columns"> {
  readonly table: Table;
  readonly accounts: Accounts;
  readonly facts: AccountFacts;
  readonly decision: Decision;
  /** What it was asked for, so that other rules can be asked the same. */
  readonly inputs: Required<Omit<RunOptions, "previousRun">>;
  readonly memo: Memo;
}

/**
 * Tiers a table: currency and roll-up → measures → gates → segments → tiers → steadiness → bumps → ceilings → seats →
 * overrides → flags. Pure: the same table, preset, day, overrides and history give the same run.
 *
 * Throws a RangeError where `asOf` is not a day.
 */
export function run(
  table: Table,
  preset: Preset,
  { asOf, overrides = [], history = [], previousRun }: RunOptions,
): Run {
  const day = serialOfIso(asOf);
  if (Number.isNaN(day)) throw new RangeError(`asOf is not a day: ${asOf}`);
  const accounts = accountsOf(table, preset, previousRun?.accounts);
  const before =
    previousRun && goesOnFrom(previousRun, { preset, asOf, overrides, history }, accounts) ? previousRun : null;
  const isSame = previousRun?.accounts === accounts;
  const memo = new Memo(isSame || before ? (previousRun?.memo ?? null) : null, before !== null);
  // Nobody knows how long a run is kept that others go on from: what it has beside the first one's is left to the collector.
  const buffers = previousRun ? fresh : table.buffers;
  const facts = new AccountFacts(accounts, preset, day, memo, buffers);
  const standings = standingsBefore(history, preset.id, day);
  const decision = decide(preset, facts, memo, { overrides, standings, before: before?.decision ?? null });

  const valueId = valueMeasure(preset);
  const value = valueId === null ? buffers.floats(facts.size).fill(NaN) : facts.number(valueId);
  const scoreId = scoreMeasure(preset);
  const alike = isSame && previousRun.decision.gated === decision.gated ? previousRun : before; // of the same words for whom a gate turns away
  const classes = classesOf(preset, accounts, decision, alike && { decision: alike.decision, classes: alike });
  const telling = new Telling(preset, facts, memo, decision, before?.decision ?? null);
  const result: Run = {
    preset,
    asOf: day,
    size: table.size,
    firstRow: table.firstRow,
    ...classes,
    value: byRow(value, accounts, NaN),
    score: scoreId === null ? null : byRow(facts.number(scoreId), accounts, NaN),
    flags: preset.flags.map(({ id, label }, i) => ({
      id,
      label,
      mask: byRow(decision.flags[i] ?? buffers.bytes(facts.size), accounts, 0),
    })),
    included: accounts.accountOf
      ? namedRows(accounts.accountOf, buffers)
      : memo.get(["included"], () => namedRows(codesByRow(accounts), buffers)),
    accountCodes: codesByRow(accounts),
    issues: [...accounts.table.issues, ...telling.issues(valueId)],
    stats: telling.stats(value, valueId),
    work: memo.work,
    table,
    accounts,
    facts,
    decision,
    inputs: { asOf, overrides, history },
    memo,
  };
  memo.settle();
  return result;
}

/** A column of the accounts as one of the rows of the sheet; `none` for rows that are of no account. */
function byRow<T extends Float64Array | Uint8Array>(column: T, { accountOf }: Accounts, none: number): T {
  if (!accountOf) return column;
  const rows = new (column.constructor as new (size: number) => T)(accountOf.length);
  for (let row = 0; row < rows.length; row++) rows[row] = column[accountOf[row]!] ?? none; // row < length; -1 is no account
  return rows;
}

function codesByRow({ table, accountOf }: Accounts): Int32Array {
  return accountOf ?? table.accounts.codes;
}

/** Whether a run over edited rows can go on from another: of the same rules, day, decisions and reviews. */
function goesOnFrom(
  before: Run,
  { preset, asOf, overrides, history }: Run["inputs"] & { preset: Preset },
  accounts: Accounts,
): boolean {
  if (before.accounts === accounts || accounts.edit === null) return false;
  const { inputs } = before;
  const isSame = before.preset === preset && inputs.asOf === asOf;
  const isAsReviewed = inputs.history === history || (inputs.history.length === 0 && history.length === 0);
  return isSame && isAsReviewed && canonical(inputs.overrides) === canonical(overrides);
}
