import { cellsOfAddress } from "./address";
import type { Source } from "./source";

/** Told of a row of the source, from 0 below the header; null where the selection begins outside of its rows. */
export type OnRow = (row: number | null) => void;

/**
 * Tells which account the user looks at: at once, and as often as something else is selected on the sheet of the source. The
 * row counts in whatever column, since our own columns and people's notes stand beside the accounts; of several cells the
 * first, of several areas the first one chosen.
 *
 * What is selected on other sheets is not told. The watch ends when the answer is called, or with the session.
 */
export async function watchSelection(
  context: Excel.RequestContext,
  source: Source,
  onRow: OnRow,
): Promise<(excel: Pick<typeof Excel, "run">) => Promise<void>> {
  const handler = context.workbook.worksheets.getItem(source.sheet.id).onSelectionChanged.add(({ address }) => {
    onRow(rowOfSelection(address, source));
    return Promise.resolve();
  });
  const cell = context.workbook.getActiveCell().untrack();
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  cell.load("address");
  sheet.load("id");
  await context.sync();
  onRow(sheet.id === source.sheet.id ? rowOfSelection(cell.address, source) : null);
  return (excel) =>
    excel.run(handler.context, async (own) => {
      handler.remove();
      await own.sync();
    });
}

/** The row of a source in which a selection begins, as Excel gives its address: `B5`, `B5:C9`, `B5,D7`, `5:7`. */
export function rowOfSelection(address: string, { headerRow, rows }: Source): number | null {
  const [first = ""] = address.replace(QUOTED_SHEET, "").split(",");
  const area = cellsOfAddress(first);
  if (!area) return null;
  const row = area.firstRow - headerRow - 1;
  return row >= 0 && row < rows ? row : null;
}

/** A name of a sheet that may hold a comma. */
const QUOTED_SHEET = /'(?:[^']|'')*'!/g;
