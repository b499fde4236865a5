import fc from "fast-check";
import { expect, test } from "vitest";
import { distancesOf, parsePreset, readTable, run } from "../../../engine/index";
import type { RawCell } from "./cells";
import type { Document, Override, Review } from "./document";
import { oracle, type OracleRow, type OracleRun, type Stat } from "./oracle";
import { PRESET_ID } from "./fitting";
import { anyPreset } from "./random";
import { asOf, cellsFor, historyOf, overrides, raw } from "./randomTable";

const RUNS = Number(process.env["ORACLE_RUNS"] ?? 5000);
/** The same tables each time, so that a change is judged by what it changes; `ORACLE_SEED` asks for others. */
const SEED = Number(process.env["ORACLE_SEED"] ?? 20_261_122);

interface Case {
  readonly document: Document;
  readonly cells: RawCell[][];
  readonly options: { readonly asOf: string; readonly overrides: Override[]; readonly history: Review[] };
}

const cases: fc.Arbitrary<Case> = fc
  .record({ document: anyPreset, raw, asOf, overrides, history: historyOf(PRESET_ID) })
  .map(({ document, raw: sheet, ...options }) => ({ document, cells: cellsFor(sheet, document), options }));

const refused: string[] = [];

type Answer = Pick<OracleRun, "rows" | "stats">;

/** What the engine says, through its public face, in the words of the oracle; null where the gate refuses the preset. */
function byEngine({ document, cells, options }: Case): Answer | null {
  const parsed = parsePreset(document);
  if (!parsed.ok) {
    refused.push(JSON.stringify({ issues: parsed.issues, document }));
    return null;
  }
  // Several columns of one field are never a guess: somebody chose them.
  const several = Object.entries(document.fields).flatMap(([id, { many, headers }]): [string, string[]][] => {
    const present = headers.filter((header) => cells[0]?.includes(header));
    return many && present.length > 0 ? [[id, present]] : [];
  });
  const read = readTable(cells, parsed.preset, { chosen: new Map(several) });
  if (!read.ok) throw new Error(JSON.stringify(read));
  const result = run(read.table, parsed.preset, options);
  const { up, down } = distancesOf(result);
  const { steadied } = result.decision;
  const rows = cells.slice(1).map((_, row): OracleRow => {
    const account = result.accounts.accountOf?.[row] ?? row;
    return {
      segment: result.segment && labelAt(result.segment, row),
      tier: labelAt(result.tier, row),
      computedTier: labelAt(result.computedTier, row),
      value: numberAt(result.value, row),
      flags: Object.fromEntries(result.flags.map(({ id, mask }) => [id, mask[row] === 1])),
      failures: steadied.failures?.[account] ?? 0,
      ladderTier: document.tiers.rungs[steadied.tiers[account] ?? -1]?.id ?? null,
      distanceUp: numberAt(up.values, row),
      distanceDown: numberAt(down.values, row),
    };
  });
  return { rows, stats: result.stats };
}

function labelAt({ codes, labels }: { codes: ArrayLike<number>; labels: readonly string[] }, row: number): string {
  return labels[codes[row] ?? -1] ?? "?";
}

function numberAt(values: ArrayLike<number>, row: number): number | null {
  const value = values[row] ?? NaN;
  return Number.isNaN(value) ? null : value;
}

/** To a billionth of their size, or of `least`. */
function sameNumber(a: number | null, b: number | null, least = 0): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), least);
}

/** A billionth of it is what roots leave of a zero. */
const NOTHING = 1e-3;

/** Rows without an account have no value that anybody reads. */
function sameRow(engine: OracleRow, naive: OracleRow): boolean {
  const words = ({ segment, tier, computedTier, flags, ladderTier, failures }: OracleRow): string =>
    JSON.stringify([segment, tier, computedTier, flags, ladderTier, failures]);
  const isNobody = naive.tier === "" || naive.tier === "Unrated";
  return (
    words(engine) === words(naive) &&
    (isNobody || sameNumber(engine.value, naive.value, NOTHING)) &&
    sameNumber(engine.distanceUp, naive.distanceUp, NOTHING) &&
    sameNumber(engine.distanceDown, naive.distanceDown, NOTHING)
  );
}

/** Sums to a billionth of one: z-scores cancel out, but for their last bits. */
function sameStats(engine: readonly Stat[], naive: readonly Stat[]): boolean {
  return engine.every(({ id, count, sum, share }, i) => {
    const other = naive[i];
    if (other?.id !== id || other.count !== count || !sameNumber(sum, other.sum, 1)) return false;
    return sameNumber(share, other.share);
  });
}

test("the engine and a naive reading of its contract agree", () => {
  fc.assert(
    fc.property(cases, (one) => {
      const engine = byEngine(one);
      if (!engine) return;
      const naive = oracle(one.cells, one.document, one.options);
      const rows = engine.rows.flatMap((row, i) => {
        const other = naive.rows[i] ?? row;
        return sameRow(row, other) ? [] : [{ row: i, engine: row, naive: other }];
      });
      if (rows.length > 0) throw new Error(JSON.stringify(rows.slice(0, 3), null, 1));
      for (const ladder of ["segments", "tiers"] as const) {
        if (sameStats(engine.stats[ladder], naive.stats[ladder])) continue;
        throw new Error(JSON.stringify({ engine: engine.stats[ladder], naive: naive.stats[ladder] }, null, 1));
      }
    }),
    { numRuns: RUNS, seed: SEED },
  );
  expect(refused.length, refused[0]).toBeLessThanOrEqual(RUNS / 100);
}, 900_000);
