import type { CellValue } from "../../../../engine/index";
import { cellAddress } from "../../address";
import { Refusal } from "../../problem";
import { typedCells } from "../tables/typed";
import { meets, type Area, type SummaryLayout } from "./summaryLayout";
import { partsOf, type SummaryLook } from "./summaryLook";

/** Cells that are to become ours and hold something of somebody else are never written over. */

/** Refused with `own-cells-taken` where a cell that is to become ours holds something. */
export async function refuseForeign(
  context: Excel.RequestContext,
  look: SummaryLook,
  layout: SummaryLayout,
): Promise<void> {
  const asked = askCells(context, look, layout);
  if (asked.length === 0) return;
  await context.sync();
  for (const foreign of asked) {
    const [first] = foreign();
    if (first) {
      throw new Refusal("own-cells-taken", {
        sheet: look.sheet?.name ?? "",
        address: cellAddress(first.row, first.column),
      });
    }
  }
}

/**
 * Asks once more, with the request that writes. The answer, after the next sync, is null where nothing had come; else
 * what puts it back.
 */
export function askForeign(
  context: Excel.RequestContext,
  look: SummaryLook,
  layout: SummaryLayout,
): () => (() => Promise<void>) | null {
  const asked = askCells(context, look, layout);
  return () => {
    const found = asked.flatMap((foreign) => foreign());
    if (found.length === 0) return null;
    return async () => {
      for (const { sheet, row, column, cell } of found) {
        context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1).untrack().values = [[cell]];
      }
      await context.sync();
    };
  };
}

interface ForeignCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** As it is typed. */
  readonly cell: CellValue;
}

function askCells(context: Excel.RequestContext, look: SummaryLook, { taken }: SummaryLayout): (() => ForeignCell[])[] {
  const ours = partsOf(look);
  return taken.flatMap((area) => {
    const { sheet, row, column, rows, columns } = area;
    if (sheet === null) return []; // a new sheet holds nothing
    const cells = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, rows, columns).untrack();
    cells.load("values, formulas");
    return [
      () =>
        typedCells(cells).flatMap((line, i) =>
          line.flatMap((cell, j): ForeignCell[] => {
            const at: Area = { sheet, row: row + i, column: column + j, rows: 1, columns: 1 };
            const isForeign = cell !== "" && !ours.some((part) => meets(at, part));
            return isForeign ? [{ sheet, row: at.row, column: at.column, cell }] : [];
          }),
        ),
    ];
  });
}
