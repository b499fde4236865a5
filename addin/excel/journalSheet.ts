import * as z from "zod";
import { hash } from "../../engine/index";
import { inPieces, type Progress } from "./blocks";
import { cellText } from "./text";

/**
 * Old values that are too many for the workbook's settings: text in the cells of a very hidden sheet, which the run that
 * needs them adds and removes. Its name has the run's id in it, so that no sheet of anybody else is ever taken for it.
 */

export const journalSheet = z.strictObject({
  sheet: z.string(),
  /** How many cells of the first column the text takes up. */
  cells: z.number(),
  /** Fingerprint of the whole text. */
  hash: z.string(),
  /**
   * writing: the text is not all there, and no cell of the accounts was touched · whole · done: the run is over, one way
   * or the other, and nothing is left to do but to remove the sheet.
   */
  state: z.enum(["writing", "whole", "done"]),
});
export type JournalSheet = z.output<typeof journalSheet>;

/** Characters of one cell; it holds 32,767, and an apostrophe may go in front. */
const CELL_CHARACTERS = 32_000;
/** Cells of one message: three megabytes where every character takes three bytes, of the five that Excel takes. */
const MESSAGE_CELLS = 30;

/** What a text of a run will be kept as, and the cells that it is cut into. */
export function cutIntoCells(text: string, runId: string): { kept: JournalSheet; cells: readonly string[] } {
  const cells: string[] = [];
  for (let from = 0; from < text.length;) {
    const end = from + CELL_CHARACTERS;
    const isWithin = /[\uD800-\uDBFF]/.test(text.charAt(end - 1)); // half of a character that takes two units
    cells.push(text.slice(from, isWithin ? end - 1 : end));
    from += cells.at(-1)?.length ?? 0;
  }
  const sheet = `Tier Journal ${runId.slice(0, 18)}`; // a sheet's name has 31 characters at most
  return { kept: { sheet, cells: cells.length, hash: hash(text), state: "whole" }, cells };
}

/** Queues the sheet itself, still empty. */
export function addJournalSheet(context: Excel.RequestContext, { sheet }: JournalSheet): void {
  context.workbook.worksheets.add(sheet).visibility = "VeryHidden";
}

/** Writes the text, one message after another. */
export async function fillJournalSheet(
  context: Excel.RequestContext,
  { sheet }: JournalSheet,
  cells: readonly string[],
  progress: Progress,
): Promise<void> {
  await inPieces(
    cells.length,
    MESSAGE_CELLS,
    async (from, count) => {
      const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(from, 0, count, 1).untrack();
      range.values = cells.slice(from, from + count).map((text) => [cellText(text)]);
      await context.sync();
    },
    progress,
  );
}

/** Asks whether the sheet is there; the answer is known after the next sync. */
export function askJournalSheet(context: Excel.RequestContext, { sheet }: JournalSheet): { isThere(): boolean } {
  const own = context.workbook.worksheets.getItemOrNullObject(sheet);
  own.load("id");
  return { isThere: () => !own.isNullObject };
}

/** The text as it was written; null where the sheet is gone or holds anything else. */
export async function readJournalSheet(context: Excel.RequestContext, kept: JournalSheet): Promise<string | null> {
  const { worksheets } = context.workbook;
  const sheet = askJournalSheet(context, kept);
  await context.sync();
  if (!sheet.isThere()) return null;
  const cells: string[] = [];
  await inPieces(kept.cells, MESSAGE_CELLS, async (from, count) => {
    const range = worksheets.getItem(kept.sheet).getRangeByIndexes(from, 0, count, 1).untrack();
    range.load("values");
    await context.sync();
    for (const row of range.values) cells.push(String(row[0]));
  });
  const text = cells.join("");
  return hash(text) === kept.hash ? text : null;
}

/** Queues the removal of a sheet that is there. Excel deletes no very hidden sheet, so it is shown as hidden first. */
export function deleteJournalSheet(context: Excel.RequestContext, { sheet }: JournalSheet): void {
  const own = context.workbook.worksheets.getItem(sheet);
  own.visibility = "Hidden";
  own.delete();
}
