import type { IStyleData, Nullable } from "@univerjs/core";
import { intersect, isEntireColumn, isEntireRow, SHEET_COLUMNS, SHEET_ROWS } from "../rules/area";
import type { Area } from "../snapshot";
import type { CellMatrix, SheetData } from "./sheetData";
import { patched, type StylePatch } from "./styles";

export type Stored = Nullable<string | IStyleData>;

/** Changes the styles of a sheet. Whole columns and rows have one of their own, over which those of cells lie. */
export class StyleStore {
  constructor(readonly data: SheetData) {}

  resolve(stored: Stored): IStyleData | undefined {
    if (typeof stored === "string") return this.data.unit.workbook.getStyles().get(stored) ?? undefined;
    return stored ?? undefined;
  }

  patch(area: Area, patch: StylePatch): void {
    const isGone = Object.values(patch).every((value) => value === null);
    if (isEntireColumn(area)) this.#patchColumns(area, patch, isGone);
    else if (isEntireRow(area)) this.#patchRows(area, patch);
    else {
      this.#release(area, patch);
      this.#patchCells(area, patch, isGone);
    }
  }

  #patchColumns(area: Area, patch: StylePatch, isGone: boolean): void {
    const { columns, rows } = this.data;
    const isSheet = area.columns === SHEET_COLUMNS;
    const inside = numbers(columns).filter((column) => column >= area.column && column < area.column + area.columns);
    const all = Array.from({ length: area.columns }, (_, index) => area.column + index);
    this.#setColumns(isGone ? inside : all, patch);
    const styledRows = numbers(rows).filter((row) => rows[row]?.s);
    if (isSheet) this.#setRows(styledRows, patch);
    else for (const row of styledRows) this.#patchCells({ ...area, row, rows: 1 }, patch, isGone);
    this.#patchCells(area, patch, true);
  }

  #patchRows(area: Area, patch: StylePatch): void {
    this.#release(area, patch);
    this.#setRows(
      Array.from({ length: area.rows }, (_, index) => area.row + index),
      patch,
    );
    this.#patchCells(area, patch, true);
  }

  /** Only cells that have a style of their own, if `isOnlyStyled`. */
  #patchCells(area: Area, patch: StylePatch, isOnlyStyled: boolean): void {
    const { matrix, scan } = this.data;
    const near = isOnlyStyled ? intersect(area, { row: 0, column: 0, rows: scan.rows, columns: scan.columns }) : area;
    if (!near) return;
    const cells: CellMatrix = {};
    for (let row = near.row; row < near.row + near.rows; row++) {
      for (let column = near.column; column < near.column + near.columns; column++) {
        if (isOnlyStyled && !matrix[row]?.[column]?.s) continue;
        (cells[row] ??= {})[column] = { s: { ...patch } as IStyleData }; // a null takes the property away
      }
    }
    if (Object.keys(cells).length === 0) return;
    this.data.makeRoom(near);
    this.data.setStyles(cells);
  }

  /**
   * What the patch takes away from cells cannot lie over their column's or row's style: that is handed down to all the
   * cells of the column or row first.
   */
  #release(area: Area, patch: StylePatch): void {
    const { columns, rows, size } = this.data;
    const taken = Object.keys(patch).filter((key) => patch[key as keyof IStyleData] === null);
    const without = Object.fromEntries(taken.map((key) => [key, null]));
    const holds = (stored: Stored): boolean => taken.some((key) => key in (this.resolve(stored) ?? {}));
    const held = (all: Record<number, { s?: Stored } | undefined>, from: number, count: number): number[] =>
      numbers(all).filter((number) => number >= from && number < from + count && holds(all[number]?.s));
    const heldColumns = held(columns, area.column, area.columns);
    for (const column of heldColumns) {
      this.#handDown({ row: 0, column, rows: Math.min(size.rows, SHEET_ROWS), columns: 1 }, columns[column]?.s, taken);
    }
    this.#setColumns(heldColumns, without);
    const heldRows = held(rows, area.row, area.rows);
    for (const row of heldRows) {
      this.#handDown({ row, column: 0, rows: 1, columns: size.columns }, rows[row]?.s, taken);
    }
    this.#setRows(heldRows, without);
  }

  #handDown(area: Area, stored: Stored, keys: readonly string[]): void {
    const style = Object.entries(this.resolve(stored) ?? {}).filter(([key]) => keys.includes(key));
    const { matrix } = this.data;
    const cells: CellMatrix = {};
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const own = this.resolve(matrix[row]?.[column]?.s) ?? {};
        (cells[row] ??= {})[column] = { s: Object.fromEntries(style.filter(([key]) => !(key in own))) };
      }
    }
    this.data.setCells(cells);
  }

  #setColumns(touched: readonly number[], patch: StylePatch): void {
    if (touched.length === 0) return;
    const { columns } = this.data;
    const columnData = Object.fromEntries(
      touched.map((column) => [column, { s: this.#patched(columns[column]?.s, patch) }]),
    );
    this.data.run("sheet.mutation.set-col-data", { columnData });
  }

  #setRows(touched: readonly number[], patch: StylePatch): void {
    if (touched.length === 0) return;
    const { rows } = this.data;
    const rowData = Object.fromEntries(touched.map((row) => [row, { s: this.#patched(rows[row]?.s, patch) }]));
    this.data.run("sheet.mutation.set-row-data", { rowData });
  }

  #patched(stored: Stored, patch: StylePatch): Nullable<string> {
    const style = patched(this.resolve(stored), patch);
    return Object.keys(style).length > 0 ? this.data.unit.workbook.getStyles().setValue(style) : undefined;
  }
}

const numbers = (record: object): number[] => Object.keys(record).map(Number);
