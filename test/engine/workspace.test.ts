import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { resultOf, run, Workspace, type CellValue, type Preset, type RunOptions } from "../../engine/index";
import { everyMeasure } from "./incremental/everyMeasure";
import { wholeRun } from "./incremental/wholeRun";
import { cellsOfStaged, knownOf, stagedDocument, stagedRows } from "./properties/randomStages";
import { accepted, AS_OF, tableOf } from "./samples";

interface Case {
  readonly cells: CellValue[][];
  readonly preset: Preset;
  readonly options: RunOptions;
}

const staged: fc.Arbitrary<Case> = stagedRows.chain((rows) =>
  fc.tuple(stagedDocument(), fc.oneof(fc.constant({}), knownOf(rows))).map(([document, known]) => ({
    cells: cellsOfStaged(rows),
    preset: accepted(document),
    options: { asOf: AS_OF, ...known },
  })),
);
const amount = fc.oneof(
  fc.integer({ min: -20, max: 60 }),
  fc.constantFrom<CellValue>("", "n/a", "abc", "(20)", -0, true),
);
const measured: fc.Arbitrary<Case> = fc
  .array(fc.tuple(amount, amount, fc.constantFrom("North", "south", ""), fc.integer({ min: 45_000, max: 46_100 })), {
    minLength: 1,
    maxLength: 30,
  })
  .map((rows) => ({
    cells: [
      ["account", "value", "other", "region", "first", "last"],
      ...rows.map(([value, other, region, day], i) => [`a${i % 25}`, value, other, region, day, day + 10]),
    ],
    preset: accepted(everyMeasure),
    options: { asOf: AS_OF },
  }));
const cases = fc.array(fc.oneof(staged, measured), { minLength: 2, maxLength: 4 });

/** The memory of whose tables is kept, however small they are. */
const everything = () => new Workspace(1);

describe("tables and runs that share the memory of a workspace", () => {
  test("say what they say without one, while others are read and run and after others have left theirs", () => {
    fc.assert(
      fc.property(cases, (cases) => {
        const workspace = everything();
        const standing = workspace.lease();
        const [{ cells, preset, options }] = cases as [Case, ...Case[]]; // there are two at least
        const first = wholeRun(run(tableOf(cells, preset, { buffers: standing }), preset, options));
        const asItWas = structuredClone(first);
        for (const { cells, preset, options } of cases) {
          const buffers = workspace.lease();
          const shared = run(tableOf(cells, preset, { buffers }), preset, options);
          expect(wholeRun(shared)).toEqual(wholeRun(run(tableOf(cells, preset), preset, options)));
          buffers.end();
        }
        expect(first).toEqual(asItWas);
      }),
      { numRuns: 40 },
    );
  });

  test("a result stays what it was when its run has left its memory to others", () => {
    fc.assert(
      fc.property(cases, (cases) => {
        const workspace = everything();
        const results = cases.map(({ cells, preset, options }) => {
          const buffers = workspace.lease();
          const result = resultOf(run(tableOf(cells, preset, { buffers }), preset, options));
          const asItWas = structuredClone(result.columns.concat());
          const copy = structuredClone({ ...result, preset: null });
          buffers.end();
          return { result, asItWas, copy };
        });
        for (const { result, asItWas, copy } of results) {
          expect(result.columns).toEqual(asItWas);
          expect({ ...result, preset: null }).toEqual(copy);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("a run that goes on from another says the same over borrowed memory", () => {
    fc.assert(
      fc.property(staged, staged, ({ cells, preset, options }, other) => {
        const workspace = everything();
        const buffers = workspace.lease();
        const table = tableOf(cells, preset, { buffers });
        const previousRun = run(table, preset, options);
        const leaving = workspace.lease();
        run(tableOf(other.cells, other.preset, { buffers: leaving }), other.preset, other.options);
        leaving.end();
        const next = run(table, preset, { ...options, previousRun });
        expect(wholeRun(next)).toEqual(wholeRun(run(tableOf(cells, preset), preset, options)));
      }),
      { numRuns: 30 },
    );
  });
});

describe("a workspace", () => {
  test("a later table of about the same size has the memory of the one before, and nothing of what stood there", () => {
    const workspace = everything();
    const before = workspace.lease();
    const left = before.floats(1000).fill(7).buffer;
    before.end();
    const now = workspace.lease().floats(1005);
    expect(now.buffer).toBe(left);
    expect(now).toEqual(new Float64Array(1005));
  });

  test("what is given back is borrowed again, as zeros, and what is not stays with its owner", () => {
    const buffers = everything().lease();
    const [kept, left] = [buffers.floats(8).fill(1), buffers.floats(8).fill(2)];
    buffers.giveBack(left);
    const [again, another] = [buffers.floats(8), buffers.floats(8)];
    expect(again.buffer).toBe(left.buffer);
    expect(another.buffer).not.toBe(kept.buffer);
    expect([...again, ...another, ...kept]).toEqual([
      ...new Array<number>(16).fill(0),
      ...new Array<number>(8).fill(1),
    ]);
  });

  test("an array that is given back twice, or was never borrowed, is passed over", () => {
    const buffers = everything().lease();
    const [own, foreign] = [buffers.ints(8), new Int32Array(8)];
    buffers.giveBack(own, own, foreign);
    expect([buffers.ints(8).buffer, buffers.ints(8).buffer, buffers.ints(8).buffer]).not.toContain(foreign.buffer);
    const others = [buffers.ints(8).buffer, buffers.ints(8).buffer];
    expect(others[0]).not.toBe(others[1]);
  });

  test("one lease cannot take what another one still has", () => {
    const workspace = everything();
    const [one, other] = [workspace.lease(), workspace.lease()];
    const borrowed = one.bytes(64);
    other.bytes(64);
    other.end();
    other.end();
    const third = workspace.lease();
    expect([third.bytes(64).buffer, third.bytes(64).buffer]).not.toContain(borrowed.buffer);
  });

  test("an ended lease lends nothing that anybody else could have", () => {
    const workspace = everything();
    const ended = workspace.lease();
    ended.ints(8);
    ended.end();
    const late = ended.ints(8);
    expect([workspace.lease().ints(8).buffer]).not.toContain(late.buffer);
  });
});
