import { describe, expect, test } from "vitest";
import { ContentList, ContentPrint } from "../../../addin/excel/columnPrint";
import {
  brokenOff,
  commit,
  endPending,
  entryIn,
  entryOf,
  isRun,
  keepAside,
  keptIn,
  oldByKey,
  putFinished,
  putPending,
  type JournalEntry,
} from "../../../addin/excel/journal";
import { cutIntoCells, type JournalSheet } from "../../../addin/excel/journalSheet";
import type { SourceRecord } from "../../../addin/excel/record";
import { readSettings } from "../../../addin/excel/settings";
import type { RowsEntry } from "../../../addin/excel/sheets/tables/rowsEntry";
import { atOnce } from "../../../addin/slices";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import { NAMES, placedAt, planOf, scores, words } from "./planned";
import { opened } from "./workbooks";

const MARK = { id: "run0", mark: { name: "_tiering_run0", extent: "region" } } as const;
const TIERS = words("tier", ["Tier 1", "Tier 2", ""], [0, 1, 1, 1, 2]);
const keptOf = (given: Parameters<typeof planOf>[0]) => atOnce(entryOf(planOf(given), "run1", MARK));

describe("what is noted down before a run", () => {
  test("whose run it is, how the rows stand and the record before", () => {
    const plan = planOf({ columns: [TIERS] });
    const before: SourceRecord = { ...plan.after, ...MARK, columns: [] };
    expect(keptOf({ columns: [TIERS], before })).toEqual({
      ...{ format: 1, runId: "run1", sourceId: "run0", mark: MARK.mark, account: ["Account"], keys: "of keys", before },
      ...{ created: [], rules: [], rewritten: [], old: { accounts: [], columns: [] } },
    });
  });

  test("old tiers of the accounts that change, and of their namesakes, from the top down", () => {
    const old = { tier: ["Tier 2", "Tier 2", "Tier 1", "Tier 2", ""] };
    const entry = keptOf({ columns: [TIERS], placed: [placedAt("tier", 3)], old });
    expect(NAMES).toEqual(["Acme", "Bolt", "Cyan", "acme", ""]); // the fourth is the first again, and does not change
    expect(entry.old).toEqual({
      accounts: ["Acme", "Cyan", "acme"],
      columns: [{ kind: "tier", values: ["Tier 2", "Tier 1"], runs: [0, 1, 1, 1, 0, 1] }],
    });
    expect(entry.rewritten).toEqual([
      { kind: "tier", labels: ["Tier 1", "Tier 2", ""], colours: expect.any(Array) as unknown },
    ]);
    expect(entry.rewritten[0]?.colours.map(({ label }) => label)).toEqual(["Tier 1", "Tier 2", "Tier 3"]);
  });

  test("of rows without an account all, where one of them changes", () => {
    const old = { tier: ["Tier 1", "Tier 2", "Tier 2", "Tier 2", "mine"] };
    const entry = keptOf({ columns: [TIERS], placed: [placedAt("tier", 3)], old });
    expect(entry.old?.accounts).toEqual([""]);
  });

  test("of everybody, where everybody changes", () => {
    const run = { accountCodes: Int32Array.of(0, 1, 2, 3, 4) };
    const entry = keptOf({
      columns: [TIERS],
      placed: [placedAt("tier", 3)],
      old: { tier: ["a", "a", "a", "a", "a"] },
      run,
    });
    expect(entry.old).toEqual({ accounts: NAMES, columns: [{ kind: "tier", values: ["a"], runs: [0, 5] }] });
  });

  test("blanks where a column was not read, and nothing of a column that is new", () => {
    const segment = words("segment", ["Key"], [0, 0, 0, 0, 0]);
    const entry = keptOf({ columns: [segment, TIERS], placed: [placedAt("tier", 3)] });
    expect(entry.old?.columns).toEqual([{ kind: "tier", values: [""], runs: [0, 5] }]);
    expect(entry.rewritten.map(({ kind }) => kind)).toEqual(["tier"]);
  });

  test("of an open column what the run writes, and a fingerprint of what it neither writes nor overwrites", () => {
    const placed = [placedAt("score", 3)];
    const columns = [scores([1, 2, 3, 4, 5])];
    const entry = keptOf({ columns, placed, old: { score: [9, 2, 3, 8, 5] } });
    const rest = new ContentPrint();
    for (const content of [2, 3, 5]) rest.add(content);
    expect(entry.rewritten).toEqual([
      {
        kind: "score",
        labels: [],
        colours: expect.any(Array) as unknown,
        written: atOnce(ContentList.of([1, 4])),
        rest: rest.digest(),
      },
    ]);
    const same = keptOf({ columns, placed, old: { score: [1, 2, 3, 4, 5] } });
    expect(same.rewritten).toEqual([{ kind: "score", labels: [], colours: expect.any(Array) as unknown }]);
    expect(same.old?.accounts).toEqual([]);
  });
});

test("old values by account: those of its rows from the top down", () => {
  const entry: JournalEntry = {
    ...keptOf({ columns: [TIERS] }),
    old: {
      accounts: ["Acme", "Bolt", " ACME"],
      columns: [
        { kind: "tier", values: ["Tier 1", "Tier 2"], runs: [1, 2, 0, 1] },
        { kind: "score", values: [5, ""], runs: [0, 1, 1, 1, 0, 1] },
      ],
    },
  };
  expect([...oldByKey(entry)].map(([kind, byKey]) => [kind, Object.fromEntries(byKey)])).toEqual([
    ["tier", { acme: ["Tier 2", "Tier 1"], bolt: ["Tier 2"] }],
    ["score", { acme: [5, 5], bolt: [""] }],
  ]);
  expect(oldByKey({ ...entry, old: null }).size).toBe(0);
});

const SMALL = keptOf({ columns: [TIERS], placed: [placedAt("tier", 3)], old: { tier: ["a", "b", "c", "d", ""] } });
const CREATED: JournalEntry["created"][number] = {
  ...{ kind: "score", mark: { columnId: 3 }, header: "Score", labels: [], colours: [], written: "aa" },
};
/** More than the settings may hold, and so on a sheet. */
const LARGE: JournalEntry = {
  ...SMALL,
  created: [CREATED],
  rewritten: [{ kind: "tier", labels: [], colours: [], written: "bb", rest: "cc" }],
  old: {
    accounts: Array.from({ length: 26 }, (_, i) => `=${i} ${"🐘".repeat(20_000)}`),
    columns: SMALL.old?.columns ?? [],
  },
};
const WITHOUT = {
  ...LARGE,
  created: [{ kind: "score", mark: { columnId: 3 }, header: "Score", labels: [], colours: [] }],
  rewritten: [{ kind: "tier", labels: [], colours: [] }],
  old: null,
};
const ROWS: RowsEntry = {
  format: 1,
  kind: "sheet-rows",
  runId: "run1",
  sheet: { name: "S", created: null },
  tables: [],
};

function bookOf(settings: Readonly<Record<string, unknown>> = {}) {
  const texts = Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, JSON.stringify(value)]));
  const book = opened({ ...workbookOf([sheetOf("Accounts", [["mine"]])]), settings: texts });
  return {
    ...book,
    act: <T>(what: (context: Excel.RequestContext) => T | Promise<T>) =>
      book.Excel.run(async (context) => {
        const answer = await what(context);
        await context.sync();
        return answer;
      }),
    now: () =>
      Object.fromEntries(
        Object.entries(book.workbook.settings()).map(([key, text]) => [key, JSON.parse(String(text)) as unknown]),
      ),
    sheets: () => book.workbook.snapshot().sheets.map(({ name, visibility }) => [name, visibility]),
  };
}

describe("while a change is under way", () => {
  test("a small note stands in the settings, and no sheet is needed", async () => {
    const book = bookOf();
    expect(await book.act((context) => keepAside(context, SMALL))).toBeNull();
    expect([book.now(), book.sheets()]).toEqual([{}, [["Accounts", "Visible"]]]);
    await book.act((context) => putPending(context, SMALL, null));
    expect(book.now()).toEqual({ "tiering.pending": SMALL });
    await book.act((context) => commit(context, SMALL, null));
    expect(book.now()).toEqual({ "tiering.journal": SMALL });
  });

  test("a large one stands on a very hidden sheet; the settings say which, and keep what is needed at once", async () => {
    const book = bookOf();
    const noted: unknown[] = [];
    book.host.faults.onRequest(() => noted.push([book.now()["tiering.pending"], book.sheets().length]));
    const kept = await book.act((context) => keepAside(context, LARGE));
    const { kept: wanted, cells } = cutIntoCells(JSON.stringify(LARGE), "run1");
    expect(kept).toEqual(wanted);
    expect(kept).toMatchObject({ sheet: "Tier Journal run1", state: "whole", cells: cells.length });
    expect(cells.every((cell) => cell.length <= 32_000)).toBe(true);
    expect(book.sheets()).toEqual([
      ["Accounts", "Visible"],
      ["Tier Journal run1", "VeryHidden"],
    ]);
    const writing = { entry: WITHOUT, kept: { ...wanted, state: "writing" } };
    expect(noted.slice(0, 2)).toEqual([
      [undefined, 1],
      [writing, 2], // the note goes with the sheet, before any of its cells
    ]);
    expect(book.now()).toEqual({ "tiering.pending": writing });
    await book.act((context) => putPending(context, LARGE, kept));
    expect(book.now()).toEqual({ "tiering.pending": { entry: WITHOUT, kept: wanted } });

    await book.act(async (context) => {
      const settings = await readSettings(context);
      expect(keptIn(settings)).toEqual(wanted);
      expect(entryIn(settings, "pending")).toEqual({ state: "ok", value: WITHOUT });
      expect(await brokenOff(context, settings)).toEqual({ state: "ok", value: LARGE });
    });
    await book.act((context) => commit(context, LARGE, kept));
    expect([book.now(), book.sheets()]).toEqual([{ "tiering.journal": WITHOUT }, [["Accounts", "Visible"]]]);
  });

  test("that it is over is noted before its sheet goes: of what is left then only the sheet is to be removed", async () => {
    const book = bookOf();
    const kept = await book.act((context) => keepAside(context, LARGE));
    const isNoted = () => (book.now()["tiering.pending"] as { kept: JournalSheet } | undefined)?.kept.state;
    for (let action = 1; action < 20 && isNoted() !== "done"; action++) {
      book.host.faults.clear();
      book.host.faults.inject({ request: 1, action, when: "before", code: "GeneralException" });
      await book.act((context) => endPending(context, kept)).catch(() => undefined);
    }
    book.host.faults.clear();
    expect(book.now()).toEqual({ "tiering.pending": { entry: null, kept: { ...kept, state: "done" } } });
    await book.act(async (context) => {
      const settings = await readSettings(context);
      expect(entryIn(settings, "pending")).toEqual({ state: "damaged" });
      expect(keptIn(settings)).toMatchObject({ state: "done" });
    });
  });

  test("columns that have got their marks since keep them; the rest is as the sheet says", async () => {
    const book = bookOf();
    const unmarked: JournalEntry = {
      ...LARGE,
      created: [
        { ...CREATED, mark: null },
        { ...CREATED, kind: "tier" },
      ],
    };
    const kept = await book.act((context) => keepAside(context, unmarked));
    await book.act((context) => putPending(context, { ...unmarked, created: [CREATED] }, kept));
    const found = await book.act(async (context) => brokenOff(context, await readSettings(context)));
    expect(found).toEqual({
      state: "ok",
      value: { ...unmarked, created: [CREATED, { ...CREATED, kind: "tier" }] },
    });
  });

  test.each(["gone", "changed"])("where the sheet is %s, only what the settings keep is known", async (how) => {
    const book = bookOf();
    const kept = await book.act((context) => keepAside(context, LARGE));
    if (how === "gone") book.user.deleteSheet("Tier Journal run1");
    else book.user.type("'Tier Journal run1'!A2", "mine");
    const found = await book.act(async (context) => brokenOff(context, await readSettings(context)));
    expect(found).toEqual({ state: "ok", value: WITHOUT });
    expect(kept).not.toBeNull();
  });

  test("a change of our own sheets goes as a whole, on a sheet as well", async () => {
    const large: RowsEntry = {
      ...ROWS,
      sheet: { name: "S", created: { words: Array<string>(5_000).fill("twenty letters long ") } },
    };
    const book = bookOf();
    const kept = await book.act((context) => keepAside(context, large));
    expect(book.now()).toMatchObject({ "tiering.pending": { entry: null, kept: { sheet: "Tier Journal run1" } } });
    const found = await book.act(async (context) => brokenOff(context, await readSettings(context)));
    expect(found).toEqual({ state: "ok", value: large });
    await book.act((context) => commit(context, large, kept));
    expect([book.now(), book.sheets()]).toEqual([{ "tiering.journal": null }, [["Accounts", "Visible"]]]);
  });
});

describe("what can be undone", () => {
  test.each<[string, number, boolean]>([
    ["100,000 characters fit", 100_000, true],
    ["one more does not", 100_001, false],
  ])("%s into the settings", async (_, characters, isWhole) => {
    const base = JSON.stringify({ ...SMALL, runId: "" }).length;
    const entry = { ...SMALL, runId: "x".repeat(characters - base) };
    expect(JSON.stringify(entry)).toHaveLength(characters);
    const book = bookOf();
    await book.act((context) => putFinished(context, entry));
    expect(book.now()).toEqual({
      "tiering.journal": isWhole ? entry : { ...entry, old: null },
    });
  });

  test("is known by its shape: a run alone says no kind", () => {
    expect([isRun(SMALL), isRun(ROWS)]).toEqual([true, false]);
  });

  test("is read as it was written; what is damaged is not guessed at", async () => {
    const read = (settings: Readonly<Record<string, unknown>>) =>
      bookOf(settings).act(async (context) => {
        const known = await readSettings(context);
        return [entryIn(known, "journal").state, entryIn(known, "pending").state, keptIn(known)];
      });
    expect(await read({})).toEqual(["absent", "absent", null]);
    expect(await read({ "tiering.journal": SMALL, "tiering.pending": ROWS })).toEqual(["ok", "ok", null]);
    expect(await read({ "tiering.journal": { ...SMALL, more: 1 }, "tiering.pending": {} })).toEqual([
      ...["damaged", "damaged", null],
    ]);
    const kept = { sheet: "S", cells: 1, hash: "", state: "whole" };
    expect(
      await read({ "tiering.journal": { entry: SMALL, kept }, "tiering.pending": { entry: SMALL, kept } }),
    ).toEqual([...["damaged", "ok", kept]]);
    const damaged = bookOf({ "tiering.pending": { ...ROWS, tables: 1 } });
    expect(await damaged.act(async (context) => brokenOff(context, await readSettings(context)))).toEqual({
      state: "damaged",
    });
  });
});

describe("text in cells", () => {
  const cut = (text: string) => cutIntoCells(text, "abcdefghijklmnopqrstuvwxyz");

  test("32,000 characters each, never within one that takes two", () => {
    const { kept, cells } = cut(`${"x".repeat(31_999)}🐘${"y".repeat(40_000)}`);
    expect(cells.map(({ length }) => length)).toEqual([31_999, 32_000, 8_002]);
    expect(kept).toMatchObject({ cells: 3, sheet: "Tier Journal abcdefghijklmnopqr" }); // 31 characters at most
    expect(cut("x".repeat(32_000)).cells).toHaveLength(1);
    expect(cut("").cells).toEqual([]);
  });
});
