import type { ICellData, IColumnData, IObjectMatrixPrimitiveType, IRowData, Nullable, Worksheet } from "@univerjs/core";
import type { Area } from "../snapshot";
import { type Scan, scanned, someFormula, withWritten } from "./scan";
import type { Unit } from "./unit";

export type CellMatrix = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

/** One sheet of the unit as it is stored, and how big it is. */
export class SheetData {
  #collected: CellMatrix | null = null;
  #scanned: { revision: number; scan: Scan } | null = null;

  constructor(
    readonly unit: Unit,
    readonly sheet: string,
  ) {}

  get worksheet(): Worksheet {
    return this.unit.worksheet(this.sheet);
  }

  get matrix(): CellMatrix {
    return this.worksheet.getCellMatrix().getMatrix();
  }

  get rows(): Record<number, Partial<IRowData> | undefined> {
    return this.worksheet.getRowManager().getRowData();
  }

  get columns(): Record<number, Partial<IColumnData> | undefined> {
    return this.worksheet.getColumnManager().getColumnData();
  }

  run(command: string, params: object): void {
    this.unit.run(command, { subUnitId: this.sheet, ...params });
  }

  setCells(cells: CellMatrix): void {
    this.#write(cells, this.scan.hasFormulas || someFormula(cells) ? null : LEAVES_FORMULAS);
  }

  #write(cells: CellMatrix, trigger: string | null): void {
    const before = this.#scanned?.revision === this.#revision ? this.#scanned.scan : null;
    this.run("sheet.mutation.set-range-values", { cellValue: cells, ...(trigger !== null && { trigger }) });
    const scan = before && withWritten(before, cells);
    this.#scanned = scan && { revision: this.#revision, scan };
  }

  /** Styles only; within `styleTogether` they wait for its end. */
  setStyles(cells: CellMatrix): void {
    const collected = this.#collected;
    if (!collected) return this.#write(cells, LEAVES_VALUES);
    for (const row of Object.keys(cells).map(Number)) {
      const line = (collected[row] ??= {});
      for (const [column, cell] of Object.entries(cells[row] ?? {}) as [string, ICellData][]) {
        line[Number(column)] = { s: { ...styleOf(line[Number(column)]), ...styleOf(cell) } };
      }
    }
  }

  /** Univer looks through the whole sheet with each change of cells: one is better than several. */
  styleTogether(work: () => void): void {
    if (this.#collected) return work();
    const collected: CellMatrix = (this.#collected = {});
    try {
      work();
    } finally {
      this.#collected = null;
      if (Object.keys(collected).length > 0) this.#write(collected, LEAVES_VALUES);
    }
  }

  /** What the cells are as a whole. */
  get scan(): Scan {
    if (this.#scanned?.revision !== this.#revision) {
      this.#scanned = { revision: this.#revision, scan: scanned(this.matrix, this.size) };
    }
    return this.#scanned.scan;
  }

  get #revision(): number {
    return this.unit.cellRevision(this.sheet);
  }

  get size(): { rows: number; columns: number } {
    return { rows: this.worksheet.getRowCount(), columns: this.worksheet.getColumnCount() };
  }

  /** Makes the grid reach to the area's end. */
  makeRoom(area: Area): void {
    const { rows, columns } = this.size;
    if (area.row + area.rows > rows) {
      this.run("sheet.mutation.set-worksheet-row-count", { rowCount: area.row + area.rows });
    }
    if (area.column + area.columns > columns) {
      this.run("sheet.mutation.set-worksheet-column-count", { columnCount: area.column + area.columns });
    }
  }
}

/**
 * Told that a change comes from these commands, Univer does not look through all cells of all sheets for formulas that
 * it could concern. What depends on changed values is calculated all the same.
 */
const LEAVES_FORMULAS = "sheet.command.set-range-custom-metadata";
const LEAVES_VALUES = "sheet.command.set-style";

/** Changes of a style are written out, never named. */
const styleOf = (cell: Nullable<ICellData>): object => (typeof cell?.s === "object" && cell.s) || {};
