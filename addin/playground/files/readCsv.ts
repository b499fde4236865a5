import { detectDelimiter, parseCsv } from "hucre/csv";
import type { SheetSnapshot } from "../host/snapshot";
import { sheetOf } from "../host/simpleSnapshot";
import { decodeCsv } from "./csvText";
import { widthsFor } from "./columnWidth";
import { csvValue } from "./csvValue";
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from "./limits";
import type { ReadResult, ReadWarning } from "./result";
import { FileProblem } from "./result";

/** How many rows are looked at for the widths of the columns. */
const MEASURED_ROWS = 100;

/**
 * Reads a .csv file into a workbook of one sheet called `name`.
 *
 * RFC 4180: quotes, quoted line breaks, rows of unequal length. Fields are divided by a comma, semicolon, tab or `|`,
 * whichever the first lines agree on, or by what a first line `sep=;` says. Text in, or bytes in UTF-8, UTF-16 with a
 * mark, or Windows-1252. What becomes a number is in `csvValue`.
 */
export function readCsv(source: string | Uint8Array, { name }: { name: string }): ReadResult {
  try {
    const { text, isUtf8 } = typeof source === "string" ? { text: source, isUtf8: true } : decodeCsv(source);
    const warnings: ReadWarning[] = isUtf8 ? [] : [{ code: "csvNotUtf8", params: {} }];
    const rows = parseRows(text.replace(/^\uFEFF/, ""));
    const sheet = { ...sheetOf(name, rows), columnWidths: widthsFor(rows.slice(0, MEASURED_ROWS)) };
    const openQuote = rowOfOpenQuote(text, rows.length);
    if (openQuote) warnings.push({ code: "csvOpenQuote", params: { row: openQuote } });
    return {
      ok: true,
      lost: [],
      warnings,
      workbook: { sheets: [sheet], activeSheet: name, names: [], settings: {}, date1904: false },
    };
  } catch (problem) {
    if (problem instanceof FileProblem) return { ok: false, code: problem.code, params: problem.params };
    throw problem;
  }
}

function parseRows(text: string): SheetSnapshot["values"] {
  const declared = /^sep=(.)\r?\n/i.exec(text);
  const body = declared ? text.slice(declared[0].length) : text;
  const delimiter = declared?.[1] ?? detectDelimiter(body);
  const rows: SheetSnapshot["values"] = [];
  let size = 0;
  for (const fields of parseCsv(body, { delimiter })) {
    const values = fields.map((field) => (typeof field === "string" ? csvValue(field) : ""));
    while (values.at(-1) === "") values.pop();
    rows.push(values);
    size += values.length;
    if (values.length > MAX_COLUMNS) throw new FileProblem("tooLarge", { what: "columns", limit: MAX_COLUMNS });
    if (rows.length > MAX_ROWS) throw new FileProblem("tooLarge", { what: "rows", limit: MAX_ROWS });
    if (size > MAX_CELLS) throw new FileProblem("tooLarge", { what: "cells", limit: MAX_CELLS });
  }
  while (rows.at(-1)?.length === 0) rows.pop();
  return rows;
}

/** The row, from 1, in which a quoted field opens that nothing closes. Such a field is always the last one. */
function rowOfOpenQuote(text: string, rows: number): number | null {
  let quotes = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes++;
  return quotes % 2 === 1 && /(^|[,;\t|\r\n])"(?:[^"]|"")*$/.test(text) ? rows : null;
}
