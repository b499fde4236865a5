import { firstQuarter, type SampleAccount } from "../../taskpane/sample/accounts";
import { sheetOf, workbookOf } from "../host/simpleSnapshot";
import type { CellValue, WorkbookSnapshot } from "../host/snapshot";

/**
 * 120 of the sample's accounts as some system exports them: no table; amounts that are texts, with a currency or without,
 * or are not told; dates that are texts; an account that comes twice, one without a name; and totals below.
 */
export function messyExport(): WorkbookSnapshot {
  const lines = firstQuarter()
    .slice(0, ACCOUNTS)
    .map((account) => COLUMNS.map((column): CellValue => account[column]));
  const totals = COLUMNS.map((column) => (AMOUNTS.includes(column) ? sum(lines, column) : ""));
  for (const [line, column, value] of SPOILED) lines[line]![place(column)] = value; // a line and a column of the 120
  lines.push([...lines[TWICE]!]); // one of them
  const values = [[...COLUMNS], ...lines, [], ["TOTAL", ...totals.slice(1)]];
  const format = { row: 1, rows: lines.length, columns: 1, format: "yyyy-mm-dd" };
  return workbookOf([
    sheetOf("Export", values, {
      numberFormats: DATES.map((column) => ({ ...format, column: place(column) })),
      columnWidths: { 0: 190, 1: 120, 2: 120, 3: 110, 7: 110, 8: 110 },
    }),
  ]);
}

const ACCOUNTS = 120;
const TWICE = 8;

const COLUMNS: readonly (keyof SampleAccount)[] = [
  "Account",
  "Industry",
  "Country",
  "Owner",
  "Revenue",
  "Services",
  "Revenue last year",
  "First purchase",
  "Last purchase",
  "Orders",
];
const AMOUNTS: readonly (keyof SampleAccount)[] = ["Revenue", "Services", "Revenue last year"];
const DATES: readonly (keyof SampleAccount)[] = ["First purchase", "Last purchase"];

/** Counted from the first account. */
const SPOILED: readonly [line: number, column: keyof SampleAccount, value: CellValue][] = [
  [3, "Revenue", "12oo"],
  [4, "Revenue", "$8,400"],
  [12, "Revenue", "n/a"],
  [19, "Services", "EUR 1.250,00"],
  [27, "Services", "tbc"],
  [31, "First purchase", "31.12.2024"],
  [40, "Last purchase", "soon"],
  [52, "Account", ""],
  [66, "Revenue", -5_200],
  [75, "Revenue last year", "#N/A"],
];

const place = (column: keyof SampleAccount): number => COLUMNS.indexOf(column);

function sum(lines: readonly CellValue[][], column: keyof SampleAccount): number {
  return lines.reduce((total, line) => total + (Number(line[place(column)]) || 0), 0);
}
