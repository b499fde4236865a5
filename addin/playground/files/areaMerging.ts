import type { Area } from "../host/snapshot";

/**
 * Joins cells of equal `key` into areas while a sheet is read row by row: neighbours in a row become a run, and equal
 * runs in rows that follow each other become one area. Key 0 is the default and makes no area.
 */
export class AreaMerging {
  readonly areas: (Area & { key: number })[] = [];
  private open = new Map<number, Area & { key: number }>();
  private continued = new Map<number, Area & { key: number }>();
  private row = -1;
  private run: { column: number; columns: number; key: number } | null = null;

  /** Cells, or pieces of a row `columns` wide, must come in reading order; a row may be skipped. */
  add(row: number, column: number, key: number, columns = 1): void {
    if (row !== this.row) this.startRow(row);
    const run = this.run;
    if (run && run.key === key && run.column + run.columns === column) {
      run.columns += columns;
      return;
    }
    this.endRun();
    if (key !== 0) this.run = { column, columns, key };
  }

  /** All areas, in order of their first cell. */
  finish(): (Area & { key: number })[] {
    this.startRow(-1);
    return this.areas.sort((a, b) => a.row - b.row || a.column - b.column);
  }

  private startRow(row: number): void {
    this.endRun();
    this.open = row === this.row + 1 ? this.continued : new Map();
    this.continued = new Map();
    this.row = row;
  }

  private endRun(): void {
    if (!this.run) return;
    const { column, columns, key } = this.run;
    this.run = null;
    const above = this.open.get(column);
    if (above && above.columns === columns && above.key === key) {
      above.rows++;
      this.continued.set(column, above);
      return;
    }
    const area = { row: this.row, column, rows: 1, columns, key };
    this.areas.push(area);
    this.continued.set(column, area);
  }
}

/** Areas with new keys, joined again where neighbours became equal; `newKey` of 0 drops an area. */
export function mergeAreas(
  areas: readonly (Area & { key: number })[],
  newKey: (key: number) => number,
): (Area & { key: number })[] {
  const merging = new AreaMerging();
  const rows = new RowAreas(areas);
  for (const row of rows.numbers()) {
    for (const { column, columns, key } of rows.at(row)) merging.add(row, column, newKey(key), columns);
  }
  return merging.finish();
}

/** Finds the areas that cross a row, for rows asked in ascending order. */
export class RowAreas<A extends Area> {
  private readonly areas: A[];
  private next = 0;
  private crossing: A[] = [];

  constructor(areas: readonly A[]) {
    this.areas = [...areas].sort((a, b) => a.row - b.row || a.column - b.column);
  }

  /** From left to right. */
  at(row: number): readonly A[] {
    let isChanged = false;
    if (this.crossing.some((area) => area.row + area.rows <= row)) {
      this.crossing = this.crossing.filter((area) => area.row + area.rows > row);
    }
    for (let area = this.areas[this.next]; area && area.row <= row; area = this.areas[++this.next]) {
      if (area.row + area.rows <= row) continue;
      this.crossing.push(area);
      isChanged = true;
    }
    if (isChanged) this.crossing.sort((a, b) => a.column - b.column);
    return this.crossing;
  }

  /** The rows that some area crosses, ascending. */
  *numbers(): Generator<number> {
    let after = 0;
    for (const { row, rows } of this.areas) {
      for (let at = Math.max(row, after); at < row + rows; at++) yield at;
      after = Math.max(after, row + rows);
    }
  }
}
