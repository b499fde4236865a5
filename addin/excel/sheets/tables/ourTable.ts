import type * as z from "zod";
import { fold, textOf, type CellValue } from "../../../../engine/index";
import { once } from "./once";

/** A column of ours: found by its header wherever it stands. */
export interface OurColumn<Value = unknown> {
  readonly header: string;
  /** Between a cell as it is read and what it means. */
  readonly cell: z.ZodType<Value, CellValue>;
  /** The same backwards, for values of our own. */
  write(value: Value): CellValue;
  /** What a cell should hold, for whoever has typed something else. */
  readonly expects: Expected;
  /** In points, on a new sheet. */
  readonly width: number;
  /** Its numbers are days of the workbook's own date system. */
  readonly isDay: boolean;
}

/** What can be expected of a cell. Words are made in `strings/`. */
export type Expected =
  | "text"
  | "day"
  | "number"
  | "override-kind"
  | "row-kind"
  | "alert-code"
  | "severity"
  | "status"
  | "reason"
  | "tier"
  | "yes-or-blank"
  | "rules";

export type Columns = Readonly<Record<string, OurColumn>>;

/** One of our tables as it is declared. */
export interface OurTable<Own extends Columns = Columns> {
  readonly sheet: string;
  readonly name: string;
  /** In the order of a new sheet. */
  readonly columns: Own;
  /** The columns whose cells together tell a row; or, in a log, the rows that came together. */
  readonly key: readonly (keyof Own & string)[];
  /** Cells that people fill in, as we leave them: a row that was filled in since is not taken away with its change. */
  readonly blank: { readonly [Id in keyof Own]?: CellValue };
  /** What no single cell says: the column that is wrong in a row, or null. */
  wrongIn?(row: RowOf<Own>): (keyof Own & string) | null;
}

/** A row as it is understood. */
export type RowOf<Own extends Columns> = { readonly [Id in keyof Own]: z.output<Own[Id]["cell"]> };

/** The key of a row by some of its cells: the same for other spellings of the same text. */
export function keyOfCells(cells: readonly CellValue[]): string {
  return JSON.stringify(cells.map((cell) => fold(textOf(cell))));
}

/** Cells of a row, of all its columns in their order or of some, as numbers of the workbook's own date system. */
export function cellsOf(
  { columns }: OurTable,
  dayOffset: number,
  ids: readonly string[] = Object.keys(columns),
): (row: RowOf<Columns>) => CellValue[] {
  const writers = ids.map((id) => {
    const column = columns[id];
    if (!column) throw new Error(`there is no column ${id}`);
    return { id, write: writerOf(column, dayOffset) };
  });
  return (row) => writers.map(({ id, write }) => write(row[id]));
}

/** What goes into a cell for a value of a column. */
export function writerOf(column: OurColumn, dayOffset: number): (value: unknown) => CellValue {
  const { isDay } = column;
  if (!isDay) return (value) => column.write(value);
  return once((value) => {
    const written = column.write(value);
    return typeof written === "number" ? written + dayOffset : written;
  });
}
