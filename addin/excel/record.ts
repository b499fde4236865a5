import * as z from "zod";
import { hash } from "../../engine/index";
import type { HeaderPlace } from "../../engine/index";
import { FIRST_ROW } from "./headerOf";
import { Refusal } from "./problem";
import { putSetting, type Settings } from "./settings";
import { sheetRowOf, sourceFromBlock, sourceFromTable, type Block, type Source } from "./source";
import { sourceFromPlace, type Place } from "./place";

/** What was applied where, one record per source, kept in the workbook under `tiering.source.<id>`. */

const KINDS = [
  ...(["segment", "tier", "score", "movement", "why", "reason", "rank"] as const),
  ...(["initial", "previous", "highest", "nextReview", "play"] as const),
] as const;
export const columnKind = z.union([z.enum(KINDS), z.templateLiteral(["flag:", z.string()])]);
/** What a column of ours holds. */
export type ColumnKind = z.output<typeof columnKind>;

/** How a column is found again: a table keeps ids, a plain range has a hidden name on it. A header alone is no mark. */
export const columnMark = z.union([z.strictObject({ columnId: z.number() }), z.strictObject({ name: z.string() })]);
export type ColumnMark = z.output<typeof columnMark>;

/** A conditional format of ours: its id, and what we made of it. A bar is as long as the number is large, and has no label. */
export const ruleColour = z.strictObject({
  label: z.string(),
  fill: z.string(),
  isBar: z.literal(true).optional(),
});
const rule = ruleColour.extend({ id: z.string() });
/** What a rule is to say: the colour of the cells with a label, or of the bars. */
export type RuleColour = z.output<typeof ruleColour>;
export type Rule = z.output<typeof rule>;

export const ownedColumn = z.strictObject({
  kind: columnKind,
  mark: columnMark,
  /** Its header and every word that the last run could write: what tells it from a column that took over its mark. */
  header: z.string(),
  /** Empty for an open column, whose contents are no small set of words. */
  labels: z.array(z.string()),
  /** Of an open column: the fingerprint of all that stood in it after the run (`ContentPrint`). */
  print: z.string().optional(),
  rules: z.array(rule),
});
export type OwnedColumn = z.output<typeof ownedColumn>;

export const sourceRecord = z.strictObject({
  format: z.literal(1),
  id: z.string(),
  mark: z.union([
    z.strictObject({ table: z.string() }),
    z.strictObject({
      name: z.string(),
      extent: z.enum(["region", "cells"]),
      /** Rows above the header, and its own; absent where it is the first row alone. The name begins with its last row. */
      header: z.strictObject({ row: z.int().min(0), rows: z.int().min(1).max(2) }).optional(),
    }),
  ]),
  preset: z.strictObject({ id: z.string(), version: z.number(), hash: z.string() }),
  /** Field → headers of its columns, as bound when it was applied. */
  mapping: z.array(z.tuple([z.string(), z.array(z.string())])),
  /** ISO day, and whether the analyst chose it: otherwise a refresh is as of its own day. */
  asOf: z.string(),
  isDayFixed: z.boolean().default(false),
  dateOrder: z.enum(["dmy", "mdy"]).nullable(),
  columns: z.array(ownedColumn),
  /** Fingerprint of all that the run has read. */
  inputs: z.string(),
});
export type SourceRecord = z.output<typeof sourceRecord>;

/** The day that a refresh of a source is as of. */
export function dayOf({ asOf, isDayFixed }: SourceRecord, today: string): string {
  return isDayFixed ? asOf : today;
}

/** The name on the cells of a plain range. */
export function sourceName(recordId: string): string {
  return `_tiering_${recordId}`;
}

/** The name on a column of ours beside a plain range. Of the run that made it: the name of a deleted column stays taken. */
export function columnName(runId: string, kind: ColumnKind): string {
  const plain = kind.startsWith("flag:") ? `flag_${hash(kind)}` : kind; // an id may have signs that a name may not
  return `_tiering_${runId}_${plain}`;
}

/** All records that can be read. A damaged one is left where it is; its columns are then nobody's. */
export function recordsIn(settings: Settings): SourceRecord[] {
  return [...settings.all("source", sourceRecord).values()].flatMap((each) =>
    each.state === "ok" ? [each.value] : [],
  );
}

export function putRecord(context: Excel.RequestContext, record: SourceRecord): void {
  putSetting(context, `source.${record.id}`, record);
}

/** The record of the accounts at a place, also where only some of them are meant; null where they were never tiered. */
export async function recordAt(
  context: Excel.RequestContext,
  place: Place,
  records: readonly SourceRecord[],
): Promise<SourceRecord | null> {
  const own = records.find(({ mark }) => "table" in place && "table" in mark && mark.table === place.table);
  if (own) return own;
  const named = records.flatMap((record) => {
    if (!("name" in record.mark)) return [];
    const columns = record.columns.flatMap(({ mark }) => ("name" in mark ? [mark.name] : []));
    return [{ record, names: [record.mark.name, ...columns] }];
  });
  if (named.length === 0) return null;
  const ranges = await namedRanges(
    context,
    named.flatMap(({ names }) => names),
  );
  const meant = "table" in place ? blockOfSource(await sourceFromTable(context, place.table)) : place;
  const touches = (name: string) => {
    const range = ranges.get(name);
    return range !== undefined && range.sheet.id === meant.sheet.id && overlap(range, meant);
  };
  return named.find(({ names }) => ranges.has(names[0] ?? "") && names.some(touches))?.record ?? null;
}

/** A plain range may have been made a table since. */
function blockOfSource({ sheet, headerRow: row, firstColumn: column, rows, columns }: Source): NamedRange {
  return { sheet, row, column, rows: rows + 1, columns };
}

interface Cells {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

function overlap(a: Cells, b: Cells): boolean {
  return (
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns &&
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows
  );
}

/**
 * The source of a record as it stands now, wherever it was moved. Refused with `source-gone` where nothing is left.
 * `known` are names that were looked up already.
 */
export async function sourceOfRecord(
  context: Excel.RequestContext,
  { mark }: Pick<SourceRecord, "mark">,
  known: NamedRanges = { names: [], ranges: new Map() },
): Promise<Source> {
  if ("table" in mark) return sourceFromTable(context, mark.table);
  const isKnown = known.names.includes(mark.name);
  const named = (isKnown ? known.ranges : await namedRanges(context, [mark.name])).get(mark.name);
  if (!named) throw new Refusal("source-gone");
  const header = mark.header ?? FIRST_ROW;
  if (mark.extent === "cells") return fromHeader(context, { ...named, extent: "cells" }, header);
  const { sheet, row, column, rows, columns } = named;
  const region = regionAround(context, sheet.id, row, column);
  await context.sync();
  // The name knows the header's row, whatever was typed above it; the region knows how far the accounts go.
  const left = Math.min(column, region.columnIndex);
  const right = Math.max(column + columns, region.columnIndex + region.columnCount);
  const bottom = Math.max(row + rows, region.rowIndex + region.rowCount);
  const block = { sheet, row, column: left, rows: bottom - row, columns: right - left };
  return fromHeader(context, { ...block, extent: "region" }, header);
}

/** The source whose header ends in the first row of a block; titles above it are not looked at. */
async function fromHeader(context: Excel.RequestContext, block: Block, header: HeaderPlace): Promise<Source> {
  const above = Math.min(header.rows - 1, block.row); // a row of the header may have been deleted
  const whole = { ...block, row: block.row - above, rows: block.rows + above };
  const source = await sourceFromBlock(context, whole, { row: 0, rows: above + 1 });
  return { ...source, header: { row: header.row, rows: above + 1 } };
}

/** Where a source is now: by its record's mark, else by its table, else by the place it had. */
export async function locate(
  context: Excel.RequestContext,
  source: Source,
  record: SourceRecord | null,
): Promise<Source> {
  return record
    ? sourceOfRecord(context, record)
    : sourceFromPlace(context, await placeNow(context, source), source.header);
}

/** The place of a source that has no record yet: its table, the region around its corner, or just its cells. */
export async function placeNow(context: Excel.RequestContext, source: Source): Promise<Place> {
  const { sheet, table, headerRow: row, firstColumn: column, rows, columns, extent } = source;
  if (table) return { table: table.id };
  if (extent !== "region") {
    const top = Math.max(0, sheetRowOf(source, 0)); // titles may have been deleted
    return { sheet, row: top, column, rows: row + rows + 1 - top, columns, extent: "cells" };
  }
  const region = regionAround(context, sheet.id, row, column);
  await context.sync();
  const now = { row: region.rowIndex, column: region.columnIndex, rows: region.rowCount, columns: region.columnCount };
  return { sheet: { id: sheet.id, name: region.worksheet.name }, ...now, extent };
}

function regionAround(context: Excel.RequestContext, sheet: string, row: number, column: number): Excel.Range {
  const cell = context.workbook.worksheets.getItem(sheet).getCell(row, column).untrack();
  const region = cell.getSurroundingRegion().untrack();
  region.load("rowIndex, columnIndex, rowCount, columnCount");
  region.worksheet.load("name");
  return region;
}

export interface NamedRange extends Cells {
  readonly sheet: { readonly id: string; readonly name: string };
}

/** The ranges of workbook names; a name that is gone or lost its cells is absent. */
export async function namedRanges(
  context: Excel.RequestContext,
  names: readonly string[],
): Promise<ReadonlyMap<string, NamedRange>> {
  const asked = askNamedRanges(context, names);
  await context.sync();
  return asked().ranges;
}

/** Names that were looked up, and where those stand that are there. */
export interface NamedRanges {
  readonly names: readonly string[];
  readonly ranges: ReadonlyMap<string, NamedRange>;
}

/** Asks for the ranges of workbook names; they are known after the next sync. */
export function askNamedRanges(context: Excel.RequestContext, names: readonly string[]): () => NamedRanges {
  const items = names.map((name) => context.workbook.names.getItemOrNullObject(name));
  const ranges = items.map((item) => item.getRangeOrNullObject().untrack());
  for (const range of ranges) {
    range.load("rowIndex, columnIndex, rowCount, columnCount");
    range.worksheet.load("id, name");
  }
  return () => {
    const found = new Map<string, NamedRange>();
    ranges.forEach((range, i) => {
      if (range.isNullObject) return;
      const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns, worksheet } = range;
      found.set(names[i] ?? "", { sheet: { id: worksheet.id, name: worksheet.name }, row, column, rows, columns });
    });
    return { names, ranges: found };
  };
}
