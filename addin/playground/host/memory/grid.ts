import { eachOf, type Sliced } from "../../../slices";
import { SHEET_COLUMNS } from "../rules/area";
import type { Cells, FormulaCell } from "../model/sheetParts";
import type { CellShift } from "../rules/shift";
import type { Area, CellValue } from "../snapshot";

type Row = CellValue[];

/** Values and formulas of one sheet. Rows are dense and as long as needed; formulas are few and kept by cell number. */
export class Grid implements Cells {
  #rows: (Row | undefined)[];
  #formulas = new Map<number, string>();
  /** Worked out when asked for, and forgotten with every change; undefined: not known. */
  #used: Area | null | undefined;

  constructor(values: CellValue[][], formulas: Iterable<FormulaCell>) {
    this.#rows = values.map((row) => row.slice());
    for (const { row, column, formula } of formulas) this.#formulas.set(cellNumber(row, column), formula);
  }

  used(): Area | null {
    if (this.#used === undefined) this.#used = this.#findUsed();
    return this.#used && { ...this.#used };
  }

  #findUsed(): Area | null {
    let [top, bottom, left, right] = [-1, -1, Infinity, -1];
    for (let row = 0; row < this.#rows.length; row++) {
      const cells = this.#rows[row];
      const last = cells ? lastFilled(cells) : -1;
      if (!cells || last < 0) continue;
      if (top < 0) top = row;
      bottom = row;
      right = Math.max(right, last);
      let first = 0;
      while (first < left && (cells[first] ?? "") === "") first++;
      left = Math.min(left, first);
    }
    for (const key of this.#formulas.keys()) {
      const [row, column] = [Math.floor(key / SHEET_COLUMNS), key % SHEET_COLUMNS];
      top = top < 0 ? row : Math.min(top, row);
      [bottom, left, right] = [Math.max(bottom, row), Math.min(left, column), Math.max(right, column)];
    }
    return top < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  value(row: number, column: number): CellValue {
    return this.#rows[row]?.[column] ?? "";
  }

  values(area: Area): CellValue[][] {
    const end = area.column + area.columns;
    const out: CellValue[][] = new Array<CellValue[]>(area.rows);
    for (let row = 0; row < area.rows; row++) {
      const cells = this.#rows[area.row + row];
      const slice = cells ? cells.slice(area.column, end) : [];
      while (slice.length < area.columns) slice.push("");
      out[row] = slice;
    }
    return out;
  }

  *formulasIn(area: Area): Generator<FormulaCell> {
    for (const [key, formula] of this.#formulas) {
      const row = Math.floor(key / SHEET_COLUMNS);
      const column = key % SHEET_COLUMNS;
      const isInside =
        row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
      if (isInside) yield { row, column, formula };
    }
  }

  formula(row: number, column: number): string | undefined {
    return this.#formulas.get(cellNumber(row, column));
  }

  write(area: Area, values: (CellValue | null)[][], formulas: readonly FormulaCell[] = []): void {
    this.#used = undefined;
    const hasFormulas = this.#formulas.size > 0;
    for (let row = 0; row < area.rows; row++) {
      const source = values[row] ?? [];
      const cells = this.#row(area.row + row, area.column + area.columns);
      for (let column = 0; column < area.columns; column++) {
        const value = source[column] ?? null;
        if (value === null) continue;
        cells[area.column + column] = value;
        if (hasFormulas) this.#formulas.delete(cellNumber(area.row + row, area.column + column));
      }
    }
    for (const { row, column, formula } of formulas) {
      this.#formulas.set(cellNumber(area.row + row, area.column + column), formula);
    }
  }

  mapFormulas(change: (formula: string) => string): void {
    for (const [key, formula] of this.#formulas) this.#formulas.set(key, change(formula));
  }

  clear(area: Area): void {
    this.#used = undefined;
    const end = Math.min(area.row + area.rows, this.#rows.length);
    for (let row = area.row; row < end; row++) {
      const cells = this.#rows[row];
      cells?.fill("", area.column, Math.min(area.column + area.columns, cells.length));
    }
    for (const { row, column } of [...this.formulasIn(area)]) this.#formulas.delete(cellNumber(row, column));
  }

  shift({ area, shift }: CellShift): void {
    this.#used = undefined;
    if (shift === "down" || shift === "up") this.#shiftRows(area, shift === "down");
    else this.#shiftColumns(area, shift === "right");
    this.#shiftFormulas({ area, shift });
  }

  reorder(area: Area, order: readonly number[]): void {
    this.#used = undefined;
    const before = this.values(area);
    const formulas = [...this.formulasIn(area)];
    this.clear(area);
    this.write(
      area,
      order.map((from) => before[from] ?? []),
    );
    const target = new Map(order.map((from, to) => [from, to]));
    for (const { row, column, formula } of formulas) {
      this.#formulas.set(cellNumber(area.row + (target.get(row - area.row) ?? 0), column), formula);
    }
  }

  *snapshotValues(): Sliced<CellValue[][]> {
    const rows: CellValue[][] = [];
    yield* eachOf(this.#rows, (cells) => rows.push(cells ? cells.slice(0, lastFilled(cells) + 1) : []));
    while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop();
    for (const row of rows) for (let column = 0; column < row.length; column++) row[column] ??= "";
    return rows;
  }

  snapshotFormulas(): FormulaCell[] {
    const sorted = [...this.#formulas].sort(([a], [b]) => a - b);
    return sorted.map(([key, formula]) => ({
      row: Math.floor(key / SHEET_COLUMNS),
      column: key % SHEET_COLUMNS,
      formula,
    }));
  }

  #row(row: number, length: number): Row {
    while (this.#rows.length <= row) this.#rows.push(undefined);
    const cells = (this.#rows[row] ??= []);
    while (cells.length < length) cells.push("");
    return cells;
  }

  #shiftRows(area: Area, isInsert: boolean): void {
    const isWhole = area.column === 0 && area.columns === SHEET_COLUMNS;
    if (area.row >= this.#rows.length) return;
    if (isWhole) {
      const added = isInsert ? new Array<Row | undefined>(area.rows).fill(undefined) : [];
      const rest = this.#rows.slice(isInsert ? area.row : area.row + area.rows);
      this.#rows = [...this.#rows.slice(0, area.row), ...added, ...rest];
      return;
    }
    const end = area.column + area.columns;
    const last = this.#rows.length - 1;
    const move = (from: number, to: number): void => {
      const source = this.#rows[from];
      const cells = this.#row(to, end);
      for (let column = area.column; column < end; column++) cells[column] = source?.[column] ?? "";
    };
    if (isInsert) for (let row = last; row >= area.row; row--) move(row, row + area.rows);
    else for (let row = area.row; row <= last; row++) move(row + area.rows, row);
    if (isInsert) this.#blank(area);
  }

  #shiftColumns(area: Area, isInsert: boolean): void {
    const end = Math.min(area.row + area.rows, this.#rows.length);
    for (let row = area.row; row < end; row++) {
      const cells = this.#rows[row];
      if (!cells || cells.length <= area.column) continue;
      if (isInsert) cells.splice(area.column, 0, ...new Array<CellValue>(area.columns).fill(""));
      else cells.splice(area.column, area.columns);
    }
  }

  #blank(area: Area): void {
    for (let row = area.row; row < area.row + area.rows; row++) {
      this.#rows[row]?.fill("", area.column, area.column + area.columns);
    }
  }

  #shiftFormulas({ area, shift }: CellShift): void {
    if (this.#formulas.size === 0) return;
    const isVertical = shift === "down" || shift === "up";
    const amount = (isVertical ? area.rows : area.columns) * (shift === "down" || shift === "right" ? 1 : -1);
    const moved = new Map<number, string>();
    for (const [key, formula] of this.#formulas) {
      const [row, column] = [Math.floor(key / SHEET_COLUMNS), key % SHEET_COLUMNS];
      const along = isVertical ? row - area.row : column - area.column;
      const across = isVertical ? column - area.column : row - area.row;
      const isInBand = across >= 0 && across < (isVertical ? area.columns : area.rows);
      if (!isInBand || along < 0) moved.set(key, formula);
      else if (amount > 0 || along >= -amount) {
        moved.set(cellNumber(row + (isVertical ? amount : 0), column + (isVertical ? 0 : amount)), formula);
      }
    }
    this.#formulas = moved;
  }
}

const cellNumber = (row: number, column: number): number => row * SHEET_COLUMNS + column;

function lastFilled(cells: Row): number {
  let last = cells.length - 1;
  while (last >= 0 && (cells[last] ?? "") === "") last--;
  return last;
}
