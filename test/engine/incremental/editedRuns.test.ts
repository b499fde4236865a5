import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BUILT_IN, type CellValue, type FieldSpec, type Preset } from "../../../engine/index";
import { cellsOfStaged, knownOf, stagedDocument, stagedRows } from "../properties/randomStages";
import { accepted, AS_OF } from "../samples";
import { editsOf, runsOver, type Grid, type Reading, type RowEdit } from "./edits";
import { everyMeasure } from "./everyMeasure";
import { wholeRun } from "./wholeRun";

type Cell = fc.Arbitrary<CellValue>;

/** Few numbers, so that ties are the normal case, and cells that are none. */
const amount: Cell = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 3 }).map((n) => n * 10) },
  { weight: 3, arbitrary: fc.integer({ min: -50, max: 500 }) },
  { weight: 2, arbitrary: fc.constantFrom<CellValue>("", "n/a", "abc", 0, -0, "(20)", "1,000", "#N/A", true) },
);
const date: Cell = fc.constantFrom<CellValue>("", 36_000, 45_900, 46_000, 60_000, "3/4/2026", "2025-11-03");
const region: Cell = fc.constantFrom<CellValue>("North", "north ", "South", "", "West");
const name: Cell = fc.constantFrom<CellValue>("twin", "", "new one");
const yesNo: Cell = fc.constantFrom<CellValue>("yes", "no", true, false, "", "perhaps");

function check(grid: Grid, preset: Preset, steps: readonly (readonly RowEdit[])[], options: Partial<Reading> = {}) {
  for (const { onward, anew } of runsOver(grid, preset, steps, { asOf: AS_OF, ...options })) {
    expect(wholeRun(onward)).toEqual(wholeRun(anew));
  }
}

const stepsOver = (rows: number, cells: readonly Cell[]) =>
  fc.array(editsOf(rows, cells), { minLength: 1, maxLength: 4 });

/** A grid of cells under its header, and edits of it. The first column has a name of its own in every row, or "twin". */
function gridWith(header: readonly string[], cells: readonly Cell[], sizes = { minLength: 4, maxLength: 30 }) {
  return fc.array(fc.tuple(fc.nat(9), ...cells), { ...sizes, size: "max" }).chain((rows) => {
    const grid: Grid = [header, ...rows.map(([twin, ...row], i) => [twin === 0 ? "twin" : `a${(i * 7) % 31}`, ...row])];
    return fc.record({ grid: fc.constant(grid), steps: stepsOver(rows.length, [name, ...cells]) });
  });
}

describe("a run after edits of rows says what a run over all cells says, bit for bit", () => {
  test("with any stages, overrides and reviews", () => {
    const cells = [name, amount, amount, region, date, region, fc.constantFrom<CellValue>("EUR", "usd", "CHF", "")];
    const cases = stagedRows.chain((rows) =>
      fc.record({
        rows: fc.constant(rows),
        document: stagedDocument(),
        known: fc.oneof(fc.constant({}), knownOf(rows)),
        steps: stepsOver(rows.length, cells),
      }),
    );
    fc.assert(
      fc.property(cases, ({ rows, document, known, steps }) => {
        check(cellsOfStaged(rows), accepted(document), steps, known);
      }),
      { numRuns: 150 },
    );
  });

  test("with every measure", () => {
    const header = ["account", "value", "other", "region", "client", "first", "last"];
    const preset = accepted(everyMeasure);
    fc.assert(
      fc.property(gridWith(header, [amount, amount, region, yesNo, date, date]), ({ grid, steps }) => {
        check(grid, preset, steps);
      }),
      { numRuns: 100 },
    );
  });

  test.each([...BUILT_IN.values()].map((preset) => ({ preset, id: preset.id })))("with $id", ({ preset }) => {
    const { account: _account, ...fields } = Object.fromEntries(preset.fields);
    const header = ["Account", ...Object.values(fields).map(({ headers }) => headers[0] ?? "")];
    fc.assert(
      fc.property(gridWith(header, Object.values(fields).map(cellOf)), ({ grid, steps }) => check(grid, preset, steps)),
      { numRuns: 20 },
    );
  });

  test("where a field is read from several columns", () => {
    const preset = BUILT_IN.get("revenue-share")!; // always there
    const chosen = new Map([["income", ["Revenue", "Sales"]]]);
    const grid = gridWith(["Account", "Revenue", "Sales", "Customer since"], [amount, amount, date]);
    fc.assert(
      fc.property(grid, ({ grid, steps }) => check(grid, preset, steps, { chosen })),
      { numRuns: 50 },
    );
  });
});

function cellOf({ type }: FieldSpec): Cell {
  if (type === "text") return region;
  if (type === "boolean") return yesNo;
  return type === "date" ? date : amount;
}
