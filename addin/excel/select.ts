import { rangeOf } from "./cells";
import type { Source } from "./source";

/** Selects one cell of a source and brings its sheet to the front. `row` counts from 0 below the header; -1 is the header. */
export async function selectCell(
  context: Excel.RequestContext,
  source: Source,
  row: number,
  position: number,
): Promise<void> {
  context.workbook.worksheets.getItem(source.sheet.id).activate();
  rangeOf(context, source, row, 1, position, 1).select();
  await context.sync();
}
