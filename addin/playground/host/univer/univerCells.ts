import type { ICellData, Nullable } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import type { Sliced } from "../../../slices";
import type { Cells, FormulaCell } from "../model/sheetParts";
import { intersect } from "../rules/area";
import type { Area, CellValue } from "../snapshot";
import { cellOf, hasFormula, isFilled, valueOf } from "./cellData";
import type { CellMatrix, SheetData } from "./sheetData";
import { longReferences } from "./structuredReferences";

/** Values and formulas of a sheet in Univer, read straight from where it stores them and written by its mutations. */
export class UniverCells implements Cells {
  constructor(
    readonly data: SheetData,
    /** The name of the table that a cell is in. */
    readonly tableAt: (row: number, column: number) => string | undefined,
  ) {}

  used(): Area | null {
    const { used } = this.data.scan;
    return used && { ...used };
  }

  value(row: number, column: number): CellValue {
    const cell = this.data.matrix[row]?.[column];
    return isFilled(cell) ? valueOf(cell) : valueOf(this.#spilled[row]?.[column]);
  }

  values(area: Area): CellValue[][] {
    const { matrix } = this.data;
    const end = area.column + area.columns;
    const rows = Array.from({ length: area.rows }, (_, index) => {
      const line = matrix[area.row + index];
      const values = new Array<CellValue>(area.columns).fill("");
      if (!line) return values;
      for (let column = area.column; column < end; column++) {
        const cell = line[column];
        if (cell) values[column - area.column] = valueOf(cell);
      }
      return values;
    });
    this.#addSpilled(rows, area);
    return rows;
  }

  formula(row: number, column: number): string | undefined {
    const cell = this.data.matrix[row]?.[column];
    return hasFormula(cell) ? this.#formulaOf(row, column, cell) : undefined;
  }

  *formulasIn(area: Area): Generator<FormulaCell> {
    const { matrix, scan } = this.data;
    const searched = scan.hasFormulas && scan.used ? intersect(scan.used, area) : null;
    if (!searched) return;
    for (let row = searched.row; row < searched.row + searched.rows; row++) {
      const line = matrix[row];
      if (!line) continue;
      for (let column = searched.column; column < searched.column + searched.columns; column++) {
        const cell = line[column];
        if (hasFormula(cell)) yield { row, column, formula: this.#formulaOf(row, column, cell) };
      }
    }
  }

  write(area: Area, values: (CellValue | null)[][], formulas: readonly FormulaCell[] = []): void {
    const cells: CellMatrix = {};
    for (let row = 0; row < area.rows; row++) {
      const line: CellMatrix[number] = {};
      values[row]?.forEach((value, column) => {
        if (value !== null && column < area.columns) line[area.column + column] = cellOf(value);
      });
      cells[area.row + row] = line;
    }
    for (const { row, column, formula } of formulas) {
      const line = (cells[area.row + row] ??= {});
      const cell = line[area.column + column] ?? cellOf(0);
      line[area.column + column] = {
        ...cell,
        f: longReferences(formula, this.tableAt(area.row + row, area.column + column)),
      };
    }
    this.data.makeRoom(area);
    this.data.setCells(cells);
  }

  mapFormulas(change: (formula: string) => string): void {
    const cells: CellMatrix = {};
    const { matrix } = this.data;
    const { used } = this.data.scan;
    for (const { row, column, formula } of used ? this.formulasIn(used) : []) {
      const changed = change(formula);
      // Without its result the cell would be blank until it is calculated.
      const { v, t } = matrix[row]?.[column] ?? {};
      if (changed !== formula) (cells[row] ??= {})[column] = { v, t, f: changed, si: null };
    }
    if (Object.keys(cells).length > 0) this.data.setCells(cells);
  }

  clear(area: Area): void {
    const { matrix, scan } = this.data;
    const filled = scan.used && intersect(scan.used, area);
    if (!filled) return;
    const cells: CellMatrix = {};
    for (let row = filled.row; row < filled.row + filled.rows; row++) {
      for (let column = filled.column; column < filled.column + filled.columns; column++) {
        if (matrix[row]?.[column]) (cells[row] ??= {})[column] = cellOf("");
      }
    }
    this.data.setCells(cells);
  }

  *snapshotValues(): Sliced<CellValue[][]> {
    const used = this.used();
    const values: CellValue[][] = [];
    if (!used) return values;
    const [end, columns] = [used.row + used.rows, used.column + used.columns];
    for (let row = 0; row < end; row += BLOCK) {
      const lines = this.values({ row, column: 0, rows: Math.min(BLOCK, end - row), columns });
      for (const line of lines) {
        while (line.length > 0 && line[line.length - 1] === "") line.pop();
        values.push(line);
      }
      yield;
    }
    while (values.length > 0 && values[values.length - 1]?.length === 0) values.pop();
    return values;
  }

  snapshotFormulas(): FormulaCell[] {
    const used = this.used();
    return used ? [...this.formulasIn(used)] : [];
  }

  #formulaOf(row: number, column: number, cell: Nullable<ICellData>): string {
    const { unit, sheet } = this.data;
    return cell?.f ?? unit.service(FormulaDataModel).getFormulaStringByCell(row, column, sheet, unit.id) ?? "";
  }

  /** What formulas that fill several cells have put into cells that hold nothing themselves. */
  get #spilled(): CellMatrix {
    const { unit, sheet } = this.data;
    const all = unit.service(FormulaDataModel).getArrayFormulaCellData();
    return (all[unit.id]?.[sheet] ?? {}) as CellMatrix; // its type does not say that they are cells
  }

  #addSpilled(rows: CellValue[][], area: Area): void {
    const spilled = this.#spilled;
    for (const row of Object.keys(spilled).map(Number)) {
      const values = rows[row - area.row];
      const line = spilled[row] ?? {};
      for (const column of Object.keys(line).map(Number)) {
        if (values?.[column - area.column] === "") values[column - area.column] = valueOf(line[column]);
      }
    }
  }
}

/** So many rows are read in a few milliseconds. */
const BLOCK = 1_000;
