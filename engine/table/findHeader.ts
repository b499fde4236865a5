import type { FieldSpec } from "../preset/schema";
import { compareFits, fitOf, wantedOf, type Fit, type Wanted } from "./headerFit";
import {
  bodiesFrom,
  headsAmounts,
  isLabelRow,
  isTitleOver,
  joinedHeaders,
  textsOverAmounts,
  type Body,
  type Row,
} from "./headerRows";

/** Rows of a source that a header takes up. */
export interface HeaderPlace {
  /** Input row of the first of them. */
  readonly row: number;
  /** One, or two where a row of groups stands over the header. */
  readonly rows: number;
}

/** A header with its text per column; `""` where a column has none. Plain data. */
export interface Header extends HeaderPlace {
  readonly headers: readonly string[];
}

/** Rows that are looked at, the first ones of a source; fewer of a very wide one. */
export const SEARCHED_ROWS = 50;
const SEARCHED_CELLS = 40_000;

/**
 * Finds the header among the first rows of a source: the row, or the two, that name the most fields and have data below.
 *
 * The first row stays the header wherever it can be one, so that a table that begins with its header never loses a row:
 * it heads most columns with data, looks nowhere like data, and names the required fields; or no other row names
 * all of those over amounts. Titles (a name, a date, a count of records) head few columns. Where nothing is found, the
 * first row is the header. `chosen` headers are looked for in place of the names that their fields have.
 */
export function findHeader(
  firstRows: readonly Row[],
  fields: ReadonlyMap<string, FieldSpec>,
  { chosen = new Map() }: { readonly chosen?: ReadonlyMap<string, readonly string[]> } = {},
): Header {
  const width = Math.max(1, ...firstRows.map(({ length }) => length));
  const rows = firstRows.slice(0, Math.max(8, Math.min(SEARCHED_ROWS, Math.floor(SEARCHED_CELLS / width))));
  const searched: Searched = { rows, bodies: bodiesFrom(rows, width), wanted: wantedOf(fields, chosen) };
  const first = firstRow(searched);
  if (first.isHeader && first.fit.namesAll) return first.header;
  const [rival] = rivals(searched).sort((a, b) => compareFits(b.fit, a.fit) || a.header.rows - b.header.rows);
  if (!rival || compareFits(rival.fit, first.fit) <= 0) return first.header;
  return first.isHeader && !(rival.fit.namesAll && rival.headsAmounts) ? first.header : rival.header;
}

/** The header that stands at a known place. */
export function headerAt(rows: readonly Row[], { row, rows: count }: HeaderPlace): Header {
  const [top = [], sub = []] = [rows[row], rows[row + 1]];
  if (count === 1) return { row, rows: 1, headers: top.map(String) };
  const below = rows.slice(row + 2, row + 2 + SEARCHED_ROWS);
  const width = Math.max(top.length, sub.length, ...below.map(({ length }) => length));
  return { row, rows: 2, headers: joinedHeaders(top, sub, bodiesFrom(below, width)[0]!) }; // one entry even for no rows
}

interface Searched {
  readonly rows: readonly Row[];
  /** Of the rows from each one on. */
  readonly bodies: readonly Body[];
  readonly wanted: Wanted;
}

interface Candidate {
  readonly header: Header;
  readonly fit: Fit;
  /** Nothing but labels, over most columns with data. */
  readonly isHeader: boolean;
  readonly headsAmounts: boolean;
}

/** The first row, with the second where that is a part of the header and no better header on its own. */
function firstRow(searched: Searched): Candidate {
  const alone = single(searched, 0);
  const joined = pair(searched, 0);
  if (!joined || compareFits(joined.fit, alone.fit) <= 0) return alone;
  const second = single(searched, 1);
  return second.isHeader && compareFits(second.fit, joined.fit) >= 0 ? alone : joined;
}

/** What else could be the header, from the top down. One word in common with one field can be a coincidence. */
function rivals(searched: Searched): Candidate[] {
  const found: Candidate[] = [];
  for (let row = 1; row + 1 < searched.rows.length; row++) {
    for (const each of [single(searched, row), pair(searched, row)]) {
      if (!each || !each.fit.covers) continue;
      const { fields, exact } = each.fit;
      const isNamed = each.isHeader ? exact.size > 0 || fields > 1 : exact.size > 1 && each.headsAmounts;
      if (isNamed) found.push(each);
    }
  }
  return found;
}

function single({ rows, bodies, wanted }: Searched, row: number): Candidate {
  const [cells = [], body = bodies[0]!] = [rows[row], bodies[row + 1]]; // one entry even for no rows
  const header = headerAt(rows, { row, rows: 1 });
  const fit = fitOf(header.headers, rows.slice(row + 1), body, wanted);
  return { header, fit, isHeader: isLabelRow(cells) && fit.covers, headsAmounts: headsAmounts(cells, body) };
}

/**
 * A row of groups and the header below it, or a header whose texts go on in the next row. Null where the second row may
 * be data, or the first is a title. What stands below "Account" is the name of one, unless the two together are again a
 * name of the field ("Account" over "Name"), or the row heads several columns of amounts with texts of their own.
 */
function pair({ rows, bodies, wanted }: Searched, row: number): Candidate | null {
  const [top, sub, body] = [rows[row], rows[row + 1], bodies[row + 2]];
  if (!top || !sub || !body || !isLabelRow(top) || !isLabelRow(sub)) return null;
  if (!headsAmounts(sub, body) || isTitleOver(top, sub, body)) return null;
  const headers = joinedHeaders(top, sub, body);
  const fit = fitOf(headers, rows.slice(row + 2), body, wanted);
  const namesAccounts = top.some((cell, column) => {
    if (String(sub[column] ?? "").trim() === "") return false;
    const needed = [...wanted.names.named(String(cell)).exact].filter((id) => wanted.needed.has(id));
    return needed.some((id) => wanted.fields.get(id)?.type === "text" && !fit.exact.has(id));
  });
  if (namesAccounts && new Set(textsOverAmounts(sub, body)).size < 2) return null;
  return { header: { row, rows: 2, headers }, fit, isHeader: fit.covers, headsAmounts: true };
}
