import type { Block, CellValue, ColumnCells } from "../../engine/index";
import { cellAddress } from "./address";
import { ownCells, rangeOf } from "./cells";
import type { Marks } from "./createColumns";
import type { Look, Rows } from "./overwrite";
import type { PlannedColumn, WritePlan } from "./plan";
import { Refusal } from "./problem";
import { readColumns } from "./read";

/**
 * Reads every cell of our columns and the accounts beside them: all must stand as planned. `looked` are rows that
 * `lookAfter` has looked at already, in the request that wrote the last of them.
 */
export async function readBack(
  context: Excel.RequestContext,
  plan: WritePlan,
  marks: Marks,
  looked: Rows | null,
): Promise<void> {
  const { source, columns, expected } = plan;
  const positions = columns.map(({ column }) => column - source.firstColumn);
  const { from: above, count } = looked ?? { from: source.rows, count: 0 };
  const parts = [
    { first: 0, rows: above },
    { first: above + count, rows: source.rows - above - count },
  ];
  let different: Different | null = null;
  for (const { first, rows } of parts) {
    const part = { ...source, headerRow: source.headerRow + first, rows };
    await readColumns(context, part, [expected.keyPosition, ...positions], {}, (block, from) => {
      different ??= differenceIn(plan, block, first + from);
    });
  }
  await refuse(context, plan, marks, different);
}

/** Queues the same look at some rows, for a request that writes. */
export function lookAfter(context: Excel.RequestContext, plan: WritePlan, marks: Marks, { from, count }: Rows): Look {
  const { source, columns, expected } = plan;
  const read = (position: number) => {
    const cells = rangeOf(context, source, from, count, position, 1);
    cells.load("values");
    return cells;
  };
  const ranges = new Map<number, Excel.Range>();
  for (const position of [expected.keyPosition, ...columns.map(({ column }) => column - source.firstColumn)]) {
    ranges.set(position, read(position));
  }
  const cellsOf = (position: number) => (ranges.get(position)?.values ?? []) as CellValue[][];
  const column = (position: number): ColumnCells => ({ rows: cellsOf(position), index: 0 });
  return {
    accounts: () => cellsOf(expected.keyPosition),
    refuse: () => refuse(context, plan, marks, differenceIn(plan, { size: count, column }, from)),
  };
}

interface Different {
  readonly row: number;
  /** null: another account stands there. */
  readonly column: PlannedColumn | null;
  readonly found: CellValue;
}

/** The first cell of some rows that is not as planned; of all of them an account. */
function differenceIn(
  { source, columns, accounts, expected }: WritePlan,
  block: Block,
  from: number,
): Different | null {
  const names = block.column(expected.keyPosition);
  for (let at = 0; at < block.size; at++) {
    const found = names.rows[at]?.[names.index] ?? "";
    if (!accounts.isSameCell(from + at, found)) return { row: from + at, column: null, found };
  }
  for (const column of columns) {
    const { labels, codes } = column;
    const { rows, index } = block.column(column.column - source.firstColumn);
    for (let at = 0; at < block.size; at++) {
      const found = rows[at]?.[index] ?? "";
      if (found !== labels[codes[from + at] ?? 0]) return { row: from + at, column, found };
    }
  }
  return null;
}

async function refuse(
  context: Excel.RequestContext,
  plan: WritePlan,
  marks: Marks,
  different: Different | null,
): Promise<void> {
  if (!different) return;
  const { row, column, found } = different;
  if (!column) throw new Refusal("rows-moved", { sheet: plan.source.sheet.name });
  throw (await haveMoved(context, plan, marks)) ?? refusedCell(plan, { row, column, found });
}

/** Other cells stand there too where our columns have moved aside. */
async function haveMoved(context: Excel.RequestContext, { source }: WritePlan, marks: Marks): Promise<Refusal | null> {
  const cells = [...marks].map(([{ column }, mark]) => ({ column, cell: ownCells(context, source, mark, 0, 1) }));
  cells.forEach(({ cell }) => cell.load("columnIndex"));
  await context.sync();
  const isAside = cells.some(({ column, cell }) => cell.columnIndex !== column);
  return isAside ? new Refusal("rows-moved", { sheet: source.sheet.name }) : null;
}

function refusedCell(
  { source, accounts }: WritePlan,
  { row, column, found }: Different & { readonly column: PlannedColumn },
): Refusal {
  const { sheet, headerRow } = source;
  const before = column.placed ? (accounts.old.get(column.kind)?.at(row) ?? "") : "";
  const address = cellAddress(headerRow + 1 + row, column.column);
  if (found !== before) return new Refusal("target-edited", { sheet: sheet.name, address });
  // Of a merged area only the first cell takes a value; the others stay empty without an error.
  return new Refusal(found === "" ? "target-merged" : "read-back-differs", { sheet: sheet.name, address });
}
