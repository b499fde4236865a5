import { ACCOUNT, NUMBERS, RESULTS } from "./accounts";
import { laps, type Measured } from "./measure";

/** As the add-in: rows of one message, at most. */
const BLOCK_ROWS = 10_500;

/** A bare read of the columns that are needed and a bare write of two columns, in blocks of the add-in's size. */
export async function bareWork(excel: typeof Excel, rows: number): Promise<Measured> {
  const clock = laps();
  const labels = words(rows);
  clock.lap("");
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Accounts");
    await readInputs(context, sheet, rows);
    clock.lap("read");
    for (let from = 0; from < rows; from += BLOCK_ROWS) {
      const count = Math.min(BLOCK_ROWS, rows - from);
      for (const column of RESULTS) write(sheet, labels, from, count, column);
      await context.sync();
    }
    clock.lap("write");
  });
  return clock.measured();
}

/**
 * The add-in's own reads and writes without engine and plan: the inputs; the accounts beside the cells that are written,
 * and what is in use of these; the cells; and, of all but the last block, accounts and cells once more.
 */
export async function bareProtocol(excel: typeof Excel, rows: number): Promise<Measured> {
  const clock = laps();
  const labels = words(rows);
  clock.lap("");
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Accounts");
    await readInputs(context, sheet, rows);
    clock.lap("read");
    for (let from = 0; from < rows; from += BLOCK_ROWS) {
      const count = Math.min(BLOCK_ROWS, rows - from);
      const seen = [load(sheet, from, count, ACCOUNT)];
      for (const column of RESULTS) {
        const used = sheet
          .getRangeByIndexes(from + 1, column, count, 1)
          .untrack()
          .getUsedRangeOrNullObject(true);
        used.untrack().load("rowIndex, formulas, values");
      }
      for (const column of RESULTS) write(sheet, labels, from, count, column);
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

function words(rows: number): string[] {
  return Array.from({ length: rows }, (_, i) => `Tier ${(i % 3) + 1}`);
}

async function readInputs(context: Excel.RequestContext, sheet: Excel.Worksheet, rows: number): Promise<void> {
  for (let from = 0; from < rows; from += BLOCK_ROWS) {
    const count = Math.min(BLOCK_ROWS, rows - from);
    const seen = [load(sheet, from, count, ACCOUNT), load(sheet, from, count, NUMBERS.column, NUMBERS.columns)];
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
