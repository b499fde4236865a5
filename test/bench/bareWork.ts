import { BUILT_IN } from "../../engine/index";
import { ACCOUNT, INPUTS, RESULTS } from "./accounts";
import { laps, type Measured } from "./measure";

/** As the add-in: rows of one message, at most. */
const BLOCK_ROWS = 10_500;

/** A bare read of the columns that are needed and a bare write of Segment and Tier, in blocks of the add-in's size. */
export async function bareWork(excel: typeof Excel, rows: number): Promise<Measured> {
  const clock = laps();
  const labels = labelsOf(rows);
  clock.lap("");
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Accounts");
    await readInputs(context, sheet, rows);
    clock.lap("read");
    for (let from = 0; from < rows; from += BLOCK_ROWS) {
      const count = Math.min(BLOCK_ROWS, rows - from);
      RESULTS.forEach((column, i) => write(sheet, labels[i] ?? [], from, count, column));
      await context.sync();
    }
    clock.lap("write");
  });
  return clock.measured();
}

/**
 * The add-in's own reads and writes without engine and plan: the inputs; the cells, and beside them where they stand and
 * what is in use of them; and, with the last block and then of all others, accounts and cells once more.
 */
export async function bareProtocol(excel: typeof Excel, rows: number): Promise<Measured> {
  const clock = laps();
  const labels = labelsOf(rows);
  clock.lap("");
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Accounts");
    await readInputs(context, sheet, rows);
    clock.lap("read");
    for (let from = 0; from < rows; from += BLOCK_ROWS) {
      const count = Math.min(BLOCK_ROWS, rows - from);
      const seen: Excel.Range[] = [];
      for (const column of RESULTS) {
        const cells = sheet.getRangeByIndexes(from + 1, column, count, 1).untrack();
        cells.load("rowIndex, rowCount");
        cells.getUsedRangeOrNullObject(true).untrack().load("rowIndex, formulas, values");
      }
      RESULTS.forEach((column, i) => write(sheet, labels[i] ?? [], from, count, column));
      if (from + count === rows) {
        seen.push(load(sheet, from, count, ACCOUNT), ...RESULTS.map((column) => load(sheet, from, count, column)));
      }
      await context.sync();
      seen.forEach((range) => mustHave(range, count));
    }
    clock.lap("write");
    const read = rows - (rows % BLOCK_ROWS || BLOCK_ROWS);
    for (let from = 0; from < read; from += BLOCK_ROWS) {
      const count = Math.min(BLOCK_ROWS, read - from);
      const seen = [load(sheet, from, count, ACCOUNT), load(sheet, from, count, RESULTS[0], RESULTS.length)];
      await context.sync();
      seen.forEach((range) => mustHave(range, count));
    }
    clock.lap("read back");
  });
  return clock.measured();
}

/** For each column of results, words as the add-in writes them. */
function labelsOf(rows: number): readonly (readonly string[])[] {
  const preset = BUILT_IN.get("revenue-share");
  if (!preset) throw new Error("revenue-share is gone");
  return [preset.segments, preset.tiers].map((ladder) => {
    const labels = ladder?.rungs.map(({ label }) => label) ?? [];
    return Array.from({ length: rows }, (_, i) => labels[i % labels.length] ?? "");
  });
}

async function readInputs(context: Excel.RequestContext, sheet: Excel.Worksheet, rows: number): Promise<void> {
  for (let from = 0; from < rows; from += BLOCK_ROWS) {
    const count = Math.min(BLOCK_ROWS, rows - from);
    const seen = [load(sheet, from, count, ACCOUNT), load(sheet, from, count, INPUTS.column, INPUTS.columns)];
    await context.sync();
    seen.forEach((range) => mustHave(range, count));
  }
}

function load(sheet: Excel.Worksheet, from: number, count: number, column: number, columns = 1): Excel.Range {
  const range = sheet.getRangeByIndexes(from + 1, column, count, columns).untrack();
  range.load("values");
  return range;
}

function write(sheet: Excel.Worksheet, labels: readonly string[], from: number, count: number, column: number): void {
  const range = sheet.getRangeByIndexes(from + 1, column, count, 1).untrack();
  range.values = labels.slice(from, from + count).map((label) => [label]);
}

function mustHave(range: Excel.Range, rows: number): void {
  if (range.values.length !== rows) throw new Error("rows are missing");
}
