import type { CellValue } from "../../../../engine/index";
import { SUMMARY_SHEET } from "../../../strings/summary";
import type { TypedGrid } from "../tables/typed";
import { MOVEMENT_FORMATS, SUMMARY_FORMATS } from "./summaryFormats";
import type { Area, PartLayout, SummaryLayout } from "./summaryLayout";
import { MOVEMENT_TABLE, SUMMARY_TABLE, TITLE_NAME, type Standing, type SummaryLook } from "./summaryLook";

/**
 * Queues everything that a layout says. What is there is written to by name, so that it is found wherever it has been
 * moved to a moment ago; new parts go to the sheet of the look, or to one that is added for them.
 *
 * Number formats of a part that stays as it is are the analyst's to change, and left alone; a failure may have taken
 * them away: `isRestoring` gives it ours.
 */
export function settle(
  context: Excel.RequestContext,
  look: SummaryLook,
  layout: SummaryLayout,
  isRestoring = false,
): void {
  const { tables, worksheets } = context.workbook;
  const added = look.sheet ? null : worksheets.add(SUMMARY_SHEET);
  const cellsOf = ({ sheet, row, column, rows, columns }: Area) => {
    const home = sheet === null && added ? added : worksheets.getItem(sheet ?? "");
    return home.getRangeByIndexes(row, column, rows, columns).untrack();
  };
  settleTitle(context, layout.title, look.hasTitleName, cellsOf);
  // The movement makes room first, and is laid out last: the summary may grow into where it was.
  const parts = [
    { part: layout.summary, name: SUMMARY_TABLE, formats: SUMMARY_FORMATS },
    { part: layout.movement, name: MOVEMENT_TABLE, formats: MOVEMENT_FORMATS },
  ];
  for (const { part, name } of parts) {
    if (part.kind === "removed" || (part.kind === "fresh" && part.old)) remove(tables.getItem(name));
  }
  for (const { part, name, formats } of parts) {
    if (part.kind === "same") {
      fill(tables.getItem(name), part);
      if (isRestoring) format(tables.getItem(name), part, formats);
    }
    if (part.kind === "resized") resize(tables.getItem(name), part, formats);
    if (part.kind === "fresh") create(context, name, part, formats, cellsOf);
  }
}

type CellsOf = (area: Area) => Excel.Range;

function settleTitle(
  { workbook: { names } }: Excel.RequestContext,
  part: PartLayout,
  hasName: boolean,
  cellsOf: CellsOf,
): void {
  if (part.kind === "none") return;
  const there = () => names.getItem(TITLE_NAME).getRange().untrack();
  if (part.kind === "same") {
    there().values = spread(part.cells, part.at);
    return;
  }
  if (part.kind === "removed" || (part.kind === "fresh" && part.old)) there().clear();
  if (hasName) names.getItem(TITLE_NAME).delete();
  if (part.kind === "removed") return;
  cellsOf(part.area).values = copied(part.cells);
  names.add(TITLE_NAME, cellsOf(part.area)).visible = false;
}

/** Its cells would keep their formats. */
function remove(table: Excel.Table): void {
  table.getRange().untrack().clear("Formats");
  table.delete();
}

type Part<Kind extends PartLayout["kind"]> = Extract<PartLayout, { kind: Kind }>;

type Filled = Pick<Part<"same">, "at" | "cells">;

/** Our rows of a table, `from` the header on. */
function ownRows(table: Excel.Table, from: number, rows: number): Excel.Range {
  const first = table.getHeaderRowRange().untrack().getOffsetRange(from, 0).untrack();
  return first.getResizedRange(rows - 1, 0).untrack();
}

/** Rows that go are emptied while they are still in the table, which a failure leaves with blank rows at most. */
function resize(table: Excel.Table, { at, area, cells }: Part<"resized">, formats: readonly string[]): void {
  if (area.rows < at.rows) ownRows(table, area.rows, at.rows - area.rows).clear();
  table.resize(ownRows(table, 0, area.rows));
  fill(table, { at, cells });
  format(table, { at, cells }, formats);
}

function fill(table: Excel.Table, { at, cells }: Filled): void {
  ownRows(table, 0, cells.length).values = spread(cells, at);
}

function format(table: Excel.Table, { at, cells }: Filled, formats: readonly string[]): void {
  ownRows(table, 1, cells.length - 1).numberFormat = spread(formatted(cells, formats), at);
}

function create(
  { workbook: { tables } }: Excel.RequestContext,
  name: string,
  { area, cells }: Part<"fresh">,
  formats: readonly string[],
  cellsOf: CellsOf,
): void {
  cellsOf(area).values = copied(cells);
  const table = tables.add(cellsOf(area), true);
  table.name = name;
  table.style = "TableStyleLight1";
  table.getDataBodyRange().untrack().numberFormat = copied(formatted(cells, formats));
}

/** `formats` are by column, the last one for all that follow. */
function formatted(cells: TypedGrid, formats: readonly string[]): string[][] {
  const last = formats.at(-1) ?? "General";
  return cells.slice(1).map((row) => row.map((_, column) => formats[column] ?? last));
}

/** Cells at the places of our columns; null, which leaves a cell alone, at those of the analyst. */
function spread(cells: TypedGrid, { columns, positions }: Standing): (CellValue | null)[][] {
  return cells.map((row) => {
    const wide = new Array<CellValue | null>(columns).fill(null);
    positions.forEach((at, column) => (wide[at] = row[column] ?? ""));
    return wide;
  });
}

function copied(cells: TypedGrid): CellValue[][] {
  return cells.map((row) => [...row]);
}
