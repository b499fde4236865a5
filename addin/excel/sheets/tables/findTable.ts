import { DAYS_TO_1904, fold } from "../../../../engine/index";
import { askDate1904 } from "../../dateSystem";
import { Refusal } from "../../problem";
import type { OurTable } from "./ourTable";

/** A table as it stands now, wherever it was moved. */
export interface StandingTable {
  readonly id: string;
  readonly name: string;
  readonly sheet: { readonly id: string; readonly name: string };
  readonly headerRow: number;
  readonly firstColumn: number;
  /** Rows below the header; a table always has one, which may be blank. */
  readonly rows: number;
  /** Headers of all its columns, the analyst's own too. */
  readonly headers: readonly string[];
  readonly hasTotals: boolean;
}

/** A table of ours with all its columns. */
export interface FoundTable extends StandingTable {
  /** Where each of our columns stands among the headers. */
  readonly positions: Readonly<Record<string, number>>;
  /** Added to the serial of a day, it gives the number of the cell. */
  readonly dayOffset: number;
}

/** Asks which of our tables the workbook has; the answer is there after the next sync. */
export function askTables<Name extends string>(
  context: Excel.RequestContext,
  names: readonly Name[],
): () => ReadonlySet<Name> {
  const asked = names.map((name) => ({ name, table: context.workbook.tables.getItemOrNullObject(name) }));
  for (const { table } of asked) table.load("id");
  return () => new Set(asked.flatMap(({ name, table }) => (table.isNullObject ? [] : [name])));
}

/** Where tables that are there stand. Refused: `table-without-header`. */
export async function locateTables(context: Excel.RequestContext, names: readonly string[]): Promise<StandingTable[]> {
  const standing = askStanding(context, names);
  if (names.length > 0) await context.sync();
  return standing();
}

/** Finds tables that are there with our columns. Refused with `own-header-gone` where a header of ours is missing. */
export async function findTables(context: Excel.RequestContext, tables: readonly OurTable[]): Promise<FoundTable[]> {
  if (tables.length === 0) return [];
  const standing = askStanding(
    context,
    tables.map(({ name }) => name),
  );
  const dayOffset = askDayOffset(context);
  await context.sync();
  return standing().map((found, i) => {
    const positions = tables[i] ? positionsOf(tables[i], found) : {};
    return { ...found, positions, dayOffset: dayOffset() };
  });
}

/** What to add to a serial for the number that shows its day in this workbook. */
export function askDayOffset(context: Excel.RequestContext): () => number {
  const isFrom1904 = askDate1904(context);
  return () => (isFrom1904() ? -DAYS_TO_1904 : 0);
}

function askStanding({ workbook }: Excel.RequestContext, names: readonly string[]): () => StandingTable[] {
  const asked = names.map((name) => {
    const table = workbook.tables.getItem(name);
    const { worksheet } = table;
    const range = table.getRange().untrack();
    const first = range.getRow(0).untrack();
    table.load("id, name, showHeaders, showTotals");
    worksheet.load("id, name");
    range.load("rowIndex, columnIndex, rowCount");
    first.load("values");
    return { table, worksheet, range, first };
  });
  return () =>
    asked.map(({ table, worksheet, range, first }) => {
      if (!table.showHeaders) throw new Refusal("table-without-header", { table: table.name });
      return {
        id: table.id,
        name: table.name,
        sheet: { id: worksheet.id, name: worksheet.name },
        headerRow: range.rowIndex,
        firstColumn: range.columnIndex,
        rows: range.rowCount - 1 - (table.showTotals ? 1 : 0),
        headers: (first.values[0] ?? []).map(String),
        hasTotals: table.showTotals,
      };
    });
}

function positionsOf({ columns, name }: OurTable, { headers, sheet }: StandingTable): FoundTable["positions"] {
  const folded = headers.map(fold);
  const found = Object.entries(columns).map(([id, { header }]) => {
    const at = folded.indexOf(fold(header));
    if (at < 0) throw new Refusal("own-header-gone", { header, table: name, sheet: sheet.name });
    return [id, at] as const;
  });
  return Object.fromEntries(found);
}
