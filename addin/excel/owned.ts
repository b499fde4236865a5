import type { CellValue } from "../../engine/index";
import { rangeOf } from "./cells";
import { readColumns } from "./read";
import { namedRanges, type ColumnKind, type OwnedColumn } from "./record";
import type { Source } from "./source";

/** A column of ours as it stands now. */
export interface PlacedColumn extends OwnedColumn {
  /** Sheet column, counted from zero. */
  readonly column: number;
}

/**
 * Where our columns are now, by their marks: moved and renamed ones are found, deleted ones are not in the answer.
 *
 * A mark can be taken over: Excel gives the id of a deleted table column to the next one, and a named column can be
 * emptied and used for something else. So where the header is another one, the column counts as ours only if every
 * filled cell of it holds one of our words.
 */
export async function placeOwned(
  context: Excel.RequestContext,
  source: Source,
  columns: readonly OwnedColumn[],
): Promise<Map<ColumnKind, PlacedColumn>> {
  if (columns.length === 0) return new Map();
  const marked = source.table ? await inTable(context, source, columns) : await besideRange(context, source, columns);
  const renamed = marked.filter(({ placed, header }) => placed.header !== header);
  const foreign = renamed.length === 0 ? new Set() : await holdingOther(context, source, renamed);
  return new Map(
    marked
      .filter((each) => !foreign.has(each))
      .map(({ placed, header }) => [placed.kind, { ...placed, header }] as const),
  );
}

interface Marked {
  readonly placed: PlacedColumn;
  /** What it is headed now. */
  readonly header: string;
}

async function inTable(context: Excel.RequestContext, source: Source, columns: readonly OwnedColumn[]) {
  const table = context.workbook.tables.getItem(source.table?.id ?? "");
  const found = columns.flatMap((owned) => {
    if (!("columnId" in owned.mark)) return [];
    const column = table.columns.getItemOrNullObject(owned.mark.columnId);
    column.load("index, name");
    return [{ owned, column }];
  });
  await context.sync();
  return found.flatMap(({ owned, column }): Marked[] =>
    column.isNullObject
      ? []
      : [{ placed: { ...owned, column: source.firstColumn + column.index }, header: column.name }],
  );
}

async function besideRange(context: Excel.RequestContext, source: Source, columns: readonly OwnedColumn[]) {
  const ranges = await namedRanges(
    context,
    columns.flatMap(({ mark }) => ("name" in mark ? [mark.name] : [])),
  );
  const placed = columns.flatMap((owned): PlacedColumn[] => {
    const range = "name" in owned.mark ? ranges.get(owned.mark.name) : undefined;
    // A copy that was pasted elsewhere, or a column whose rows no longer are the accounts' rows, is not the one.
    const isBeside = range?.sheet.id === source.sheet.id && range.row === source.headerRow;
    return isBeside ? [{ ...owned, column: range.column }] : [];
  });
  const headers = await headersOf(context, source, placed);
  return placed.map((column, i): Marked => ({ placed: column, header: headers[i] ?? "" }));
}

/** Headers of columns that may stand outside of the source. */
async function headersOf(context: Excel.RequestContext, source: Source, columns: readonly PlacedColumn[]) {
  const positions = columns.map(({ column }) => column - source.firstColumn);
  if (positions.every((position) => position in source.headers)) {
    return positions.map((position) => source.headers[position] ?? "");
  }
  const cells = positions.map((position) => rangeOf(context, source, -1, 1, position, 1));
  cells.forEach((cell) => cell.load("values"));
  await context.sync();
  return cells.map((cell) => String(cell.values[0]?.[0] ?? ""));
}

async function holdingOther(context: Excel.RequestContext, source: Source, columns: readonly Marked[]) {
  const words = columns.map(({ placed }) => new Set<CellValue>(placed.labels));
  const filled = columns.map(() => ({ ours: 0, others: 0 }));
  const positions = columns.map(({ placed }) => placed.column - source.firstColumn);
  await readColumns(context, source, positions, {}, (block) => {
    columns.forEach((_, i) => {
      const { rows, index } = block.column(positions[i] ?? 0);
      const [own, count] = [words[i], filled[i]];
      for (const row of rows) {
        const cell = row[index] ?? "";
        if (cell === "" || !own || !count) continue;
        if (own.has(cell)) count.ours++;
        else count.others++;
      }
    });
  });
  return new Set(columns.filter((_, i) => filled[i]?.ours === 0 || filled[i]?.others !== 0));
}
