import type { CellValue } from "../../engine/index";
import { rangeOf } from "./cells";
import { ContentList, ContentPrint } from "./columnPrint";
import { readColumns } from "./read";
import { namedRanges, type ColumnKind, type OwnedColumn } from "./record";
import type { Source } from "./source";

/** A column of ours as it stands now. */
export interface PlacedColumn extends KnownColumn {
  /** Sheet column, counted from zero. */
  readonly column: number;
}

/**
 * Where our columns are now, by their marks: moved and renamed ones are found, deleted ones are not in the answer.
 *
 * A mark can be taken over: Excel gives the id of a deleted table column to the next one, and a named column can be
 * emptied and used for something else. So where the header is another one, the column counts as ours only if every
 * filled cell of it holds one of our words; an open column, which has no words, only if just what we wrote stands in it.
 */
export async function placeOwned(
  context: Excel.RequestContext,
  source: Source,
  columns: readonly KnownColumn[],
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

async function inTable(context: Excel.RequestContext, source: Source, columns: readonly KnownColumn[]) {
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

async function besideRange(context: Excel.RequestContext, source: Source, columns: readonly KnownColumn[]) {
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
  const looks = columns.map(({ placed }) => ({ position: placed.column - source.firstColumn, look: lookAt(placed) }));
  const positions = looks.map(({ position }) => position);
  await readColumns(context, source, positions, {}, (block) => {
    for (const { position, look } of looks) {
      const { rows, index } = block.column(position);
      for (const row of rows) look.take(row[index] ?? "");
    }
  });
  return new Set(columns.filter((_, i) => looks[i]?.look.isOurs() !== true));
}

/** Takes the cells of a column, and says whether it is ours by what stands in it. */
interface Look {
  take(cell: CellValue): void;
  isOurs(): boolean;
}

function lookAt(known: Known): Look {
  if (known.written === undefined && known.print !== undefined) return printed(known.print);
  const isContent = contentsOf(known);
  const rest = new ContentPrint();
  let isBlank = true;
  return {
    take(cell) {
      isBlank &&= cell === "";
      if (!isContent(cell)) rest.add(cell);
    },
    isOurs: () => !isBlank && rest.digest() === (known.rest ?? NOTHING),
  };
}

/** Just what was written, all of it. */
function printed(wanted: string): Look {
  const print = new ContentPrint();
  return { take: (cell) => print.add(cell), isOurs: () => print.digest() === wanted };
}

const NOTHING = new ContentPrint().digest();

/** What may stand in a column of ours: its words; of an open one just what was written, or one of a list and the rest. */
export interface Known extends Pick<OwnedColumn, "labels" | "print"> {
  /** `ContentList`. */
  readonly written?: string | undefined;
  /** Fingerprint of all that is not in the list; absent where nothing else is. */
  readonly rest?: string | undefined;
}
export type KnownColumn = OwnedColumn & Known;

/** Whether a cell holds what a run could write there. */
export function contentsOf({ labels, written }: Known): (cell: CellValue) => boolean {
  if (written !== undefined) return ContentList.reader(written);
  const words = new Set<CellValue>(labels);
  return (cell) => words.has(cell);
}
