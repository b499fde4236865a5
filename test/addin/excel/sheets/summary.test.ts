import { describe, expect, test } from "vitest";
import { sheetOf } from "../../../../addin/playground/host/simpleSnapshot";
import type { CellValue, SheetSnapshot, WorkbookSnapshot } from "../../../../addin/playground/host/snapshot";
import { readSummary } from "../../../../addin/excel/sheets/summary/summaryRead";
import type { Preset } from "../../../../engine/index";
import type { Outcome } from "../../../../addin/excel/problem";
import * as workbooks from "../workbooks";
import {
  accounts,
  builtIn,
  must,
  laterSession,
  opened,
  openedBy,
  PRESET,
  previewed,
  sheetNamed,
  stopped,
  withoutJournal,
  type Opened,
} from "../workbooks";

const NAME = "Tier Summary";

/** With one tier less. */
const SHORTER: Preset = {
  ...PRESET,
  tiers: {
    ...PRESET.tiers,
    rungs: [PRESET.tiers.rungs[0], PRESET.tiers.rungs[2]].filter((rung) => rung !== undefined),
  },
};

async function written(book: Opened, preset = PRESET) {
  return must(await book.tiering.writeSummary(await previewed(book, preset)));
}

const summarySheet = (book: Pick<Opened, "workbook">) => sheetNamed(book, NAME);

/** Cells of a table by header and name. */
function figures(sheet: SheetSnapshot, column: string): Record<string, CellValue> {
  const table = sheet.tables.find(({ name }) => name === "TierSummary");
  if (!table) return {};
  const rows = sheet.values.slice(table.row, table.row + table.rows);
  const [name, at] = ["Name", column].map((header) => rows[0]?.indexOf(header) ?? -1);
  return Object.fromEntries(rows.slice(1).map((row) => [row[name ?? -1] ?? "", row[at ?? -1] ?? ""]));
}

describe("Tier Summary", () => {
  test("is written on a sheet of its own, and undone with it", async () => {
    const book = opened(accounts("table"));
    const before = end(book.workbook.snapshot());
    expect(await written(book)).toMatchObject({ sheet: NAME, isNew: true, rows: 9 });
    const sheet = summarySheet(book);
    expect(figures(sheet, "Value")).toMatchObject({ "Tier 1": 300, "Tier 2": 550, "Tier 3": 150, "All tiers": 1000 });
    expect(sheet.values.slice(0, 3)).toEqual([
      ["Revenue share 30/50/20"],
      ["As of", "2026-01-31", "10 accounts of Accounts, table on Accounts"],
      ["Compared with", "no earlier review"],
    ]);
    must(await book.tiering.undo());
    expect(end(book.workbook.snapshot())).toEqual(before);
  });

  test("is written in place, so that formulas that point to it stay right", async () => {
    const book = opened(accounts("table"));
    await written(book);
    book.user.type("Accounts!F1", "='Tier Summary'!E22");
    book.user.type("Tier Summary!B40", "my note");
    book.user.insert("Tier Summary!5:6");
    const before = book.workbook.snapshot();
    book.user.type("Accounts!B2", 400);
    expect(await written(book)).toMatchObject({ isNew: false });
    expect(book.workbook.snapshot().sheets[0]?.formulas).toMatchObject([{ formula: "='Tier Summary'!E24" }]);
    const sheet = summarySheet(book);
    expect(sheet.values[23]?.[4]).toBe(400);
    expect(sheet.values[41]?.[1]).toBe("my note");
    must(await book.tiering.undo());
    book.user.type("Accounts!B2", 300);
    expect(endWithoutJournal(book.workbook.snapshot())).toEqual(endWithoutJournal(before));
  });

  test("shrinks and grows with the preset, and says where something is in the way", async () => {
    const book = opened(accounts("range"));
    await written(book, SHORTER);
    const short = book.workbook.snapshot();
    await written(book);
    expect(Object.keys(figures(summarySheet(book), "Value"))).toContain("Tier 2");
    must(await book.tiering.undo());
    expect(endWithoutJournal(book.workbook.snapshot())).toEqual(endWithoutJournal(short));
    book.user.type("Tier Summary!C30", "note"); // right under the table, which grows with it
    await written(book, SHORTER);
    expect(stopped(await book.tiering.writeSummary(await previewed(book)))).toEqual({
      code: "own-cells-taken",
      written: "nothing",
    });
    expect(summarySheet(book).values[29]?.[2]).toBe("note");
  });

  test("finds its columns by their headers and leaves others alone", async () => {
    const book = opened(accounts("range"));
    await written(book);
    book.user.insert("Tier Summary!C:C");
    book.user.type("Tier Summary!C21", "Mine");
    book.user.type("Tier Summary!C22", "kept");
    book.user.type("Accounts!B2", 900);
    await written(book);
    const sheet = summarySheet(book);
    expect(figures(sheet, "Value")).toMatchObject({ "Tier 1": 900 });
    expect(figures(sheet, "Mine")).toMatchObject({ "Tier 1": "kept" });
    book.user.type("Tier Summary!D21", "Customers");
    expect(stopped(await book.tiering.writeSummary(await previewed(book)))).toEqual({
      code: "own-header-gone",
      written: "nothing",
    });
  });

  test("shows where the accounts went since the last review, below the figures wherever these end", async () => {
    const book = opened(accounts("table"));
    const where = { by: "selection" } as const;
    const earlier = must(await book.tiering.preview({ where, preset: PRESET, asOf: "2025-10-31" }));
    must(await book.tiering.recordReview(must(await book.tiering.apply(earlier)) && earlier));
    book.user.type("Accounts!B11", 2000); // Jade comes up, others go down
    await written(book, SHORTER);
    const short = book.workbook.snapshot();
    expect(await written(book)).toMatchObject({ charts: 3 });
    const sheet = summarySheet(book);
    const table = sheet.tables.find(({ name }) => name === "TierMovement");
    expect(sheet.values.slice(table?.row, (table?.row ?? 0) + 5)).toEqual([
      ["Before", "Now Tier 1", "Now Tier 2", "Now Tier 3", "Left"],
      ["Tier 1", 0, 1, 0, 0],
      ["Tier 2", 0, 1, 3, 0],
      ["Tier 3", 1, 0, 4, 0],
      ["New", 0, 0, 0],
    ]);
    expect(sheet.values[2]?.slice(0, 2)).toEqual(["Compared with", "2025-10-31"]);
    must(await book.tiering.undo());
    expect(endWithoutJournal(book.workbook.snapshot())).toEqual(endWithoutJournal(short));
  });

  test("is read back, but for rows that cannot be understood", async () => {
    const book = opened(accounts("table"));
    await written(book);
    book.user.type("Tier Summary!E23", "much");
    const read = await book.Excel.run((context: Excel.RequestContext) => readSummary(context));
    expect(read).toMatchObject({ preset: PRESET.name, asOf: "2026-01-31", since: null });
    expect(read?.issues).toMatchObject([{ address: "E23", header: "Value", found: "much" }]);
    expect(read?.rows).toHaveLength(8);
    expect(read?.rows[0]).toMatchObject({ section: "tier", name: "Tier 1", accounts: 1, value: 300, growth: null });
  });

  test("never touches a sheet of that name that is not ours", async () => {
    const snapshot = accounts("range");
    snapshot.sheets.push(sheetOf("tier summary", [["mine"]]));
    const book = opened(snapshot);
    const before = book.workbook.snapshot();
    const outcome = await book.tiering.writeSummary(await previewed(book));
    expect(stopped(outcome)).toEqual({ code: "own-sheet-taken", written: "nothing" });
    expect(book.workbook.snapshot()).toEqual(before);
  });

  test("keeps what the analyst wrote on the sheet when it is undone", async () => {
    const book = opened(accounts("range"));
    await written(book);
    book.user.type("Tier Summary!B60", "my note");
    must(await book.tiering.undo());
    const sheet = summarySheet(book);
    expect(sheet.tables).toEqual([]);
    expect(sheet.values.flat().filter((cell) => cell !== "")).toEqual(["my note"]);
  });

  test("hostile words stay words", async () => {
    const words = ["=1+1", "+1", "@SUM(A1)", "1-2", "'x", "007"];
    const hostile: Preset = {
      ...PRESET,
      name: "x",
      tiers: {
        ...PRESET.tiers,
        rungs: PRESET.tiers.rungs.map((rung, i) => ({
          ...rung,
          label: words[i] ?? rung.label,
          play: { treatment: words[i + 3] ?? "" },
        })),
      },
    };
    const book = opened(accounts("range"));
    await written(book, hostile);
    const sheet = summarySheet(book);
    expect(sheet.formulas).toEqual([]);
    expect(Object.entries(figures(sheet, "Play")).slice(0, 3)).toEqual([
      ["=1+1", "1-2"],
      ["+1", "'x"],
      ["@SUM(A1)", "007"],
    ]);
  });

  test.each(["revenue-share", "abm-score", "client-value", "rfm", "top-accounts"])("of %s", async (id) => {
    const book = opened(accounts("range"));
    const outcome = await book.tiering.preview({
      where: { by: "selection" },
      preset: builtIn(id),
      asOf: "2026-01-31",
    });
    if (!outcome.ok) return;
    must(await book.tiering.writeSummary(outcome.value));
  });
});

/** Charts and tables that were made again have other ids. */
function end(workbook: WorkbookSnapshot): unknown {
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    tables: sheet.tables.map((table) => ({ ...table, id: "" })),
    charts: sheet.charts.map((chart) => ({ ...chart, id: "" })).sort((a, b) => (a.name < b.name ? -1 : 1)),
  }));
  return workbooks.end({ ...workbook, sheets });
}

const endWithoutJournal = (snapshot: WorkbookSnapshot) => end(withoutJournal(snapshot));

describe.each(["a new sheet", "written anew", "with fewer tiers", "undo of a new sheet", "undo of another"])(
  "a fault: %s",
  (name) => {
    const faults = [
      { code: "GeneralException", when: "before", times: 1 },
      { code: "GeneralException", when: "after", times: 1 },
      { code: "GeneralException", when: "before", times: 100 },
      { code: "InvalidOrTimedOutSession", when: "before", times: 100 },
      { code: "InvalidOrTimedOutSession", when: "after", times: 100 },
    ] as const;

    /** The workbook to start from, and what is done to it. */
    async function prepared() {
      const book = opened(accounts("table"));
      const preview = await previewed(book, name === "with fewer tiers" ? SHORTER : PRESET);
      const isFirst = name === "a new sheet";
      if (!isFirst) await written(book, name.startsWith("with") ? PRESET : SHORTER);
      if (name === "undo of another") await written(book);
      const start = structuredClone(book.workbook.snapshot());
      const act = ({ tiering }: Pick<Opened, "tiering">): Promise<Outcome<unknown>> =>
        name.startsWith("undo") ? tiering.undo() : tiering.writeSummary(preview);
      return { start, act };
    }

    test.each(faults)("$code $when, $times times, in any request", async ({ code, when, times }) => {
      const { start, act } = await prepared();
      const good = opened(start);
      must(await act(good));
      const [before, after] = [end(start), end(good.workbook.snapshot())];
      for (let request = 1; request <= good.host.traffic.requests; request++) {
        const book = openedBy(good, start);
        for (let i = 0; i < times; i++) book.host.faults.inject({ request: request + i, when, code });
        const outcome = await act(book);
        book.host.faults.clear();
        expect([request, await settledAs(book, outcome, { before, after })]).toEqual([request, true]);
      }
    });

    test("in any action", async () => {
      const { start, act } = await prepared();
      const good = opened(start);
      must(await act(good));
      const [before, after] = [end(start), end(good.workbook.snapshot())];
      for (let request = 1; request <= good.host.traffic.requests; request++) {
        for (let action = request % 5, isReached = true; isReached; action += 5) {
          const book = openedBy(good, start);
          isReached = false;
          book.host.faults.at({ request, action, when: "before" }, () => (isReached = true));
          book.host.faults.inject({ request, action, when: "before", code: "GeneralException" });
          const outcome = await act(book);
          if (!isReached) break;
          expect([request, action, await settledAs(book, outcome, { before, after })]).toEqual([request, action, true]);
        }
      }
    });

    async function settledAs(book: Opened, outcome: { ok: boolean }, ends: { before: unknown; after: unknown }) {
      if ("tiering.pending" in book.workbook.settings()) {
        must(await laterSession(book).repair());
        return same(book, ends.before);
      }
      if (name.startsWith("undo") && !outcome.ok) {
        await book.tiering.undo();
        return same(book, ends.after);
      }
      const found = JSON.stringify(end(book.workbook.snapshot()));
      const isBefore = !outcome.ok && found === JSON.stringify(ends.before);
      return isBefore || same(book, ends.after);
    }

    function same(book: Opened, wanted: unknown): boolean {
      expect(end(book.workbook.snapshot())).toEqual(wanted);
      return true;
    }
  },
);
