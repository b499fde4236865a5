import { expect, test } from "vitest";
import { readWorkbook } from "../../addin/playground/files/readWorkbook";
import { writeWorkbook } from "../../addin/playground/files/writeWorkbook";
import type { TableSnapshot } from "../../addin/playground/host/snapshot";
import { roundTrip, sheet, workbook } from "./snapshots";

function table(changes: Partial<TableSnapshot> = {}): TableSnapshot {
  return {
    id: "1",
    name: "Accounts",
    row: 0,
    column: 0,
    rows: 3,
    columns: 2,
    columnNames: [
      { id: 1, name: "Account" },
      { id: 2, name: "Revenue" },
    ],
    hasHeaders: true,
    hasTotals: false,
    style: "TableStyleMedium2",
    isDataFiltered: false,
    ...changes,
  };
}

const values = [
  ["Account", "Revenue"],
  ["a", 1],
  ["b", 2],
];

test.each([
  ["plain", table()],
  [
    "with its own ids",
    table({
      id: "{7E03D99C-DC04-49D9-9315-930204A7B6E9}",
      columnNames: [
        { id: 7, name: "Account" },
        { id: 3, name: "Revenue" },
      ],
    }),
  ],
  [
    "with ids that no file takes",
    table({
      columnNames: [
        { id: -1, name: "Account" },
        { id: 0.5, name: "Revenue" },
      ],
    }),
  ],
  ["with totals", table({ hasTotals: true })],
  ["without a style", table({ style: "" })],
  ["filtered", table({ isDataFiltered: true })],
])("a table %s is kept", async (_, one) => {
  const snapshot = workbook(sheet({ values, tables: [one] }));
  expect(await roundTrip(snapshot)).toEqual(snapshot);
});

test("a table without headers is kept", async () => {
  const snapshot = workbook(sheet({ values: values.slice(1), tables: [table({ hasHeaders: false, rows: 2 })] }));
  expect(await roundTrip(snapshot)).toEqual(snapshot);
});

test("column names with line breaks, quotes and spaces are kept, and headers are their text", async () => {
  const names = ['two\nlines "é"', " Sales "];
  const columnNames = names.map((name, i) => ({ id: i + 1, name }));
  const snapshot = workbook(sheet({ values: [names, ["a", 1], ["b", 2]], tables: [table({ columnNames })] }));
  expect(await roundTrip(snapshot)).toEqual(snapshot);
});

test("a header that differs from its column's name is written as the name: Excel would repair the file", async () => {
  const columnNames = [
    { id: 1, name: "Account" },
    { id: 2, name: "2025" },
  ];
  const result = await roundTrip(
    workbook(
      sheet({
        values: [
          ["Account", 2025],
          ["a", 1],
          ["b", 2],
        ],
        tables: [table({ columnNames })],
      }),
    ),
  );
  expect(result.sheets[0]?.values[0]).toEqual(["Account", "2025"]);
});

test("tables on several sheets keep their ids", async () => {
  const snapshot = workbook(
    sheet({ name: "A", values, tables: [table({ name: "One", id: "x" })] }),
    sheet({ name: "B", values, tables: [table({ name: "Two", id: "2" }), table({ name: "Three", id: "y", row: 10 })] }),
  );
  snapshot.sheets[1]!.values = [...values, [], [], [], [], [], [], [], ...values]; // two sheets were just given
  expect(await roundTrip(snapshot)).toEqual(snapshot);
});

test("this row's column is written in the long form, which files need", async () => {
  const result = await readWorkbook(
    await writeWorkbook(
      workbook(
        sheet({
          values,
          tables: [table()],
          formulas: [{ row: 1, column: 1, formula: '=[@Account]&Accounts[@[Revenue]]&"[@x]"' }],
        }),
      ),
    ),
  );
  expect(result.ok && result.workbook.sheets[0]?.formulas[0]?.formula).toBe(
    '=Accounts[[#This Row],[Account]]&Accounts[[#This Row],[Revenue]]&"[@x]"',
  );
});
