import { emptyKind, type CellValue } from "./cell";
import { ENGLISH_SIGNS, numberInText } from "./number";

export type Row = readonly CellValue[];

/** How a cell looks, to tell headers from data. A period is a year or a month, which heads a column as often as it fills one. */
export type Look = "blank" | "label" | "period" | "amount";

export function lookOf(cell: CellValue): Look {
  if (typeof cell === "number") return Number.isInteger(cell) && cell >= 1900 && cell <= 2100 ? "period" : "amount";
  if (typeof cell === "boolean") return "amount";
  if (emptyKind(cell) !== null) return "blank";
  const text = cell.trim();
  if (PERIOD.test(text)) return "period";
  if (!/\d/.test(text)) return "label";
  return !/\p{L}/u.test(text) || !Number.isNaN(numberInText(text, ENGLISH_SIGNS)) ? "amount" : "label"; // "EUR 12" is one
}

const PERIOD = /^(?:19|20|21)\d\d(?:[-/.]\d{2}|[-/.–]\d{4})?$/u; // 2025, 2025-01, 2024/25, 2024–2025

/** Nothing but labels and periods, and something: a row of data mostly has an amount. */
export function isLabelRow(row: Row): boolean {
  const looks = row.map(lookOf);
  return !looks.includes("amount") && looks.some((look) => look !== "blank");
}

/** What stands in the columns of some rows: per column, how many cells are filled, and how many of them are amounts. */
export interface Body {
  readonly filled: Uint16Array;
  readonly amounts: Uint16Array;
}

/** Entry i is the body of the rows from i on; the last entry is that of no rows. */
export function bodiesFrom(rows: readonly Row[], width: number): Body[] {
  let body: Body = { filled: new Uint16Array(width), amounts: new Uint16Array(width) };
  const bodies = [body];
  for (const row of [...rows].reverse()) {
    body = { filled: body.filled.slice(), amounts: body.amounts.slice() };
    for (let column = 0; column < row.length; column++) {
      const look = lookOf(row[column] ?? "");
      if (look !== "blank") body.filled[column]!++; // column < width
      if (look === "amount") body.amounts[column]!++; // likewise
    }
    bodies.push(body);
  }
  return bodies.reverse();
}

/** The labels and periods of a row that stand over columns of amounts. */
export function textsOverAmounts(row: Row, { filled, amounts }: Body): string[] {
  const isOfAmounts = (column: number) => (amounts[column] ?? 0) > 0 && amounts[column]! * 2 >= filled[column]!; // it is there
  return row.flatMap((cell, column) => {
    const look = isOfAmounts(column) ? lookOf(cell) : "blank";
    return look === "label" || look === "period" ? [String(cell).trim()] : [];
  });
}

/** Whether a row puts a label, or two periods, over columns of amounts: hardly a row of data does. */
export function headsAmounts(row: Row, body: Body): boolean {
  const texts = textsOverAmounts(row, body);
  return texts.length > 1 || texts.some((text) => lookOf(text) === "label");
}

/** Whether a row over a header is a title: one text alone, at its left end, that heads no column which the header leaves out. */
export function isTitleOver(top: Row, header: Row, { filled }: Body): boolean {
  const isFilled = (cell: CellValue | undefined) => lookOf(cell ?? "") !== "blank";
  const at = top.findIndex(isFilled);
  if (top.filter(isFilled).length !== 1 || at > header.findIndex(isFilled)) return false;
  return isFilled(header[at]) || filled[at] === 0;
}

/**
 * The headers of two rows, per column: "Revenue 2024" of a group and what stands below it. A group reaches to the right
 * over blank cells, as merged cells do, up to the next group; one with data right below it is a header of its own column
 * and reaches nowhere. A column with nothing in the second row has the text of the first.
 */
export function joinedHeaders(top: Row, sub: Row, { filled }: Body): string[] {
  let group = "";
  return Array.from({ length: Math.max(top.length, sub.length) }, (_, column) => {
    const [over, under] = [String(top[column] ?? "").trim(), String(sub[column] ?? "").trim()];
    if (over !== "") group = under === "" && (filled[column] ?? 0) > 0 ? "" : over;
    if (under === "") return over;
    return group === "" ? under : `${group} ${under}`;
  });
}
