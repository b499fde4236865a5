import { describe, expect, test } from "vitest";
import { sourceAddress } from "../../../addin/excel/source";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import type { SheetSnapshot, WorkbookSnapshot } from "../../../addin/playground/host/snapshot";
import {
  accounts,
  applied,
  builtIn,
  CELLS,
  DAY,
  must,
  opened,
  ROWS,
  sheet,
  stopped,
  tableOver,
  values,
} from "./workbooks";

const on = (...sheets: SheetSnapshot[]): WorkbookSnapshot => workbookOf(sheets);
/** The accounts at C4:D14 below a title in A1, with a remark in H4. */
const amid = [
  ["Our accounts"],
  [],
  [],
  ...CELLS.map((row, i) => ["", "", ...row, ...(i === 0 ? ["", "", "", "note"] : [])]),
];
const totals = { ...tableOver(CELLS), rows: 12, hasTotals: true };
const second = tableOver(
  [
    ["Account", "Revenue"],
    ["Zeta", 1],
  ],
  { id: "{T2}", name: "Others", column: 5 },
);
const twoTables = CELLS.map((row, i) => [
  ...row,
  "",
  "",
  "",
  ...(i === 0 ? ["Account", "Revenue"] : i === 1 ? ["Zeta", 1] : []),
]);

describe("what a selection means", () => {
  test.each([
    { name: "a cell in a table", book: accounts("table"), select: ["B5"], is: "Accounts A1:B11 table" },
    { name: "a blank cell beside a table", book: accounts("table"), select: ["C5"], is: "Accounts A1:B11 table" },
    { name: "a cell far from the only table", book: accounts("table"), select: ["H30"], is: "Accounts A1:B11 table" },
    { name: "a part of a table", book: accounts("table"), select: ["A3:B5"], is: "Accounts A1:B11 table" },
    { name: "a whole column through a table", book: accounts("table"), select: ["B:B"], is: "Accounts A1:B11 table" },
    {
      name: "a table with totals",
      book: on(sheetOf("Accounts", [...CELLS, ["Total", 1000]], { tables: [totals] })),
      select: ["B5"],
      is: "Accounts A1:B11 table",
    },
    {
      name: "one of two tables",
      book: on(sheetOf("Accounts", twoTables, { tables: [tableOver(CELLS), second] })),
      select: ["F2"],
      is: "Others F1:G2 table",
    },
    { name: "a cell in a block", book: on(sheetOf("Accounts", amid)), select: ["D9"], is: "C4:D14 region" },
    { name: "a header of a block", book: on(sheetOf("Accounts", amid)), select: ["C4"], is: "C4:D14 region" },
    { name: "some cells", book: on(sheetOf("Accounts", amid)), select: ["C4:D9"], is: "C4:D9 cells" },
    { name: "whole columns", book: accounts("range"), select: ["A:B"], is: "A1:B11 cells" },
    { name: "the whole sheet", book: accounts("range"), select: ["A1:XFD1048576"], is: "A1:B11 cells" },
    { name: "a blank cell beside the data", book: accounts("range"), select: ["D20"], is: "A1:B11 cells" },
  ])("$name", async ({ book, select, is }) => {
    const { tiering, user } = opened(book);
    user.select(...select);
    const { source, record } = must(await tiering.find({ by: "selection" }));
    const table = source.table ? `${source.table.name} ` : "";
    expect([`${table}${sourceAddress(source)} ${source.extent}`, record]).toEqual([is, null]);
  });

  test.each([
    { select: ["B5"], of: "table", meant: "table" },
    { select: ["B5"], of: "range", meant: "block" },
    { select: ["A1:B6"], of: "range", meant: "cells" },
    { select: ["A:B"], of: "range", meant: "columns" },
    { select: ["A1:XFD1048576"], of: "range", meant: "columns" },
    { select: ["D20"], of: "range", meant: "sheet" },
  ] as const)("$select of a $of is understood as $meant", async ({ select, of, meant }) => {
    const { tiering, user } = opened(accounts(of));
    user.select(...select);
    expect(must(await tiering.find({ by: "selection" })).meant).toBe(meant);
  });

  test("a sheet that we have made is none of accounts; one that only has its name is", async () => {
    const cells = [["Account", "Kind"], ["Acme", "Pin"]]; // prettier-ignore
    const own = tableOver(cells, { name: "TierOverrides", id: "{T7}" });
    const book = opened(
      on(
        sheetOf("Accounts", CELLS),
        sheetOf("Tier Overrides", cells, { tables: [own] }),
        sheetOf("Tier Summary", CELLS),
        sheetOf("Moved", twoTables, { tables: [tableOver(CELLS), { ...second, name: "TierReviews2" }] }),
      ),
    );
    for (const cell of ["Tier Overrides!A2", "Tier Overrides!H30", "Moved!F2"]) {
      book.user.select(cell);
      expect([cell, stopped(await book.tiering.find({ by: "selection" })).code]).toEqual([cell, "selection-own-sheet"]);
    }
    for (const cell of ["Tier Summary!A2", "Moved!A2", "Moved!K40"]) {
      book.user.select(cell);
      expect([cell, sourceAddress(must(await book.tiering.find({ by: "selection" })).source)]).toEqual([
        cell,
        "A1:B11",
      ]);
    }
  });

  test("no cell is read of a selection that is too large", async () => {
    const cells = [["Account", "Revenue"], ...Array.from({ length: 200 }, () => Array<number>(200).fill(1))];
    const book = opened(on(sheetOf("S", cells)), { maxCellsPerRead: 45_000 });
    book.user.select("A:XFD");
    must(await book.tiering.find({ by: "selection" }, { preset: builtIn("revenue-share") }));
    expect(book.host.traffic.bytesOut).toBeLessThan(200 * 60 * 10);
  });

  test.each([
    { name: "several areas", book: accounts("range"), select: ["A1:A3", "C1:C3"], code: "selection-several-areas" },
    { name: "a shape", book: accounts("range"), select: [], code: "selection-not-cells" },
    { name: "an empty sheet", book: on(sheetOf("Empty")), select: ["C3"], code: "sheet-empty" },
    { name: "cells of an empty sheet", book: on(sheetOf("Empty")), select: ["C3:E9"], code: "sheet-empty" },
    { name: "the whole of an empty sheet", book: on(sheetOf("Empty")), select: ["A:XFD"], code: "sheet-empty" },
    { name: "blank cells beside the data", book: accounts("range"), select: ["F1:H4"], code: "sheet-empty" },
    {
      name: "a table without header",
      book: on(sheetOf("S", ROWS, { tables: [tableOver(ROWS, { hasHeaders: false })] })),
      select: ["A2"],
      code: "table-without-header",
    },
    {
      name: "two tables",
      book: on(sheetOf("S", twoTables, { tables: [tableOver(CELLS), second] })),
      select: ["A1:G3"],
      code: "selection-several-tables",
    },
    {
      name: "a range whose first row is empty",
      book: on(sheetOf("S", [["t"], [], ...CELLS])),
      select: ["A2:B9"],
      code: "source-no-header",
    },
    { name: "one row", book: accounts("range"), select: ["A1:B1"], code: "source-no-rows" },
    {
      name: "a block of one row",
      book: on(sheetOf("S", [["Account", "Revenue"]])),
      select: ["A1"],
      code: "source-no-rows",
    },
  ] as const)("$name is told as such", async ({ book, select, code }) => {
    const { tiering, user, workbook } = opened(book);
    user.select(...select);
    const before = workbook.snapshot();
    expect(stopped(await tiering.find({ by: "selection" }))).toEqual({ code, written: "nothing" });
    expect(workbook.snapshot()).toEqual(before);
  });

  test.each([
    { when: "the session is gone", code: "InvalidOrTimedOutSession" },
    { when: "a cell is being edited", code: "InvalidOperationInCellEditMode" },
  ] as const)("it is not blamed on the selection that $when", async ({ code }) => {
    const { tiering, host } = opened(accounts("range"));
    for (let request = 1; request < 5; request++) host.faults.inject({ request, when: "before", code });
    expect(stopped(await tiering.find({ by: "selection" })).code).toBe(code);
  });

  test("a sheet by its name", async () => {
    const { tiering } = opened(accounts("range"));
    const { source } = must(await tiering.find({ by: "range", sheet: "Accounts", address: "A1" }));
    expect(sourceAddress(source)).toBe("A1:B11");
    expect(stopped(await tiering.find({ by: "range", sheet: "Nope", address: "A1" })).code).toBe("sheet-unknown");
    expect(stopped(await tiering.find({ by: "record", id: "nope" })).code).toBe("source-never-tiered");
  });
});

describe("what was tiered before is found again", () => {
  test.each([["A5"], ["D7"], ["A5:B8"], ["C3:D4"], ["B:D"], ["A1:XFD1048576"]])("from %s, whole", async (address) => {
    for (const kind of ["table", "range"] as const) {
      const book = opened(accounts(kind));
      const { record } = await applied(book);
      book.user.type("A12", "Kite");
      book.user.type("B12", 7);
      book.user.select(address);
      const found = must(await book.tiering.find({ by: "selection" }));
      expect([found.record?.id, sourceAddress(found.source)]).toEqual([record.id, "A1:D12"]);
    }
  });

  test("cells that were chosen stay just those", async () => {
    const book = opened(on(sheetOf("Accounts", [...CELLS, ["Kite", 1], ["Lima", 2]])));
    book.user.select("A1:B11");
    const { record } = await applied(book);
    expect(values(book)[11]).toEqual(["Kite", 1]);
    book.user.select("B3");
    const found = must(await book.tiering.find({ by: "selection" }));
    expect([found.record?.id, sourceAddress(found.source)]).toEqual([record.id, "A1:B11"]);
    book.user.type("B6", 900);
    must(await book.tiering.refresh(record.id, DAY));
    expect(values(book)[5]).toEqual(["Echo", 900, "Key", "Tier 1"]);
  });

  test("two presets on two sheets do not disturb each other", async () => {
    const book = opened(on(sheetOf("North", CELLS), sheetOf("South", CELLS)));
    book.user.select("North!A2");
    const north = await applied(book);
    book.user.select("South!A2");
    const south = await applied(book, builtIn("high-medium-low"));
    expect(must(await book.tiering.sources()).map(({ id, preset }) => [id, preset.id])).toEqual([
      [north.record.id, "revenue-share"],
      [south.record.id, "high-medium-low"],
    ]);
    book.user.type("North!B6", 900);
    expect(must(await book.tiering.stale(south.record.id, DAY)).isStale).toBe(false);
    const before = book.workbook.snapshot().sheets[1];
    must(await book.tiering.refresh(north.record.id, DAY));
    expect(book.workbook.snapshot().sheets[1]).toEqual(before);
    expect(before?.values[0]).toEqual(["Account", "Revenue", "Tier"]);
    expect(sheet(book).values[5]).toEqual(["Echo", 900, "Key", "Tier 1"]);
  });
});
