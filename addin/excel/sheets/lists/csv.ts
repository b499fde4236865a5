import type { CellValue } from "../../../../engine/index";

/** What makes a spreadsheet take a text for a formula, full-width forms too; also behind apostrophes of its own, so that one is always ours. */
const STARTS_FORMULA = /^'*[\s\0]*[=+\-@＝＋－＠\t\r]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/**
 * Rows as CSV text (RFC 4180): commas, CRLF after each row, quotes where they are needed. Numbers have a decimal point and
 * no groups. A byte order mark goes in front, by which Excel knows UTF-8.
 *
 * Texts that a spreadsheet would take for a formula get an apostrophe in front and so stay texts; whoever reads the file
 * with a program has to take it away again. Numbers are never changed.
 */
export function csvText(rows: readonly (readonly CellValue[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(field).join(",")}\r\n`).join("")}`;
}

function field(value: CellValue): string {
  if (typeof value !== "string") return String(value).toUpperCase();
  const safe = STARTS_FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
