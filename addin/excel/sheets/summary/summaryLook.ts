import { fold, type CellValue } from "../../../../engine/index";
import { MOVEMENT, SECTIONS, SUMMARY_HEADERS, SUMMARY_SHEET } from "../../../strings/summary";
import { Refusal } from "../../problem";
import { typedCells, type TypedGrid } from "../tables/typed";

export const SUMMARY_TABLE = "TierSummary";
export const MOVEMENT_TABLE = "TierMovement";
/** The workbook's name for the lines above the tables; hidden. It moves with them. */
export const TITLE_NAME = "_tiering_summary";

/** Cells of ours where they stand. Positions count from zero. */
export interface Standing {
  /** Id of the sheet, and what it is called. */
  readonly sheet: string;
  readonly sheetName: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** What stands there, and in our columns of it. */
  readonly whole: TypedGrid;
  readonly cells: TypedGrid;
  /** Where our columns are within the table; others in between are the analyst's. */
  readonly positions: readonly number[];
  /** The table goes on below with what is the analyst's: its totals row, or rows that were typed under ours. */
  readonly hasMore: boolean;
}

/** Where the parts of a summary stand; null for what is not there. */
export interface SummaryLook {
  /** The sheet that new parts go to; null where it has to be added. */
  readonly sheet: { readonly id: string; readonly name: string } | null;
  /** Nothing on that sheet is ours but its name. */
  readonly isForeign: boolean;
  readonly title: Standing | null;
  readonly summary: Standing | null;
  readonly movement: Standing | null;
  /** Whether there is a name for the title, be its cells deleted or not. */
  readonly hasTitleName: boolean;
}

/**
 * Finds our parts by the names of the tables, on whatever sheet they are by now.
 *
 * Refused: one of our table names on something else (`own-name-taken`), a header of ours that is gone
 * (`own-header-gone`), a protected sheet, a filtered table, a workbook that is read only.
 */
export async function lookAtSummary(context: Excel.RequestContext): Promise<SummaryLook> {
  const { workbook } = context;
  const { worksheets, tables, names } = workbook;
  worksheets.load("items/id, items/name");
  tables.load("items/name");
  names.load("items/name");
  workbook.load("readOnly");
  await context.sync();
  if (workbook.readOnly) throw new Refusal("workbook-read-only");
  const tableNames = tables.items.map(({ name }) => name);
  const definedNames = names.items.map(({ name }) => name);
  const [hasSummary, hasMovement] = [SUMMARY_TABLE, MOVEMENT_TABLE].map((name) => includes(tableNames, name));
  const taken = [SUMMARY_TABLE, MOVEMENT_TABLE].find((name) => includes(definedNames, name));
  if (taken !== undefined) throw new Refusal("own-name-taken", { name: taken });

  const title = includes(definedNames, TITLE_NAME) ? askNamed(context) : null;
  const summary = hasSummary ? askTable(context, SUMMARY_TABLE) : null;
  const movement = hasMovement ? askTable(context, MOVEMENT_TABLE) : null;
  if (title || summary || movement) await context.sync();
  const [there, moved] = [summary?.() ?? null, movement?.() ?? null];
  const look = {
    hasTitleName: title !== null,
    title: title?.() ?? null,
    summary: there && ownRows(withOurColumns(there), Object.values(SECTIONS)),
    movement: moved && ownRows(withMovementColumns(moved), [MOVEMENT.new, MOVEMENT.former]),
  };
  const home = look.summary ?? look.movement ?? look.title;
  const named = worksheets.items.find(({ name }) => fold(name) === fold(SUMMARY_SHEET));
  if (home) return { ...look, sheet: { id: home.sheet, name: home.sheetName }, isForeign: false };
  return { ...look, sheet: named ? { id: named.id, name: named.name } : null, isForeign: named !== undefined };
}

/** The parts that stand somewhere. */
export function partsOf({ title, summary, movement }: SummaryLook): Standing[] {
  return [title, summary, movement].filter((part) => part !== null);
}

/** Asks for a table's header and body; the answer, after the next sync, refuses what cannot be written to. */
function askTable(context: Excel.RequestContext, name: string): () => Standing {
  const table = context.workbook.tables.getItem(name);
  const [header, body] = [table.getHeaderRowRange().untrack(), table.getDataBodyRange().untrack()];
  for (const cells of [header, body]) cells.load("rowIndex, columnIndex, rowCount, columnCount, values, formulas");
  table.load("showHeaders, showTotals");
  table.autoFilter.load("isDataFiltered");
  table.worksheet.load("id, name");
  table.worksheet.protection.load("protected");
  return () => {
    const place = { sheet: table.worksheet.name };
    if (table.worksheet.protection.protected) throw new Refusal("sheet-protected", place);
    if (table.autoFilter.isDataFiltered) throw new Refusal("filter-active", place);
    const cells = [...typedCells(header), ...typedCells(body)];
    return {
      sheet: table.worksheet.id,
      sheetName: table.worksheet.name,
      row: header.rowIndex,
      column: header.columnIndex,
      rows: 1 + body.rowCount,
      columns: header.columnCount,
      whole: cells,
      cells,
      positions: Array.from({ length: header.columnCount }, (_, at) => at),
      hasMore: table.showTotals,
    };
  };
}

function askNamed(context: Excel.RequestContext): () => Standing | null {
  const cells = context.workbook.names.getItem(TITLE_NAME).getRangeOrNullObject().untrack();
  cells.load("rowIndex, columnIndex, rowCount, columnCount, values, formulas");
  const { worksheet } = cells;
  worksheet.load("id, name");
  return () => {
    if (cells.isNullObject) return null; // its cells were deleted
    const there = typedCells(cells);
    return {
      sheet: worksheet.id,
      sheetName: worksheet.name,
      row: cells.rowIndex,
      column: cells.columnIndex,
      rows: cells.rowCount,
      columns: cells.columnCount,
      whole: there,
      cells: there,
      positions: Array.from({ length: cells.columnCount }, (_, at) => at),
      hasMore: false,
    };
  };
}

/** Finds the columns of the summary by their headers, in whatever order they are by now. */
function withOurColumns(table: Standing): Standing {
  return only(
    table,
    Object.values(SUMMARY_HEADERS).map((header) => positionOf(table, SUMMARY_TABLE, header)),
  );
}

/** Of the movement, whose tiers differ from preset to preset: from its first header to its last. */
function withMovementColumns(table: Standing): Standing {
  const [first, last] = [MOVEMENT.before, MOVEMENT.left].map((header) => positionOf(table, MOVEMENT_TABLE, header));
  return only(
    table,
    [...table.positions].filter((at) => at >= (first ?? 0) && at <= (last ?? 0)),
  );
}

/**
 * Rows that were typed right under a table belong to it in Excel, but not to us: ours end with the last one that begins
 * with one of our words. Blank ones are of nobody.
 */
function ownRows(table: Standing, words: readonly string[]): Standing {
  const last = table.cells.findLastIndex(([first]) => words.includes(String(first)));
  const more = table.whole.slice(last + 1);
  if (last < 0 || more.every((row) => row.every((cell) => cell === ""))) return table;
  return { ...table, rows: last + 1, cells: table.cells.slice(0, last + 1), hasMore: true };
}

function positionOf({ cells: [headers = []], sheetName }: Standing, table: string, header: string): number {
  const at = headers.findIndex((cell) => fold(String(cell)) === fold(header));
  if (at < 0) throw new Refusal("own-header-gone", { header, table, sheet: sheetName });
  return at;
}

function only(table: Standing, positions: readonly number[]): Standing {
  const cells = table.cells.map((row) => positions.map((at): CellValue => row[at] ?? ""));
  return { ...table, cells, positions };
}

function includes(names: readonly string[], wanted: string): boolean {
  return names.some((name) => name.toLowerCase() === wanted.toLowerCase());
}
