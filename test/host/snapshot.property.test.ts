import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sheetOf, workbookOf } from "../../addin/playground/host/simpleSnapshot";
import type { CellValue, ChartSnapshot, WorkbookSnapshot } from "../../addin/playground/host/snapshot";
import { User } from "../../addin/playground/host/user";
import { IMPLEMENTATIONS } from "./implementations";

const cell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.integer(),
  fc.boolean(),
  fc.constant(""),
);

/** Rows as a snapshot has them: nothing blank at the end of a row, nor at the end of the sheet. */
const values: fc.Arbitrary<CellValue[][]> = fc
  .array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 })
  .map((rows) => {
    const trimmed = rows.map((row) => row.slice(0, row.findLastIndex((value) => value !== "") + 1));
    return trimmed.slice(0, trimmed.findLastIndex((row) => row.length > 0) + 1);
  });

/** A table in rows 3 to 7, names, a rule, formats and a merge, around random cells. */
const workbook: fc.Arbitrary<WorkbookSnapshot> = values.map((rows) => {
  const header = ["Name", "Revenue"];
  const cells = Array.from({ length: Math.max(rows.length, 7) }, (_, row) => {
    const line = [...(rows[row] ?? [])];
    if (row >= 2 && row < 7) {
      while (line.length < 3) line.push("");
      line.splice(1, 2, ...(row === 2 ? header : [`account ${row}`, row]));
    }
    return line;
  });
  const style = { row: 3, column: 2, rows: 4, columns: 1 };
  const sheet = sheetOf("S", cells, {
    ...{ tabColor: "#1F6F50", showsGridlines: false, frozenRows: 3, rowHeights: { 4: 15.6, 12: 20 } },
    page: { orientation: "Landscape", zoom: { horizontalFitToPages: 1 } },
    charts: [chartOf("S")],
    validations: [
      {
        ...{ row: 3, column: 2, rows: 4, columns: 1 },
        rule: { type: "List", source: "=S!$B$4:$B$7", inCellDropDown: true },
        ignoreBlanks: true,
        prompt: { showPrompt: false, title: "", message: "" },
        errorAlert: { showAlert: true, style: "Stop", title: "", message: "" },
      },
    ],
    formulas: [{ row: 4, column: 2, formula: "=SUM(C4,S!$C$6:C7)" }],
    numberFormats: [{ ...style, format: "0.00" }],
    styles: [{ ...style, fill: "#FF0000", bold: true }],
    columnWidths: { 2: 90 },
    hiddenRows: [5],
    merges: [{ row: 9, column: 0, rows: 2, columns: 2 }],
    tables: [
      {
        row: 2,
        column: 1,
        rows: 5,
        columns: 2,
        id: "{T1}",
        name: "Accounts",
        columnNames: header.map((name, index) => ({ id: index + 1, name })),
        hasHeaders: true,
        hasTotals: false,
        style: "TableStyleMedium2",
        isDataFiltered: false,
      },
    ],
    conditionalFormats: [
      {
        id: "{R1}",
        areas: [{ row: 3, column: 2, rows: 4, columns: 1 }],
        stopIfTrue: false,
        rule: { type: "DataBar", color: "#5B9BD5" },
      },
    ],
    filter: { row: 2, column: 1, rows: 5, columns: 2, isDataFiltered: true },
  });
  const name = { name: "mark", formula: "=S!$C$4:$C$7", isVisible: false, comment: "" };
  return workbookOf([sheet, sheetOf("Other", rows)], {
    names: [name],
    settings: { key: { at: "Date(0)", list: [1, null] } },
  });
});

/** Over rows 2 to 8, of what the table holds. */
function chartOf(sheet: string): ChartSnapshot {
  const title = { text: "", isVisible: false };
  const axis = { title, isVisible: true, isReversed: false, hasGridlines: false, numberFormat: "General" };
  const series = { name: `=${sheet}!$C$3`, values: `=${sheet}!$C$4:$C$7`, categories: `=${sheet}!$B$4:$B$7` };
  return {
    ...{ id: "{C1}", name: "Revenue", type: "ColumnClustered", top: 20, left: 100, width: 300, height: 90 },
    ...{ title, legend: { isVisible: false, position: "Bottom" }, categoryAxis: axis, valueAxis: axis },
    series: [{ ...series, hasDataLabels: false }],
  };
}

describe.each(IMPLEMENTATIONS)("$name", ({ open, isQuick }) => {
  const runs = isQuick ? {} : { numRuns: 20 };

  test("a workbook gives its snapshot back, whatever is in it", () => {
    fc.assert(
      fc.property(workbook, (snapshot) => {
        const before = structuredClone(snapshot);
        expect(open(snapshot).snapshot()).toEqual(before);
        expect(snapshot).toEqual(before);
      }),
      runs,
    );
  });

  test("inserting and deleting the same rows or columns changes nothing", () => {
    const stretch = fc.record({
      at: fc.integer({ min: 0, max: 14 }),
      count: fc.integer({ min: 1, max: 4 }),
      axis: fc.constantFrom("rows", "columns"),
    });
    fc.assert(
      fc.property(workbook, stretch, (snapshot, { at, count, axis }) => {
        const opened = open(snapshot);
        const user = new User(opened);
        const letters = (index: number): string => String.fromCharCode(65 + index);
        const address = axis === "rows" ? `${at + 1}:${at + count}` : `${letters(at)}:${letters(at + count - 1)}`;
        user.insert(address);
        user.delete(address);
        expect(opened.snapshot()).toEqual(snapshot);
      }),
      runs,
    );
  });

  test("inserting and deleting the same cells changes nothing where no table stands", () => {
    const cells = fc.record({
      row: fc.integer({ min: 1, max: 12 }),
      column: fc.integer({ min: 0, max: 6 }),
      rows: fc.integer({ min: 1, max: 3 }),
      columns: fc.integer({ min: 1, max: 3 }),
      isDown: fc.boolean(),
    });
    fc.assert(
      fc.property(values, cells, (rows, { row, column, rows: height, columns, isDown }) => {
        const formulas = [{ row: 20, column: 0, formula: "=SUM(B2:D9)" }];
        const snapshot = workbookOf([
          sheetOf("S", [...rows, ...Array<CellValue[]>(20 - rows.length).fill([]), [7]], { formulas }),
        ]);
        const opened = open(snapshot);
        const user = new User(opened);
        const letters = (index: number): string => String.fromCharCode(65 + index);
        const address = `${letters(column)}${row}:${letters(column + columns - 1)}${row + height - 1}`;
        user.insert(address, isDown ? "down" : "right");
        user.delete(address, isDown ? "up" : "left");
        expect(opened.snapshot()).toEqual(snapshot);
      }),
      runs,
    );
  });

  test("sorting keeps every row's cells together", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, fc.integer()), { minLength: 1, maxLength: 30 }),
        fc.boolean(),
        (rows, isAscending) => {
          const opened = open(workbookOf([sheetOf("S", rows)]));
          new User(opened).sort(`A1:B${rows.length}`, 0, isAscending);
          const sheet = opened.sheets()[0]?.id ?? "";
          const after = opened.readValues(sheet, { row: 0, column: 0, rows: rows.length, columns: 2 });
          const sorted = (lines: unknown[][]): string[] => lines.map((line) => JSON.stringify(line)).sort();
          expect(sorted(after)).toEqual(sorted(rows));
        },
      ),
      runs,
    );
  });

  test("deleting what a name, a table and a rule stand on takes them away", () => {
    fc.assert(
      fc.property(workbook, (snapshot) => {
        const opened = open(snapshot);
        new User(opened).delete("3:7");
        const after = opened.snapshot();
        expect(after.names[0]?.formula).toBe("=#REF!");
        expect([after.sheets[0]?.tables, after.sheets[0]?.conditionalFormats, after.sheets[0]?.filter]).toEqual([
          [],
          [],
          null,
        ]);
        expect(after.sheets[0]?.validations).toEqual([]);
        expect(after.sheets[0]?.charts[0]?.series[0]).toMatchObject({ name: "=#REF!", values: "=#REF!" });
        expect(after.sheets[0]?.merges).toEqual([{ row: 4, column: 0, rows: 2, columns: 2 }]);
      }),
      runs,
    );
  });
});
