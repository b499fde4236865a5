import { ICommandService } from "@univerjs/core";
import { describe, expect, test, vi } from "vitest";
import { connect, type Connection } from "../../addin/playground/host/client";
import { sheetOf, workbookOf } from "../../addin/playground/host/simpleSnapshot";
import type { CellValue, Validation, WorkbookSnapshot } from "../../addin/playground/host/snapshot";
import type { UniverWorkbook } from "../../addin/playground/host/univer/univerWorkbook";
import { sampleWorkbook } from "../../addin/playground/sample/workbook";
import { accountTable } from "./conformance/accounts";
import { openInUniver } from "./implementations";

/** A workbook in Univer, an add-in's client at it, and a person who uses Univer's own commands, as its grid does. */
function opened(snapshot: WorkbookSnapshot) {
  const workbook = openInUniver(snapshot);
  const sheet = workbook.activeSheet();
  const client = connect(workbook);
  const grid = (command: string, params: object): Promise<boolean> =>
    workbook.unit
      .service(ICommandService)
      .executeCommand(command, { unitId: workbook.unit.id, subUnitId: sheet, ...params });
  return { workbook, sheet, client, grid };
}

const range = (startRow: number, startColumn: number, endRow = startRow, endColumn = startColumn) => ({
  ...{ startRow, startColumn, endRow, endColumn },
});

const cell = (workbook: UniverWorkbook, row: number, column: number): CellValue | undefined =>
  workbook.readValues(workbook.activeSheet(), { row, column, rows: 1, columns: 1 })[0]?.[0];

/** Whatever Univer still has to do is done a moment later. */
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 20_000 });

describe("formulas", () => {
  const writeInto = ({ Excel }: Connection, address: string, value: CellValue): Promise<void> =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange(address).values = [[value]];
      await context.sync();
    });

  test("are worked out again after an add-in changed what they read", async () => {
    const snapshot = accountTable();
    const formula = '=SUMIFS(Accounts[Revenue],Accounts[Active],TRUE,Accounts[Name],"<>Dune")';
    Object.assign(snapshot.sheets[0] ?? {}, { formulas: [{ row: 9, column: 1, formula }] });
    const { workbook, client } = opened(snapshot);
    await writeInto(client, "C3", 60);
    await eventually(() => expect(cell(workbook, 9, 1)).toBe(67.5)); // 60 of Acme and 7.5 of Cedar
  });

  test.each([
    ["=RANK.EQ(C4,C3:C5)", 1],
    ["=Accounts[@Revenue]*2", 100],
    ["=[@Revenue]+1", 51],
    ['=IFERROR(C6,"none")', "none"],
    ["=MEDIAN(C3:C5)", 50],
  ])("of an add-in get a result: %s is %s", async (formula, result) => {
    const { workbook, client } = opened(accountTable());
    await writeInto(client, "D3", formula);
    expect(cell(workbook, 2, 3)).toBe(0); // what Excel would have at once comes a moment later
    await eventually(() => expect(cell(workbook, 2, 3)).toBe(result));
  });

  test("that fill several cells show them, and give way to nothing", async () => {
    const { workbook, client } = opened(workbookOf([sheetOf("S", [[3], [1], [2]])]));
    await writeInto(client, "C1", "=SORT(A1:A3)");
    await eventually(() =>
      expect(workbook.readValues(workbook.activeSheet(), { row: 0, column: 2, rows: 3, columns: 1 })).toEqual([
        [1],
        [2],
        [3],
      ]),
    );
    expect(workbook.usedArea(workbook.activeSheet(), true)).toEqual({ row: 0, column: 0, rows: 3, columns: 3 });
  });
});

describe("a person at the grid", () => {
  const type = (at: object, v: CellValue) => ["sheet.command.set-range-values", { range: at, value: { v } }] as const;

  test.each([
    { does: "types", deed: type(range(2, 2), 51), told: { address: "C3", changeType: "RangeEdited" } },
    {
      does: "clears",
      deed: ["sheet.command.clear-selection-content", { ranges: [range(2, 1, 3, 2)] }] as const,
      told: { address: "B3:C4", changeType: "RangeEdited" },
    },
    {
      does: "inserts rows",
      deed: ["sheet.command.insert-row", { range: range(2, 0, 3, 25), direction: 0 }] as const,
      told: { address: "3:4", changeType: "RowInserted" },
    },
    {
      does: "deletes a column",
      deed: ["sheet.command.remove-col", { range: range(0, 0, 199, 0) }] as const,
      told: { address: "A:A", changeType: "ColumnDeleted" },
    },
  ])("$does, and an add-in is told once that somebody else did", async ({ deed: [command, params], told }) => {
    const { client, grid } = opened(accountTable());
    const heard: Excel.WorksheetChangedEventArgs[] = [];
    await client.Excel.run(async (context) => {
      const changed = context.workbook.worksheets.getActiveWorksheet().onChanged;
      changed.add((event) => (heard.push(event), Promise.resolve()));
      await context.sync();
    });
    await grid(command, params);
    await client.host.settled();
    expect(heard).toMatchObject([{ ...told, source: "Local", triggerSource: "Unknown" }]);
  });

  test("a single cell's event has its values from before and after", async () => {
    const { client, grid } = opened(accountTable());
    const heard: unknown[] = [];
    await client.Excel.run(async (context) => {
      const changed = context.workbook.worksheets.getActiveWorksheet().onChanged;
      changed.add(({ details }) => (heard.push([details.valueBefore, details.valueAfter]), Promise.resolve()));
      await context.sync();
    });
    await grid(...type(range(2, 2), 51));
    await client.host.settled();
    expect(heard).toEqual([[50, 51]]);
  });

  test("who types below a table or over a header changes the table", async () => {
    const { workbook, grid } = opened(accountTable());
    await grid(...type(range(6, 1), "Elm"));
    await grid(...type(range(1, 2), "Turnover"));
    expect(workbook.tables()).toMatchObject([
      { id: "{T1}", rows: 6, columnNames: [{ id: 1 }, { id: 2, name: "Turnover" }, { id: 3 }] },
    ]);
  });

  test("moves with rows what the grid knows and what it does not", async () => {
    const validation: Validation = {
      rule: { type: "List", source: "=Accounts!$B$3:$B$6", inCellDropDown: true },
      ignoreBlanks: true,
      prompt: { showPrompt: false, title: "", message: "" },
      errorAlert: { showAlert: true, style: "Stop", title: "", message: "" },
    };
    const snapshot = accountTable();
    Object.assign(snapshot.sheets[0] ?? {}, {
      validations: [{ row: 3, column: 5, rows: 1, columns: 1, ...validation }],
    });
    snapshot.names = [{ name: "revenue", formula: "=Accounts!$C$3:$C$6", isVisible: true, comment: "" }];
    const { workbook, sheet, grid } = opened(snapshot);
    await grid("sheet.command.insert-row", { range: range(0, 0, 1, 25), direction: 0 });
    const [piece] = workbook.validationsWithin(sheet, { row: 0, column: 0, rows: 20, columns: 20 });
    expect(piece).toEqual({
      area: { row: 5, column: 5, rows: 1, columns: 1 },
      value: { ...validation, rule: { ...validation.rule, source: "=Accounts!$B$5:$B$8" } },
    });
    expect([workbook.tables()[0]?.row, workbook.names()[0]?.formula]).toEqual([3, "=Accounts!$C$5:$C$8"]);
  });

  test("filters a table, and an add-in clears it", async () => {
    const { workbook, sheet, client, grid } = opened(accountTable());
    const tableFilter = { filterType: "manual", values: ["Acme", "Cedar"] };
    await grid("sheet.mutation.set-table-filter", { tableId: "{T1}", column: 0, tableFilter });
    expect([[...workbook.hiddenRows(sheet)], workbook.tables()[0]?.isDataFiltered]).toEqual([[3, 5], true]);
    await client.Excel.run(async (context) => {
      context.workbook.tables.getItem("Accounts").clearFilters();
      await context.sync();
    });
    expect([[...workbook.hiddenRows(sheet)], workbook.tables()[0]?.isDataFiltered]).toEqual([[], false]);
  });

  test("selects, which the workbook knows; whole columns are whole", async () => {
    const { workbook, sheet, grid } = opened(accountTable());
    const selections = [{ range: { ...range(0, 1, 199, 2), rangeType: 2 }, primary: null, style: null }];
    await grid("sheet.operation.set-selections", { selections, type: 2 });
    expect(workbook.selection()).toEqual({
      sheet,
      areas: [{ row: 0, column: 1, rows: 1_048_576, columns: 2 }],
      isShape: false,
    });
  });
});

test("formats of whole columns reach below the grid, and a part of them can be taken away", () => {
  const { workbook, sheet } = opened(workbookOf([sheetOf("S", [[1], [2]])]));
  const column = { row: 0, column: 0, rows: 1_048_576, columns: 1 };
  const deep = { row: 900_000, column: 0, rows: 1, columns: 1 };
  workbook.setNumberFormat(sheet, column, "0.00");
  workbook.paint(sheet, column, { bold: true });
  expect([workbook.commonNumberFormat(sheet, column), workbook.commonFormat(sheet, deep)]).toEqual([
    "0.00",
    { bold: true },
  ]);
  workbook.clear(sheet, { row: 1, column: 0, rows: 1, columns: 1 }, "Formats");
  expect(workbook.readNumberFormats(sheet, { row: 0, column: 0, rows: 3, columns: 1 })).toEqual([
    ["0.00"],
    ["General"],
    ["0.00"],
  ]);
});

test.each([1, 2] as const)("the sample of quarter %d comes back as it went in", (quarter) => {
  const snapshot = sampleWorkbook(quarter);
  expect(openInUniver(snapshot).snapshot()).toEqual(snapshot);
});
