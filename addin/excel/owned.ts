import { namedRanges, type ColumnKind, type OwnedColumn, type SourceRecord } from "./record";
import type { Source } from "./source";

/** A column of ours as it stands now. */
export interface PlacedColumn extends OwnedColumn {
  /** Sheet column, counted from zero. */
  readonly column: number;
}

/** Where our columns are now, by their marks: moved and renamed ones are found, deleted ones are not in the answer. */
export async function placeOwned(
  context: Excel.RequestContext,
  source: Source,
  record: SourceRecord | null,
): Promise<Map<ColumnKind, PlacedColumn>> {
  if (!record || record.columns.length === 0) return new Map();
  return source.table ? inTable(context, source, record) : besideRange(context, source, record);
}

async function inTable(context: Excel.RequestContext, source: Source, record: SourceRecord) {
  const table = context.workbook.tables.getItem(source.table?.id ?? "");
  const found = record.columns.flatMap((owned) => {
    if (!("columnId" in owned.mark)) return [];
    const column = table.columns.getItemOrNullObject(owned.mark.columnId);
    column.load("index");
    return [{ owned, column }];
  });
  await context.sync();
  return new Map<ColumnKind, PlacedColumn>(
    found
      .filter(({ column }) => !column.isNullObject)
      .map(({ owned, column }) => [owned.kind, { ...owned, column: source.firstColumn + column.index }]),
  );
}

async function besideRange(context: Excel.RequestContext, source: Source, record: SourceRecord) {
  const named = record.columns.flatMap((owned) => ("name" in owned.mark ? [{ owned, name: owned.mark.name }] : []));
  const ranges = await namedRanges(
    context,
    named.map(({ name }) => name),
  );
  const placed = new Map<ColumnKind, PlacedColumn>();
  for (const { owned, name } of named) {
    const range = ranges.get(name);
    // A copy that was pasted elsewhere, or a column whose rows no longer are the accounts' rows, is not the one.
    if (!range || range.sheet.id !== source.sheet.id || range.row !== source.headerRow) continue;
    placed.set(owned.kind, { ...owned, column: range.column });
  }
  return placed;
}
