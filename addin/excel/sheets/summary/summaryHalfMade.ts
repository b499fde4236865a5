import { fold } from "../../../../engine/index";
import { SUMMARY_SHEET } from "../../../strings/summary";
import { typedCells } from "../tables/typed";
import type { MadePart } from "./summaryEntry";

/**
 * Removes parts that were laid out and have not got their name before a failure: nothing else would find them. Told by
 * their cells, all of which must stand as they were written.
 */
export async function removeHalfMade(
  context: Excel.RequestContext,
  made: readonly MadePart[],
  onWrite: () => void,
): Promise<void> {
  if (made.length === 0) return;
  const { worksheets, tables, names } = context.workbook;
  worksheets.load("items/id, items/name");
  tables.load("items/name");
  names.load("items/name");
  await context.sync();
  const named = new Set([...tables.items, ...names.items].map(({ name }) => name));
  const added = worksheets.items.find(({ name }) => fold(name) === fold(SUMMARY_SHEET))?.id;
  const asked = made.flatMap((part) => {
    const sheet = part.sheet ?? added;
    if (named.has(part.name) || sheet === undefined) return [];
    const { row, column, cells } = part;
    const there = () =>
      worksheets
        .getItem(sheet)
        .getRangeByIndexes(row, column, cells.length, cells[0]?.length ?? 1)
        .untrack();
    const [range, within] = [there(), there().getTables(true)];
    range.load("values, formulas");
    within.load("items/id");
    return [{ part, there, range, within }];
  });
  if (asked.length === 0) return;
  await context.sync();
  for (const { part, there, range, within } of asked) {
    if (JSON.stringify(typedCells(range)) !== JSON.stringify(part.cells)) continue;
    onWrite();
    within.items.forEach(({ id }) => tables.getItem(id).delete());
    there().clear();
  }
  await context.sync();
}
