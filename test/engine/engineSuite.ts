import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  alerts,
  attention,
  bindFields,
  explain,
  mix,
  movement,
  pathsOf,
  presetDocument,
  readTable,
  recordReview,
  resultOf,
  reviewOf,
  run,
  type Answer,
  type CellValue,
  type Engine,
  type Preset,
  type Reading,
  type RunInputs,
  type TableOptions,
} from "../../engine/index";
import { accepted, AS_OF, documentWith, rungs, type Cells } from "./samples";

export const HEADER = ["account", "value", "other", "region", "client", "first", "last"];

export const LADDER: Preset = accepted(
  documentWith({
    measures: [{ id: "total", type: "sum", of: ["value", "other"] }],
    segments: { rungs: rungs({ western: { measure: "region", is: ["west"] } }, "elsewhere") },
    tiers: {
      rungs: rungs({ key: { measure: "total", top: { share: 0.5 } }, mid: { measure: "value", ">=": 10 } }, "rest"),
    },
  }),
);
const RAISED: Preset = accepted(JSON.stringify(presetDocument(LADDER)).replace('">=":10', '">=":40'));
const OTHER_FIELDS: Preset = accepted(JSON.stringify(presetDocument(LADDER)).replace('"many":false', '"many":true'));

export const CELLS: Cells = [
  HEADER,
  ["Acme", 60, "", "West", true, 45_000, ""],
  ["Bolt", "$30.50", 5, "East", "no", "2025-01-31", ""],
  ["acme ", 20, 1, "West", "maybe", "#N/A", ""],
  ["", 5, "n/a", "", "", "", ""],
  [4711, "many", 2, "West", "", "13/13/2025", ""],
];

/** What an engine that reads cells in blocks must say, wherever it runs: what `readTable` and `run` say. */
export function engineSuite(name: string, start: () => { engine: Engine; stop?: () => void }): void {
  describe(name, () => {
    let engine: Engine;
    let stop: (() => void) | undefined;
    beforeAll(() => ({ engine, stop } = start()));
    afterAll(() => stop?.());

    const opened = (cells: Cells, options?: TableOptions) => readingOf(engine, cells, LADDER, options);

    test("says what a run in one piece says, however the rows were cut", async () => {
      const whole = direct(CELLS, LADDER);
      for (const size of [1, 2, 5, 100]) {
        const reading = await opened(CELLS);
        await addInBlocks(reading, CELLS, size);
        expect(given(await reading.run(LADDER, { asOf: AS_OF }))).toEqual(resultOf(whole));
        for (let row = -1; row <= CELLS.length; row++) {
          expect(given(await reading.explain(row))).toEqual(explain(whole, row));
        }
        reading.letGo();
      }
    });

    test("keeps the order of blocks that nobody waited for", async () => {
      const reading = await opened(CELLS);
      const adding = blocks(CELLS, 1).map((block) => reading.add(block));
      const answer = await reading.run(LADDER, { asOf: AS_OF });
      await Promise.all(adding);
      expect(given(answer)).toEqual(resultOf(direct(CELLS, LADDER)));
    });

    test("reads signs, dates and the date system as it was told", async () => {
      const cells = [HEADER, ["Acme", "1.000,50", "", "", "", "3/4/2026", 0]];
      const options = { signs: { decimal: ",", group: "." }, dateOrder: "dmy", date1904: true } as const;
      const reading = await opened(cells, options);
      await addInBlocks(reading, cells, 1);
      const result = given(await reading.run(LADDER, { asOf: AS_OF }));
      expect(result).toEqual(resultOf(direct(cells, LADDER, options)));
      expect([...result.value]).toEqual([1000.5]);
    });

    test("runs other rules and another day on what was read, and takes over what they do not touch", async () => {
      const reading = await opened(CELLS);
      await addInBlocks(reading, CELLS, 2);
      await reading.run(LADDER, { asOf: AS_OF });
      const raised = given(await reading.run(RAISED, { asOf: "2026-03-01" }));
      const { work, ...found } = raised;
      const { work: _, ...fresh } = resultOf(direct(CELLS, RAISED, {}, "2026-03-01"));
      expect(found).toEqual(fresh);
      expect(work.reused).toBeGreaterThan(0);
      expect(given(await reading.explain(2))).toEqual(explain(direct(CELLS, RAISED, {}, "2026-03-01"), 2));
      expect(given(await reading.run(LADDER, { asOf: AS_OF })).tier).toEqual(direct(CELLS, LADDER).tier);
    });

    test("refuses a preset with other fields, and goes on after that", async () => {
      const reading = await opened(CELLS);
      await addInBlocks(reading, CELLS, 5);
      expect(await reading.run(OTHER_FIELDS, { asOf: AS_OF })).toEqual({ ok: false, why: "other-fields" });
      expect((await reading.run(LADDER, { asOf: AS_OF })).ok).toBe(true);
    });

    test("what was answered is not taken from what the engine keeps", async () => {
      const reading = await opened(CELLS);
      await addInBlocks(reading, CELLS, 5);
      const first = given(await reading.run(LADDER, { asOf: AS_OF }));
      const second = given(await reading.run(RAISED, { asOf: AS_OF }));
      expect(first.value).toEqual(second.value);
      expect(first.included).toEqual(second.included);
      expect(given(await reading.explain(1)).kind).toBe("account");
    });

    test("keeps two readings, and answers for older ones and those let go that it has them no more", async () => {
      const three = [await opened(CELLS), await opened(CELLS), await opened(CELLS)];
      for (const reading of three) await addInBlocks(reading, CELLS, 2);
      const answers = await Promise.all(three.map((reading) => reading.run(LADDER, { asOf: AS_OF })));
      expect(answers.map(({ ok }) => ok)).toEqual([false, true, true]);
      expect(answers[0]).toEqual({ ok: false, why: "let-go" });
      three[2]?.letGo();
      three[2]?.letGo();
      expect(await three[2]?.explain(1)).toEqual({ ok: false, why: "let-go" });
      const fourth = await opened(CELLS);
      expect((await three[1]?.explain(1))?.ok).toBe(true); // it takes the place that was free
      fourth.letGo();
    });

    test("a day that is none, a row after the run and a source that cannot be read are errors, not answers", async () => {
      const reading = await opened(CELLS);
      await expect(reading.explain(1)).rejects.toThrow("nothing was run");
      await expect(reading.run(LADDER, { asOf: "31 January" })).rejects.toThrow("asOf is not a day");
      expect((await reading.run(LADDER, { asOf: AS_OF })).ok).toBe(true);
      await expect(Promise.all([addInBlocks(reading, CELLS, 5), reading.run(LADDER, { asOf: AS_OF })])).rejects.toThrow(
        "after a run",
      );
      const binding = bindFields(["account"], LADDER.fields, { chosen: new Map([["value", ["gone"]]]) });
      await expect(engine.open({ binding, preset: LADDER, rows: 1 })).rejects.toThrow("header-not-found");
    });

    test("goes by overrides and reviews, and answers what is asked of the last run", async () => {
      const earlier = recordReview([], direct(CELLS, LADDER, {}, "2025-10-31"));
      const overrides = [{ account: "Bolt", kind: "exact", tier: "rest", reason: "leaves" } as const];
      const whole = direct(CELLS, LADDER, {}, AS_OF, { overrides, history: earlier });
      const reading = await opened(CELLS);
      await addInBlocks(reading, CELLS, 2);
      await expect(reading.ask("movement")).rejects.toThrow("nothing was run");
      await reading.run(LADDER, { asOf: AS_OF });
      const result = given(await reading.run(LADDER, { asOf: AS_OF, overrides, history: earlier }));
      expect(result.tier).toEqual(whole.tier);
      expect(given(await reading.ask("movement"))).toEqual(movement(whole, earlier));
      expect(given(await reading.ask("paths", { withRun: true }))).toEqual(
        pathsOf(recordReview(earlier, whole), LADDER, { asOf: AS_OF }),
      );
      expect(given(await reading.ask("review"))).toEqual(reviewOf(whole));
      expect(given(await reading.ask("attention", { notes: [] }))).toEqual(
        attention(alerts(whole, earlier), [], AS_OF),
      );
      expect(given(await reading.ask("mix", { field: "region", limit: 1 }))).toEqual(
        mix(whole, "region", { limit: 1 }),
      );
      await expect(reading.ask("lowUse", { by: { flag: "none" } })).rejects.toThrow("no flag none");
      await expect(reading.ask("constructor" as "review")).rejects.toThrow("no question");
      reading.letGo();
      expect(await reading.ask("movement")).toEqual({ ok: false, why: "let-go" });
    });

    test("equals a run in one piece on any cells", async () => {
      await fc.assert(
        fc.asyncProperty(hostileRows, fc.integer({ min: 1, max: 7 }), async (rows, size) => {
          const cells = [HEADER, ...rows];
          const whole = direct(cells, LADDER);
          const reading = await opened(cells);
          await addInBlocks(reading, cells, size);
          expect(given(await reading.run(LADDER, { asOf: AS_OF }))).toEqual(resultOf(whole));
          const row = 1 + (size % rows.length);
          expect(given(await reading.explain(row))).toEqual(explain(whole, row));
          reading.letGo();
        }),
        { numRuns: 150 },
      );
    });
  });
}

const hostileCell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.double({ noNaN: true }),
  fc.constantFrom(0, -0, 1e308, -1e100, Infinity, 2 ** 53, 5e-324, 0.1 + 0.2),
  fc.boolean(),
  fc.constantFrom("", " ", "n/a", "#N/A", "#SPILL!", "$1,234.50", "(500)", "30%", "2026-01-31", "3/4/2026", "'5"),
  fc.constantFrom(
    "\ud800",
    "\udfffx",
    "\u0000",
    "__proto__",
    "constructor",
    "ＡＣＭＥ",
    "ﬀ",
    "💥",
    "\u202e",
    "Straße",
    "ΟΔΟΣ",
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
);

const hostileRows = fc.array(
  fc.array(fc.oneof(hostileCell, fc.integer({ min: 0, max: 50 })), {
    minLength: HEADER.length,
    maxLength: HEADER.length,
  }),
  { minLength: 1, maxLength: 20 },
);

export async function readingOf(
  engine: Engine,
  [header = [], ...rows]: Cells,
  preset: Preset,
  options?: TableOptions,
): Promise<Reading> {
  const binding = bindFields(header.map(String), preset.fields, { sample: rows.slice(0, 50) });
  return engine.open({ binding, preset, rows: rows.length, ...(options && { options }) });
}

export function blocks([, ...rows]: Cells, size: number) {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => {
    const cells = rows.slice(i * size, (i + 1) * size);
    return { size: cells.length, column: (position: number) => ({ rows: cells, index: position }) };
  });
}

export async function addInBlocks(reading: Reading, cells: Cells, size: number): Promise<void> {
  for (const block of blocks(cells, size)) await reading.add(block);
}

export function given<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new Error(answer.why);
}

function direct(
  cells: Cells,
  preset: Preset,
  options: TableOptions = {},
  asOf = AS_OF,
  inputs: Omit<RunInputs, "asOf"> = {},
) {
  const read = readTable(cells, preset, options);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const { overrides = [], history = [] } = inputs;
  return run(read.table, preset, { asOf, overrides, history });
}
