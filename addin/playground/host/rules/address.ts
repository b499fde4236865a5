import type { Area } from "../snapshot";
import { isEntireColumn, isEntireRow, isOnSheet, SHEET_COLUMNS, SHEET_ROWS } from "./area";

/** An address with the sheet it names, if it names one. */
export interface ParsedAddress {
  sheet: string | null;
  area: Area;
}

const SHEET_PREFIX = /^(?:'((?:[^']|'')+)'|([^'!]+))!/;
const CELLS = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i;
const COLUMNS = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i;
const ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

/** `"B2"`, `"$B$2:C9"`, `"A:C"`, `"2:5"`, each with or without `Sheet1!` or `'My Sheet'!`; null when it is none of them. */
export function parseAddress(text: string): ParsedAddress | null {
  const prefix = SHEET_PREFIX.exec(text);
  const sheet = prefix ? (prefix[1]?.replaceAll("''", "'") ?? prefix[2] ?? null) : null;
  const area = parseCells(prefix ? text.slice(prefix[0].length) : text);
  return area ? { sheet, area } : null;
}

/** Columns as letters: 0 is `A`, 26 is `AA`. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Without a sheet and without `$`: `B2`, `B2:C9`, `B:C` for whole columns, `2:9` for whole rows. */
export function formatArea(area: Area, absolute = false): string {
  const sign = absolute ? "$" : "";
  const first = sign + columnLetters(area.column);
  const last = sign + columnLetters(area.column + area.columns - 1);
  const top = `${sign}${area.row + 1}`;
  const bottom = `${sign}${area.row + area.rows}`;
  if (isEntireRow(area)) return `${top}:${bottom}`;
  if (isEntireColumn(area)) return `${first}:${last}`;
  return area.rows === 1 && area.columns === 1 ? first + top : `${first}${top}:${last}${bottom}`;
}

/** `Sheet1!B2:C9`, with quotes where the sheet's name needs them. */
export function formatAddress(sheet: string, area: Area, absolute = false): string {
  return `${quoteSheet(sheet)}!${formatArea(area, absolute)}`;
}

/** A sheet's name as a formula wants it: plain, or in single quotes with inner quotes doubled. */
export function quoteSheet(name: string): string {
  const isPlain = /^[A-Za-z_\u00c0-\uffff][\w.\u00c0-\uffff]*$/.test(name) && !CELLS.test(name);
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`;
}

function parseCells(text: string): Area | null {
  const cells = CELLS.exec(text);
  if (cells) {
    const [, column = "", row = "", lastColumn = column, lastRow = row] = cells;
    return between(columnNumber(column), Number(row) - 1, columnNumber(lastColumn), Number(lastRow) - 1);
  }
  const columns = COLUMNS.exec(text);
  if (columns) return between(columnNumber(columns[1] ?? ""), 0, columnNumber(columns[2] ?? ""), SHEET_ROWS - 1);
  const rows = ROWS.exec(text);
  return rows ? between(0, Number(rows[1]) - 1, SHEET_COLUMNS - 1, Number(rows[2]) - 1) : null;
}

function between(columnA: number, rowA: number, columnB: number, rowB: number): Area | null {
  const row = Math.min(rowA, rowB);
  const column = Math.min(columnA, columnB);
  const area = { row, column, rows: Math.abs(rowA - rowB) + 1, columns: Math.abs(columnA - columnB) + 1 };
  return row >= 0 && isOnSheet(area) ? area : null;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}
