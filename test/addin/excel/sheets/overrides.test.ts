import { describe, expect, test } from "vitest";
import { sheetIssueSentence } from "../../../../addin/strings/sheets";
import { sheetOf } from "../../../../addin/playground/host/simpleSnapshot";
import type { CellValue, SheetSnapshot } from "../../../../addin/playground/host/snapshot";
import {
  accounts,
  applied,
  beside,
  builtIn,
  DAY,
  KINDS,
  must,
  opened,
  previewed,
  session,
  sheetNamed,
  stopped,
  withoutJournal,
  type Opened,
} from "../workbooks";

const PIN = {
  account: "Jade",
  kind: "exact",
  tier: "Tier 1",
  reason: "=SUM(1)",
  by: "Ann",
  until: DAY,
  preset: null,
} as const;

describe.each(KINDS)("overrides beside a %s", (kind) => {
  test("a saved one moves the account with the next refresh, is explained, and expires", async () => {
    const book = opened(accounts(kind));
    const { record } = await applied(book);
    expect(must(await book.tiering.saveOverride(PIN))).toEqual({ added: 1, updated: 0, removed: 0 });
    expect(book.workbook.activeSheet()).toBe(book.workbook.sheets()[0]?.id);
    expect(must(await book.tiering.overrides())).toEqual({ overrides: [PIN], issues: [] });
    expect(must(await book.tiering.stale(record.id, DAY)).reasons).toEqual(["overrides"]);

    const { plan, reading } = must(await book.tiering.refresh(record.id, DAY));
    expect(plan.moves).toMatchObject({ up: 1, down: 0 });
    expect(beside(book, "Tier")).toMatchObject({ Jade: "Tier 1", Iris: "Tier 3" });
    const why = must(await reading.explain(10).then((answer) => ({ ok: true, value: answer }) as const));
    expect(JSON.stringify(why)).toContain("=SUM(1)");
    expect(must(await book.tiering.stale(record.id, DAY)).reasons).toEqual([]);
    expect(must(await book.tiering.stale(record.id, "2026-02-01")).reasons).toEqual(["overrides", "day"]);
    const later = must(await book.tiering.refresh(record.id, "2026-02-01"));
    expect(beside(book, "Tier")).toMatchObject({ Jade: "Tier 3" });
    expect(later.run.issues.map(({ code }) => code)).toContain("override-expired");
  });

  test("rows that people type are read in words, labels, names and dates; damaged ones are said and left alone", async () => {
    const book = opened(accounts(kind));
    const { record } = await applied(book);
    must(await book.tiering.saveOverride({ ...PIN, until: undefined }));
    const typed: CellValue[][] = [
      ["jade ", "floor", "1", "", "", "2026-12-31", ""], // a tier by its id is none of its labels: said by the engine
      ["Iris", " PIN to tier", "tier 2", "", "", 46_387, "Revenue Share 30/50/20"],
      ["Hill", "leave out", "", "", "", "", "another-preset"],
      ["typed and taken away again", "", "", "", "", "", ""],
      ["Gale", "Sticky", "Tier 1", "", "", "", ""],
      ["Fern", "Pin to tier", "Tier 1", "", "", "soon", ""],
      ["Echo", "exact", "", "", "", "", ""],
      ["Dune", "At most", "Tier 3", "", "", "3/4/2026", ""],
    ];
    typed.forEach((row, i) => {
      row.forEach(
        (cell, column) => cell !== "" && book.user.type(`'Tier Overrides'!${"ABCDEFG"[column]}${i + 3}`, cell),
      );
    });
    book.user.clear("'Tier Overrides'!A6:G6");
    const before = overridesSheet(book);
    const { run, sheets } = await previewed(book);
    expect(sheets.issues.map(sheetIssueSentence)).toEqual([
      'Kind in B7 of Tier Overrides says "Sticky" and should hold Pin to tier, At least, At most, or Leave out; the row is left out.',
      'Until in F8 of Tier Overrides says "soon" and should hold a day, as a date or written like 2026-01-31; the row is left out.',
      "Tier in C9 of Tier Overrides is blank and should hold a tier; the row is left out.",
    ]);
    expect(sheets.overrides).toHaveLength(5);
    expect(run.issues.find(({ code }) => code === "override-tier-unknown")?.params).toMatchObject({ tiers: ["1"] });
    must(await book.tiering.refresh(record.id, DAY));
    expect(beside(book, "Tier")).toMatchObject({ Jade: "Tier 1", Iris: "Tier 2", Hill: "Tier 3", Gale: "Tier 3" });
    expect(overridesSheet(book)).toEqual(before);
  });

  test("changing, ending and taking back go by account, kind and preset, wherever the row is by then", async () => {
    const book = opened(accounts(kind));
    await applied(book);
    const start = book.workbook.snapshot();
    for (const account of ["Jade", "Iris", "Hill"]) must(await book.tiering.saveOverride({ ...PIN, account }));
    const three = overridesSheet(book);
    expect(must(await book.tiering.saveOverride({ ...PIN, account: "IRIS ", tier: "Tier 2" })).updated).toBe(1);
    book.user.sort("'Tier Overrides'!A2:G4", 0);
    must(await book.tiering.undo());
    expect(rows(book)).toEqual([...rows({ sheet: three })].sort());

    expect(must(await book.tiering.endOverride("iris", "exact")).removed).toBe(1);
    expect(rows(book).map(([account]) => account)).toEqual(["Hill", "Jade"]);
    book.user.insertTableRows("TierOverrides", 0);
    must(await book.tiering.undo());
    expect(
      rows(book)
        .map(([account]) => String(account))
        .sort(),
    ).toEqual(["Hill", "Iris", "Jade"]);
    expect(stopped(await book.tiering.endOverride("Nobody", "exact"))).toEqual({
      code: "override-unknown",
      written: "nothing",
    });

    const first = opened(start);
    must(await first.tiering.saveOverride(PIN));
    must(await session(first.Excel).undo());
    expect(first.workbook.snapshot()).toEqual(withoutJournal(start));
  });
});

test("lists of kinds and tiers are offered from cells of the sheet, and anything else can be typed", async () => {
  const book = opened(accounts("table"));
  await applied(book);
  must(await book.tiering.saveOverride(PIN));
  const { values, tables } = overridesSheet(book);
  expect(values.map((row) => [row[8] ?? "", row[9] ?? ""])).toEqual([
    ["Kinds", "Tiers"],
    ["Pin to tier", "Tier 1"],
    ["At least", "Tier 2"],
    ["At most", "Tier 3"],
    ["Leave out", ""],
  ]);
  expect(tables).toMatchObject([{ name: "TierOverrides", rows: 2, columns: 7 }]);
});

test("the lists follow presets that are applied later, and the table's length; a list of somebody's own stays", async () => {
  const book = opened(accounts("table"));
  await applied(book);
  must(await book.tiering.saveOverride(PIN));
  book.user.insertTableRows("TierOverrides", 1, 1_200);
  await applied(book, builtIn("high-medium-low"));
  must(await book.tiering.saveOverride({ ...PIN, tier: "High" }));
  const { values, validations } = overridesSheet(book);
  const words = ["Tiers", "Tier 1", "Tier 2", "Tier 3", "High", "Medium", "Low"];
  expect(values.map((row) => row[9] ?? "").filter((cell) => cell !== "")).toEqual(words);
  expect(validations).toContainEqual(
    expect.objectContaining({
      row: 1,
      column: 2,
      rows: 2_201,
      rule: expect.objectContaining({ source: "=$J$2:$J$7" }) as unknown,
    }),
  );

  book.user.type("'Tier Overrides'!J8", "mine");
  await applied(book, builtIn("rfm"));
  const before = overridesSheet(book);
  must(await book.tiering.saveOverride(PIN));
  expect(overridesSheet(book).values.map((row) => row[9])).toEqual(before.values.map((row) => row[9]));
  expect(overridesSheet(book).validations).toEqual(before.validations);
});

describe("what is not ours is not touched", () => {
  const foreign = sheetOf("Tier Overrides", [
    ["Account", "My own notes"],
    ["Acme", "call"],
  ]);

  test("a sheet of our name with other content is refused, and runs go on without it", async () => {
    const start = accounts("range");
    const book = opened({ ...start, sheets: [...start.sheets, foreign] });
    const before = book.workbook.snapshot();
    expect(stopped(await book.tiering.saveOverride(PIN))).toEqual({ code: "own-sheet-taken", written: "nothing" });
    expect(book.workbook.snapshot()).toEqual(before);
    expect((await previewed(book)).sheets.issues).toEqual([]);
  });

  test.each(["protect", "filter", "below", "header", "totals"] as const)("%s", async (what) => {
    const book = opened(accounts("range"));
    await applied(book);
    must(await book.tiering.saveOverride(PIN));
    must(await book.tiering.saveOverride({ ...PIN, account: "Iris" }));
    const id = book.workbook.tables().find(({ name }) => name === "TierOverrides")?.id ?? "";
    if (what === "protect") book.user.protect("Tier Overrides");
    if (what === "filter") book.user.filter("'Tier Overrides'!A1:G3", 0, (account) => account === "Jade");
    if (what === "below") book.user.type("'Tier Overrides'!B5", "mine");
    if (what === "below") book.user.type("'Tier Overrides'!B4", "Pin to tier");
    if (what === "header") book.user.type("'Tier Overrides'!C1", "Level");
    if (what === "totals") book.workbook.changeTable(id, { hasTotals: true, rows: 4 });
    const before = book.workbook.snapshot();
    const code = {
      protect: "sheet-protected",
      filter: "filter-active",
      below: "own-cells-taken",
      header: "own-header-gone",
      totals: "own-cells-taken",
    };
    expect(stopped(await book.tiering.saveOverride({ ...PIN, account: "Hill" }))).toEqual({
      code: code[what],
      written: "nothing",
    });
    expect(book.workbook.snapshot()).toEqual(before);
  });
});

const overridesSheet = (book: Pick<Opened, "workbook">) => sheetNamed(book, "Tier Overrides");

function rows(book: Pick<Opened, "workbook"> | { sheet: SheetSnapshot }): CellValue[][] {
  const { values } = "sheet" in book ? book.sheet : overridesSheet(book);
  return values
    .slice(1)
    .map((row) => row.slice(0, 7))
    .filter((row) => row[0] !== "");
}
