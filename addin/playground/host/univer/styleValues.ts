import type { IStyleData } from "@univerjs/core";
import type { AreaValues } from "../model/sheetParts";
import { WHOLE_SHEET } from "../rules/area";
import type { Area } from "../snapshot";
import { ColumnRuns } from "./columnRuns";
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
    const { matrix, rows, columns, scan } = this.data;
    const [right, bottom] = [area.column + area.columns, area.row + area.rows];
    const lastColumn = Math.max(scan.columns, lastStyled(columns));
    const read: ColumnRuns<T>[] = [];
    const add = (column: number, width: number): void => {
      const own = columns[column]?.s;
      read.push(new ColumnRuns(column, width, area.row, (line, cell) => this.#valueOf(own, line, cell)));
    };
    for (let column = area.column; column < Math.min(right, lastColumn); column++) add(column, 1);
    const beyond = Math.max(area.column, lastColumn);
    if (right > beyond && lastStyled(rows) > 0) add(beyond, right - beyond);

    const end = Math.max(area.row, Math.min(bottom, Math.max(scan.rows, lastStyled(rows))));
    // Row by row, as the grid stores its cells: column by column takes several times as long.
    for (let row = area.row; row < end; row++) {
      const [line, cells] = [rows[row]?.s, matrix[row]];
      for (const column of read) column.add(row, line, cells?.[column.column]?.s);
    }
    for (const column of read) column.end(end, bottom);
    return joined(read.flatMap(({ runs }) => runs));
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
