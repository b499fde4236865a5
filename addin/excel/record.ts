import * as z from "zod";
import { Refusal } from "./problem";
import { putSetting, readSettings, removeSetting } from "./settings";
import { sourceFromBlock, sourceFromRange, sourceFromTable, type Source } from "./source";

/** What was applied where, one record per source, kept in the workbook under `tiering.source.<id>`. */

export const columnKind = z.enum(["segment", "tier"]);
/** What a column of ours holds. */
export type ColumnKind = z.output<typeof columnKind>;

/** How a column is found again: a table keeps ids, a plain range has a hidden name on it. A header alone is no mark. */
export const columnMark = z.union([z.strictObject({ columnId: z.number() }), z.strictObject({ name: z.string() })]);
export type ColumnMark = z.output<typeof columnMark>;

const ownedColumn = z.strictObject({
  kind: columnKind,
  mark: columnMark,
  /** Ids of the conditional formats that we added to it. */
  rules: z.array(z.string()),
});
export type OwnedColumn = z.output<typeof ownedColumn>;

export const sourceRecord = z.strictObject({
  format: z.literal(1),
  id: z.string(),
  mark: z.union([
    z.strictObject({ table: z.string() }),
    z.strictObject({ name: z.string(), extent: z.enum(["region", "cells"]) }),
  ]),
  preset: z.strictObject({ id: z.string(), version: z.number(), hash: z.string() }),
  /** Field → headers of its columns, as bound when it was applied. */
  mapping: z.array(z.tuple([z.string(), z.array(z.string())])),
  /** ISO day. */
  asOf: z.string(),
  dateOrder: z.enum(["dmy", "mdy"]).nullable(),
  columns: z.array(ownedColumn),
  /** Fingerprint of all that the run has read. */
  inputs: z.string(),
});
export type SourceRecord = z.output<typeof sourceRecord>;

/** The name on the cells of a plain range. */
export function sourceName(recordId: string): string {
  return `_tiering_${recordId}`;
}

/** The name on a column of ours beside a plain range. */
export function columnName(recordId: string, kind: ColumnKind): string {
  return `_tiering_${recordId}_${kind}`;
}

/** All records that can be read. A damaged one is left where it is; its columns are then nobody's. */
export async function readRecords(context: Excel.RequestContext): Promise<SourceRecord[]> {
  const stored = await readSettings(context, "source", sourceRecord);
  return [...stored.values()].flatMap((each) => (each.state === "ok" ? [each.value] : []));
}

export function putRecord(context: Excel.RequestContext, record: SourceRecord): void {
  putSetting(context, `source.${record.id}`, record);
}

export async function removeRecord(context: Excel.RequestContext, id: string): Promise<void> {
  await removeSetting(context, `source.${id}`);
}

/** The record of a source, by its table or by the cells that its name covers; null where it was never tiered. */
export async function recordOf(
  context: Excel.RequestContext,
  source: Source,
  records: readonly SourceRecord[],
): Promise<SourceRecord | null> {
  if (source.table) return records.find(({ mark }) => "table" in mark && mark.table === source.table?.id) ?? null;
  const named = records.flatMap((record) => ("name" in record.mark ? [{ record, name: record.mark.name }] : []));
  if (named.length === 0) return null;
  const ranges = await namedRanges(
    context,
    named.map(({ name }) => name),
  );
  const found = named.find(({ name }) => {
    const range = ranges.get(name);
    return range && range.sheet.id === source.sheet.id && range.row === source.headerRow && overlaps(range, source);
  });
  return found?.record ?? null;
}

function overlaps(range: NamedRange, { firstColumn, columns }: Source): boolean {
  return range.column < firstColumn + columns && firstColumn < range.column + range.columns;
}

/** The source of a record as it stands now, wherever it was moved. Refused with `source-gone` where nothing is left. */
export async function sourceOfRecord(
  context: Excel.RequestContext,
  { mark }: Pick<SourceRecord, "mark">,
): Promise<Source> {
  if ("table" in mark) return sourceFromTable(context, mark.table);
  const named = (await namedRanges(context, [mark.name])).get(mark.name);
  if (!named) throw new Refusal("source-gone");
  const { sheet, row, column, rows, columns } = named;
  if (mark.extent === "cells") return sourceFromBlock(context, { ...named, table: null, extent: "cells" });
  const region = context.workbook.worksheets.getItem(sheet.id).getCell(row, column).getSurroundingRegion();
  region.load("rowIndex, columnIndex, rowCount, columnCount");
  await context.sync();
  // The name knows the header's row, whatever was typed above it; the region knows how far the accounts go.
  const left = Math.min(column, region.columnIndex);
  const right = Math.max(column + columns, region.columnIndex + region.columnCount);
  const bottom = Math.max(row + rows, region.rowIndex + region.rowCount);
  const block = { sheet, row, column: left, rows: bottom - row, columns: right - left };
  return sourceFromBlock(context, { ...block, table: null, extent: "region" });
}

/** Where a source is now: by its record's mark, else by its table, else by the place it had. */
export async function locate(
  context: Excel.RequestContext,
  source: Source,
  record: SourceRecord | null,
): Promise<Source> {
  if (record) return sourceOfRecord(context, record);
  if (source.table) return sourceFromTable(context, source.table.id);
  const { sheet, headerRow: row, firstColumn: column, rows, columns } = source;
  if (source.extent === "region") {
    const corner = context.workbook.worksheets.getItem(sheet.id).getCell(row, column);
    return sourceFromRange(context, corner);
  }
  return sourceFromBlock(context, { sheet, table: null, row, column, rows: rows + 1, columns, extent: "cells" });
}

export interface NamedRange {
  readonly sheet: { readonly id: string; readonly name: string };
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The ranges of workbook names; a name that is gone or lost its cells is absent. */
export async function namedRanges(
  context: Excel.RequestContext,
  names: readonly string[],
): Promise<Map<string, NamedRange>> {
  const items = names.map((name) => context.workbook.names.getItemOrNullObject(name));
  const ranges = items.map((item) => item.getRangeOrNullObject());
  for (const range of ranges) {
    range.load("rowIndex, columnIndex, rowCount, columnCount");
    range.worksheet.load("id, name");
  }
  await context.sync();
  const found = new Map<string, NamedRange>();
  ranges.forEach((range, i) => {
    if (range.isNullObject) return;
    const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns, worksheet } = range;
    found.set(names[i] ?? "", { sheet: { id: worksheet.id, name: worksheet.name }, row, column, rows, columns });
  });
  return found;
}
