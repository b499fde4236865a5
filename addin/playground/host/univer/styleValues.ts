import type { IStyleData } from "@univerjs/core";
import type { AreaValues } from "../model/sheetParts";
import { intersect, WHOLE_SHEET } from "../rules/area";
import type { Area } from "../snapshot";
import { Remembered } from "./remembered";
import { joined, type Run } from "./runs";
import type { SheetData } from "./sheetData";
import type { StylePatch } from "./styles";
import { type Stored, StyleStore } from "./styleStore";

/** One part of the cells' styles, as areas. */
export class StyleValues<T> implements AreaValues<T> {
  readonly #store: StyleStore;
  /** The same object for all styles that say the same, so that neighbours can be told to be equal. */
  readonly #values = new Map<string, T | undefined>();
  readonly #same = new Map<string, T>();
  readonly #listed: Remembered<readonly Run<T>[]>;

  constructor(
    readonly data: SheetData,
    readonly decode: (style: IStyleData) => T | undefined,
    /** What makes a style say this, and nothing else of this part; of `undefined`: nothing. */
    readonly encode: (value: T | undefined) => StylePatch,
  ) {
    this.#store = new StyleStore(data);
    this.#listed = new Remembered(data.unit, () => this.within(WHOLE_SHEET));
  }

  get list(): readonly Run<T>[] {
    return this.#listed.now;
  }

  set(area: Area, value: T | undefined): void {
    this.#store.patch(area, this.encode(value));
  }

  within(area: Area): Run<T>[] {
    const { rows, columns, scan } = this.data;
    const lastRow = Math.max(scan.rows, lastStyled(rows));
    const lastColumn = Math.max(scan.columns, lastStyled(columns));
    const end = area.column + area.columns;
    const runs: Run<T>[] = [];
    for (let column = area.column; column < Math.min(end, lastColumn); column++) {
      runs.push(...this.#column(area, column, 1, lastRow));
    }
    const beyond = Math.max(area.column, lastColumn);
    if (end > beyond && lastStyled(rows) > 0) runs.push(...this.#column(area, beyond, end - beyond, lastRow));
    return joined(runs);
  }

  /** Runs of equal rows in a column, or in several columns that hold no cells. */
  #column(area: Area, column: number, width: number, lastRow: number): Run<T>[] {
    const { matrix, rows, columns } = this.data;
    const runs: Run<T>[] = [];
    const own = columns[column]?.s;
    const add = (row: number, count: number, value: T | undefined): void => {
      const last = runs[runs.length - 1];
      if (value === undefined || count <= 0) return;
      if (last?.value === value && last.area.row + last.area.rows === row) last.area.rows += count;
      else runs.push({ area: { row, column, rows: count, columns: width }, value });
    };
    const near = intersect(area, { ...WHOLE_SHEET, rows: Math.max(1, lastRow) });
    const end = near ? near.row + near.rows : area.row;
    for (let row = area.row; row < end; row++) add(row, 1, this.#valueOf(own, rows[row]?.s, matrix[row]?.[column]?.s));
    add(end, area.row + area.rows - end, this.#valueOf(own));
    return runs;
  }

  /** As the grid lays them over each other: the cell's over the row's over the column's. */
  #valueOf(...stored: Stored[]): T | undefined {
    let key = "";
    for (const style of stored) if (style) key += typeof style === "string" ? `${style}|` : `${JSON.stringify(style)}|`;
    if (key === "") return undefined;
    if (this.#values.has(key)) return this.#values.get(key);
    const style: IStyleData = Object.assign({}, ...stored.map((each) => this.#store.resolve(each)));
    const value = this.decode(style);
    const shared = value === undefined ? undefined : this.#shared(value);
    this.#values.set(key, shared);
    return shared;
  }

  #shared(value: T): T {
    const text = JSON.stringify(value);
    const known = this.#same.get(text) ?? value;
    this.#same.set(text, known);
    return known;
  }
}

function lastStyled(lines: Record<number, { s?: unknown } | undefined>): number {
  let last = 0;
  for (const key of Object.keys(lines)) if (lines[Number(key)]?.s) last = Math.max(last, Number(key) + 1);
  return last;
}
