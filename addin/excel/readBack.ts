import type { CellValue } from "../../engine/index";
import { cellAddress } from "./address";
import { ownCells } from "./cells";
import type { Marks } from "./createColumns";
import { ColumnPrint } from "./fingerprint";
import type { PlannedColumn, WritePlan } from "./plan";
import { Refusal } from "./problem";
import { readColumns } from "./read";

/** Reads every cell of our columns and the accounts beside them: all must stand as planned. */
export async function readBack(context: Excel.RequestContext, plan: WritePlan, marks: Marks): Promise<void> {
  const { source, columns, expected } = plan;
  const keys = new ColumnPrint();
  const positions = columns.map(({ column }) => column - source.firstColumn);
  const different: Different[] = [];
  await readColumns(context, source, [expected.keyPosition, ...positions], {}, (block, from) => {
    keys.add(block.column(expected.keyPosition));
    columns.forEach((column, i) => {
      if (different.length > 0) return;
      const { rows, index } = block.column(positions[i] ?? 0);
      const at = rows.findIndex((row, at) => row[index] !== column.labels[column.codes[from + at] ?? 0]);
      if (at >= 0) different.push({ row: from + at, column, found: rows[at]?.[index] ?? "" });
    });
  });
  const [first] = different;
  if (keys.digest() !== expected.keys) throw new Refusal("rows-moved", { sheet: source.sheet.name });
  if (first) throw (await haveMoved(context, plan, marks)) ?? refusedCell(plan, first);
}

interface Different {
  readonly row: number;
  readonly column: PlannedColumn;
  readonly found: CellValue;
}

/** Other cells stand there too where our columns have moved aside. */
async function haveMoved(context: Excel.RequestContext, { source }: WritePlan, marks: Marks): Promise<Refusal | null> {
  const cells = [...marks].map(([{ column }, mark]) => ({ column, cell: ownCells(context, source, mark, 0, 1) }));
  cells.forEach(({ cell }) => cell.load("columnIndex"));
  await context.sync();
  const isAside = cells.some(({ column, cell }) => cell.columnIndex !== column);
  return isAside ? new Refusal("rows-moved", { sheet: source.sheet.name }) : null;
}

function refusedCell({ source, accounts }: WritePlan, { row, column, found }: Different): Refusal {
  const { sheet, headerRow } = source;
  const before = column.placed ? (accounts.old.get(column.kind)?.at(row) ?? "") : "";
  const address = cellAddress(headerRow + 1 + row, column.column);
  if (found !== before) return new Refusal("target-edited", { sheet: sheet.name, address });
  // Of a merged area only the first cell takes a value; the others stay empty without an error.
  return new Refusal(found === "" ? "target-merged" : "read-back-differs", { sheet: sheet.name, address });
}
