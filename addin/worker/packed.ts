import type { Block, CellValue, ColumnCells } from "../../engine/index";

/** Some columns of a block on their way to another thread: numbers go over without being copied, the rest is cloned. */
export interface PackedBlock {
  readonly size: number;
  readonly columns: readonly PackedColumn[];
}

interface PackedColumn {
  readonly position: number;
  /** One per row; 0 where the cell is no number. */
  readonly numbers: Float64Array<ArrayBuffer>;
  /** Rows whose cell is no number, and those cells. */
  readonly rows: Int32Array<ArrayBuffer>;
  readonly cells: readonly CellValue[];
}

/** Takes the cells at `positions` out of a block. */
export function pack(block: Block, positions: readonly number[]): PackedBlock {
  return { size: block.size, columns: positions.map((position) => packColumn(position, block.column(position))) };
}

function packColumn(position: number, { rows, index }: ColumnCells): PackedColumn {
  const numbers = new Float64Array(rows.length);
  const others = new Int32Array(rows.length);
  const cells: CellValue[] = [];
  for (let row = 0; row < rows.length; row++) {
    const cell = rows[row]?.[index] ?? "";
    if (typeof cell === "number") numbers[row] = cell;
    else others[cells.push(cell) - 1] = row;
  }
  return { position, numbers, rows: others.slice(0, cells.length), cells };
}

/** What can be handed over to the other thread instead of being copied. */
export function buffersOf({ columns }: PackedBlock): ArrayBuffer[] {
  return columns.flatMap(({ numbers, rows }) => [numbers.buffer, rows.buffer]);
}

/** The block as it was packed; columns that were not have no cells. */
export function unpack({ size, columns }: PackedBlock): Block {
  const unpacked = new Map(columns.map((column) => [column.position, unpackColumn(column)]));
  return { size, column: (position) => unpacked.get(position) ?? { rows: [], index: 0 } };
}

function unpackColumn({ numbers, rows: others, cells }: PackedColumn): ColumnCells {
  const rows = Array.from(numbers, (number): [CellValue] => [number]);
  others.forEach((row, i) => (rows[row] = [cells[i] ?? ""]));
  return { rows, index: 0 };
}
