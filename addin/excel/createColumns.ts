import { rangeOf } from "./cells";
import { ContentList } from "./columnPrint";
import type { CreatedColumn } from "./journal";
import type { PlannedColumn, WritePlan } from "./plan";
import { Refusal } from "./problem";
import { remembered } from "./remembered";
import { columnName, type ColumnMark, type SourceRecord } from "./record";
import type { Sliced } from "../slices";
import type { Widening } from "./widths";

/** Where each column of a plan stands, found by its mark. */
export type Marks = ReadonlyMap<PlannedColumn, ColumnMark>;

/** Which record a run belongs to, and how its source is found again. */
export type Identity = Pick<SourceRecord, "id" | "mark">;

/** A new column as the journal keeps it, but for what only the workbook can tell. */
export type Made = Omit<CreatedColumn, "mark" | "width">;

export function* madeAs(column: PlannedColumn): Sliced<Made> {
  const { kind, header, colours, format, isOpen, labels } = column;
  return {
    ...{ kind, header, colours: [...colours], ...(yield* remembered(column)) },
    ...(isOpen && { written: yield* ContentList.of(labels) }),
    ...(format !== null && { format }),
  };
}

export function createdAs(made: Made, mark: ColumnMark | null, width: Widening | null): CreatedColumn {
  return { ...made, mark, ...(width && { width }) };
}

/** The mark that a new column beside a plain range will have; a table gives its own. */
export function namedMark({ source }: WritePlan, runId: string, { kind }: PlannedColumn): ColumnMark | null {
  return source.table ? null : { name: columnName(runId, kind) };
}

/** New table columns are added; new columns beside a range are named, and refused if something stands in them by now. */
export async function createColumns(
  context: Excel.RequestContext,
  plan: WritePlan,
  identity: Identity,
  runId: string,
): Promise<Marks> {
  const { source, columns, before } = plan;
  const marks = new Map<PlannedColumn, ColumnMark>();
  for (const column of columns) if (column.placed) marks.set(column, column.placed.mark);
  const fresh = columns.filter(({ placed }) => placed === null);
  if (before && fresh.length === 0) return marks;
  if (source.table) {
    const table = context.workbook.tables.getItem(source.table.id);
    const added = fresh.map((column) => ({
      column,
      inTable: table.columns.add(undefined, undefined, column.header),
    }));
    added.forEach(({ inTable }) => inTable.load("id"));
    await context.sync();
    added.forEach(({ column, inTable }) => marks.set(column, { columnId: inTable.id }));
    return marks;
  }
  const { names } = context.workbook;
  if (!before && "name" in identity.mark) {
    names.add(identity.mark.name, rangeOf(context, source, -1, source.rows + 1, 0, source.columns)).visible = false;
  }
  const filled = fresh.map((column) => {
    const mark = { name: columnName(runId, column.kind) };
    const cells = () => rangeOf(context, source, -1, source.rows + 1, column.column - source.firstColumn, 1);
    names.add(mark.name, cells()).visible = false;
    marks.set(column, mark);
    const inTheWay = cells().getUsedRangeOrNullObject(true).untrack();
    inTheWay.load("address");
    return inTheWay;
  });
  await context.sync();
  const inTheWay = filled.find((cells) => !cells.isNullObject);
  if (inTheWay) {
    const address = inTheWay.address.split("!").at(-1) ?? "";
    throw new Refusal("cells-right-of-range", { sheet: source.sheet.name, address, count: fresh.length });
  }
  return marks;
}
