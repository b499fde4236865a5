import { AccountFacts } from "./accountFacts";
import { issueOfRows, type Issue } from "./issue";
import { climb, scopeOf } from "./ladder/climb";
import type { Ladder } from "./preset/schema";
import { classIssues } from "./ladder/classIssues";
import { measureKind } from "./measures/registry";
import { Memo } from "./memo";
import type { Preset } from "./preset/schema";
import { classStats, type ClassStats } from "./stats";
import { serialOfIso, type Serial } from "./table/date";
import type { Table } from "./table/table";
import { UNRATED } from "./words";

export interface RunOptions {
  /** The day of the run, ISO (`2026-01-31`). The engine has no today. */
  readonly asOf: string;
  /** An earlier run over the same table: what a changed preset does not touch is taken over from it. */
  readonly previousRun?: Run;
}

/** A tiering: every row with one segment and one tier, and what follows from it. Plain data, which another thread can send. */
export interface RunResult {
  readonly preset: Preset;
  readonly asOf: Serial;
  /** Rows. */
  readonly size: number;
  /** Input row of row 0: the header is input row 0, so 1. */
  readonly firstRow: number;
  /** Absent where the preset has no segments. */
  readonly segment: Classes | null;
  readonly tier: Classes;
  /** The measure that sums and shares are of (`valueMeasure`); NaN is missing. */
  readonly value: Float64Array;
  /** 1 for each row that is an account in the race; 0 for one without a name. */
  readonly included: Uint8Array;
  /** Who each row is: the same code for the same account, -1 where it is blank. */
  readonly accountCodes: Int32Array;
  readonly issues: readonly Issue[];
  readonly stats: { readonly segments: readonly ClassStats[]; readonly tiers: readonly ClassStats[] };
  /** How many columns, masks and rankings this run computed, and how many it took over. */
  readonly work: { readonly computed: number; readonly reused: number };
}

/** A tiering with what it was made of: what `explain` and a later run go on from. */
export interface Run extends RunResult {
  readonly table: Table;
  readonly facts: AccountFacts;
  readonly memo: Memo;
}

/** One word per row, as it is written in the sheet. */
export interface Classes {
  /** Position in `labels`; never missing. Rungs come first, in the ladder's order, then words for rows outside of it. */
  readonly codes: Int16Array;
  readonly labels: readonly string[];
}

/**
 * Tiers a table: measures → segments → tiers. Pure: the same table, preset and day give the same run.
 *
 * Throws a RangeError where `asOf` is not a day.
 */
export function run(table: Table, preset: Preset, { asOf, previousRun }: RunOptions): Run {
  const day = serialOfIso(asOf);
  if (Number.isNaN(day)) throw new RangeError(`asOf is not a day: ${asOf}`);
  const memo = new Memo(previousRun?.table === table ? previousRun.memo : null);
  const facts = new AccountFacts(table, preset, day, memo);

  const segmentRungs = preset.segments ? climbed("segment", preset.segments, facts, memo) : null;
  const tierRungs = climbed("tier", preset.tiers, facts, memo);
  const valueId = valueMeasure(preset);
  const value = valueId === null ? new Float64Array(table.size).fill(NaN) : facts.number(valueId);
  const result: Run = {
    preset,
    asOf: day,
    size: table.size,
    firstRow: table.firstRow,
    segment: preset.segments && segmentRungs ? classes(preset.segments, segmentRungs) : null,
    tier: classes(preset.tiers, tierRungs),
    value,
    included: facts.included,
    accountCodes: table.accounts.codes,
    issues: [
      ...table.issues,
      ...preset.measures.flatMap((measure) => measureKind(measure).issues?.(measure, facts) ?? []),
      ...(valueId === null ? [] : valueIssues(value, facts)),
      ...(preset.segments && segmentRungs ? classIssues(preset.segments, segmentRungs, facts) : []),
      ...classIssues(preset.tiers, tierRungs, facts),
    ],
    stats: {
      segments: preset.segments && segmentRungs ? classStats(preset.segments, segmentRungs, value, facts) : [],
      tiers: classStats(preset.tiers, tierRungs, value, facts),
    },
    work: memo.work,
    table,
    facts,
    memo,
  };
  memo.settle();
  return result;
}

/** What a run found, without what it was made of. Its columns are those of the run. */
export function resultOf({ table: _table, facts: _facts, memo: _memo, ...result }: Run): RunResult {
  return result;
}

/** The number named `value`, else the first required number, else the first number the preset reads; null without any. */
export function valueMeasure(preset: Preset): string | null {
  if (isNumber("value", preset)) return "value";
  const numbers = [...preset.fields].filter(([, field]) => field.type === "number");
  const [first] = numbers.find(([, field]) => field.required) ?? numbers[0] ?? [null];
  return first;
}

function isNumber(id: string, preset: Preset): boolean {
  const measure = preset.measures.find((each) => each.id === id);
  if (!measure) return preset.fields.get(id)?.type === "number";
  const { gives, reads } = measureKind(measure);
  return gives === "same" ? reads(measure).every((read) => isNumber(read.id, preset)) : gives === "number";
}

/** Climbs a ladder and lets later conditions read the result, as the ids of its rungs. */
function climbed(id: "segment" | "tier", ladder: Ladder, facts: AccountFacts, memo: Memo): Int16Array {
  const conditions = ladder.rungs.map(({ when }, index) =>
    when ? facts.keyOf({ condition: when, scope: scopeOf(ladder, index) }) : null,
  );
  const ids = ladder.rungs.map((rung) => rung.id);
  const key = memo.name(JSON.stringify(["ladder", ids, conditions]));
  const rungs = memo.get(["climb", key], () => climb(ladder, facts));
  facts.decide({ id, key, column: { type: "text", codes: Int32Array.from(rungs), words: ids } });
  return rungs;
}

function classes({ rungs }: Ladder, rungOf: Int16Array): Classes {
  const labels = rungs.map((rung) => rung.label);
  return { codes: rungOf.map((rung) => (rung < 0 ? rungs.length : rung)), labels: [...labels, UNRATED] };
}

/** Accounts whose value puts them into no share: missing, zero, negative. */
function valueIssues(value: Float64Array, facts: AccountFacts): Issue[] {
  const rowsWhere = (holds: (value: number) => boolean) => {
    const rows: number[] = [];
    value.forEach((each, row) => {
      if (facts.included[row] === 1 && holds(each)) rows.push(row + facts.firstRow);
    });
    return rows;
  };
  return [
    issueOfRows("value-missing", "warning", rowsWhere(Number.isNaN)),
    issueOfRows(
      "value-zero",
      "info",
      rowsWhere((each) => each === 0),
    ),
    issueOfRows(
      "value-negative",
      "warning",
      rowsWhere((each) => each < 0),
    ),
  ].filter((issue) => issue !== null);
}
