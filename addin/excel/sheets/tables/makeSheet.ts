import type { CellValue } from "../../../../engine/index";
import { columnLetters } from "../../address";
import { Refusal } from "../../problem";
import { typedValue } from "../../typedValue";
import { askDayOffset } from "./findTable";
import { offer, ROWS_OFFERED } from "./offerLists";
import type { ChoiceList, SheetChange } from "./rowsChange";

/** Where one of our tables will stand on its new sheet. */
interface Placed {
  readonly change: SheetChange["tables"][number];
  readonly column: number;
}

/**
 * Sees that a sheet of ours can be made. Refused: `own-sheet-taken`, `own-name-taken`, `workbook-read-only`. Answers what
 * to add to a serial for a day of this workbook.
 */
export async function refuseTaken(context: Excel.RequestContext, { sheet, tables }: SheetChange): Promise<number> {
  const { workbook } = context;
  const taken = workbook.worksheets.getItemOrNullObject(sheet);
  const names = tables.map(({ table }) => workbook.names.getItemOrNullObject(table.name));
  const others = tables.map(({ table }) => workbook.tables.getItemOrNullObject(table.name));
  const dayOffset = askDayOffset(context);
  workbook.load("readOnly");
  taken.load("name");
  names.forEach((name) => name.load("name"));
  others.forEach((table) => table.load("name"));
  await context.sync();
  if (workbook.readOnly) throw new Refusal("workbook-read-only");
  if (!taken.isNullObject) throw new Refusal("own-sheet-taken", { sheet: taken.name });
  const at = tables.findIndex((_, i) => !names[i]?.isNullObject || !others[i]?.isNullObject);
  if (at >= 0) throw new Refusal("own-name-taken", { name: tables[at]?.table.name ?? "" });
  return dayOffset();
}

/** Every text that a new sheet gets beside its rows. */
export function wordsOn({ tables, lists }: SheetChange): string[] {
  const headers = tables.flatMap(({ table }) => Object.values(table.columns).map(({ header }) => header));
  return [...new Set([...headers, ...lists.flatMap(({ header, words }) => [header, ...words])])];
}

/**
 * Queues a sheet behind the others, with the tables side by side, one blank row in each, and the lists right of them.
 * Nobody is taken there.
 */
export function makeSheet(context: Excel.RequestContext, { sheet, tables, lists }: SheetChange): void {
  const { worksheets } = context.workbook;
  worksheets.add(sheet);
  const own = worksheets.getItem(sheet);
  let next = 0;
  const placed = tables.map((change): Placed => {
    const column = next;
    next += Object.keys(change.table.columns).length + 1;
    return { change, column };
  });
  for (const { change, column } of placed) {
    const columns = Object.values(change.table.columns);
    const cells = own.getRangeByIndexes(0, column, 2, columns.length).untrack();
    cells.values = [columns.map(({ header }) => typedValue(header)), columns.map(() => "")];
    own.tables.add(cells, true).name = change.table.name;
    columns.forEach(({ width, isDay }, i) => {
      const letters = columnLetters(column + i);
      const whole = own.getRange(`${letters}:${letters}`).untrack();
      whole.format.columnWidth = width;
      if (isDay) whole.numberFormat = DAY_FORMAT as unknown as string[][]; // one for all cells is taken too
    });
  }
  lists.forEach((list, i) => putList(own, list, next + i, placed));
  own.freezePanes.freezeRows(1);
}

const DAY_FORMAT = "yyyy-mm-dd";

function putList(own: Excel.Worksheet, list: ChoiceList, at: number, placed: readonly Placed[]): void {
  const cells = own.getRangeByIndexes(0, at, list.words.length + 1, 1).untrack();
  cells.values = [list.header, ...list.words].map((word): [CellValue] => [typedValue(word)]);
  cells.format.columnWidth = LIST_WIDTH;
  const home = placed.find(({ change }) => change.table.name === list.table);
  const position = Object.keys(home?.change.table.columns ?? {}).indexOf(list.column);
  if (!home || position < 0) return;
  const rows = home.change.append.length + ROWS_OFFERED;
  offer(own.getRangeByIndexes(1, home.column + position, rows, 1).untrack(), 1, at, list.words.length);
}

const LIST_WIDTH = 90;
