import { describe, expect, test } from "vitest";
import { createTiering } from "../../../addin/excel/tiering";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import { inProcess, parsePreset, presetDocument, type Engine, type Preset } from "../../../engine/index";
import { accounts, beside, CELLS, DAY, must, opened, previewed, PRESET, SELECTED, stopped } from "./workbooks";

/** The preset with a part of its document's text replaced. */
function edited(from: string, to: string): Preset {
  const parsed = parsePreset(JSON.stringify(presetDocument(PRESET)).replace(from, to));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.preset;
}
const HALF = edited('"share":0.3', '"share":0.5');
const ONE_COLUMN = edited('"many":true', '"many":false');

describe("other rules on accounts that were read", () => {
  test("give what a new preview gives, and ask nothing of the workbook", async () => {
    const book = opened(accounts("table"));
    const first = await previewed(book);
    const { requests } = book.host.traffic;
    const revised = must(await book.tiering.revise(first, { preset: HALF, asOf: "2026-02-28" }));
    expect(book.host.traffic.requests).toBe(requests);
    const fresh = must(await book.tiering.preview({ ...SELECTED, preset: HALF, asOf: "2026-02-28" }));
    const { work: _, ...found } = revised.run;
    expect(fresh.run).toMatchObject(found);
    expect(revised.plan.after).toEqual(fresh.plan.after);
    expect(revised.plan.moves).toEqual(fresh.plan.moves);
    expect(revised.plan.columns).toEqual(fresh.plan.columns);
    expect(revised.run.tier.codes).not.toEqual(first.run.tier.codes);
  });

  test("can be applied, and refreshed after that", async () => {
    const book = opened(accounts("range"));
    const revised = must(await book.tiering.revise(await previewed(book), { preset: HALF, asOf: DAY }));
    const { record, run, reading } = must(await book.tiering.apply(revised));
    expect(record.preset.hash).toBe(revised.plan.after.preset.hash);
    expect(beside(book, "Segment")).toMatchObject({ Acme: "Key", Bolt: "Key", Cyan: "Enterprise" });
    expect(run.preset).toBe(HALF);
    expect(await reading.explain(1)).toMatchObject({ ok: true, value: { kind: "account", account: "Acme" } });
  });

  test("are read anew where they need other fields", async () => {
    const book = opened(accounts("table"));
    const first = await previewed(book);
    const { requests } = book.host.traffic;
    const revised = must(await book.tiering.revise(first, { preset: ONE_COLUMN, asOf: DAY }));
    expect(book.host.traffic.requests).toBeGreaterThan(requests);
    expect(revised.run.preset).toBe(ONE_COLUMN);
    expect(revised.reading).not.toBe(first.reading);
  });

  test("are read anew where two newer previews have taken their place, with the rows as they are then", async () => {
    const book = opened(accounts("range"));
    const first = await previewed(book);
    await previewed(book);
    await previewed(book);
    expect(await first.reading.explain(1)).toEqual({ ok: false, why: "let-go" });
    book.user.type("B2", 1);
    const revised = must(await book.tiering.revise(first, { preset: HALF, asOf: DAY }));
    expect(revised.run.value[0]).toBe(1);
  });

  test("on a day that is none are a problem, and the preview stands", async () => {
    const book = opened(accounts("range"));
    const first = await previewed(book);
    expect(stopped(await book.tiering.revise(first, { preset: HALF, asOf: "soon" })).code).toBe("unexpected");
    expect(must(await book.tiering.revise(first, { preset: PRESET, asOf: DAY })).run.tier).toEqual(first.run.tier);
  });
});

describe("what was read and is not needed is let go", () => {
  /** An engine that counts what it holds, and what was given to it. */
  function counting(engine: Engine = inProcess()) {
    const held = new Set<object>();
    const counts = { blocks: 0, held };
    const counted: Engine = {
      thread: engine.thread,
      async open(source) {
        const reading = await engine.open(source);
        held.add(reading);
        return {
          add: (block) => (counts.blocks++, reading.add(block)),
          run: (preset, inputs) => reading.run(preset, inputs),
          explain: (row) => reading.explain(row),
          ask: (question, ...options) => reading.ask(question, ...options),
          letGo: () => (held.delete(reading), reading.letGo()),
        };
      },
    };
    return { counts, engine: counted };
  }

  const many = workbookOf([sheetOf("S", [...CELLS, ...Array.from({ length: 45_000 }, (_, i) => [`Account ${i}`, i])])]);

  test("where the analyst stops it between two blocks", async () => {
    const { Excel } = opened(many);
    const { counts, engine } = counting();
    const stop = new AbortController();
    const progress = { signal: stop.signal, onRows: (done: number) => void (done >= 10_000 && stop.abort()) };
    const where = { by: "range", sheet: "S", address: "A1" } as const;
    const outcome = await createTiering(Excel, { engine }).preview({ ...SELECTED, where }, progress);
    expect(stopped(outcome)).toEqual({ code: "cancelled", written: "nothing" });
    expect(counts.blocks).toBe(1);
    expect(counts.held.size).toBe(0);
  });

  test.each([1, 2, 3, 4])("where Excel fails at request %i", async (request) => {
    const book = opened(accounts("range"));
    const { counts, engine } = counting();
    book.host.faults.inject({ request, when: "before", code: "GeneralException" });
    expect(stopped(await createTiering(book.Excel, { engine }).preview(SELECTED)).code).toBe("GeneralException");
    expect(counts.held.size).toBe(0);
  });

  test.each(["add", "run"] as const)(
    "where the engine fails in %s, which is a problem like any other",
    async (name) => {
      const book = opened(accounts("range"));
      const { counts, engine } = counting({
        thread: "own",
        open: async (source) =>
          Object.assign(await inProcess().open(source), { [name]: () => Promise.reject(new Error("no memory")) }),
      });
      const outcome = await createTiering(book.Excel, { engine }).preview(SELECTED);
      expect(outcome).toMatchObject({ problem: { code: "unexpected", detail: "no memory", written: "nothing" } });
      expect(counts.held.size).toBe(0);
    },
  );
});

test("accounts are named as they stand in the sheet, and known again in another spelling", async () => {
  const cells = [
    ["Account", "Revenue"],
    [" Acme ", 300],
    [4711, 200],
    ["n/a", 1],
    [true, 5],
  ];
  const book = opened(workbookOf([sheetOf("S", cells)]));
  const { accounts: read } = (await previewed(book)).plan;
  expect([0, 1, 2, 3, 4].map((row) => read.nameAt(row))).toEqual([" Acme ", "4711", "", "TRUE", ""]);
  expect([read.isAccount(0, "ACME"), read.isAccount(0, "Bolt"), read.isAccount(1, "4711")]).toEqual([
    true,
    false,
    true,
  ]);
  expect([read.isAccount(2, ""), read.isAccount(2, "Acme")]).toEqual([true, false]);
});
