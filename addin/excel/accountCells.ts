import { accountKey, emptyKind, textOf, type Block, type CellValue } from "../../engine/index";

/** The cells of the account column as they were read: who stands in which row. */
export class AccountCells {
  /** Of several columns the first one that is not blank names the account. */
  readonly #columns: readonly CellValue[][];

  constructor(
    readonly positions: readonly number[],
    rows: number,
  ) {
    this.#columns = positions.map(() => new Array<CellValue>(rows).fill(""));
  }

  /** Takes a block whose first row is row `from`. */
  read(block: Block, from: number): void {
    this.positions.forEach((position, i) => {
      const cells = this.#columns[i] ?? [];
      const { rows, index } = block.column(position);
      for (let at = 0; at < rows.length; at++) cells[from + at] = rows[at]?.[index] ?? "";
    });
  }

  /** The name as it was written; `""` where a row names nobody. */
  nameAt(row: number): string {
    for (const cells of this.#columns) {
      const text = textOf(cells[row] ?? "");
      if (emptyKind(text) === null) return text;
    }
    return "";
  }

  /** Whether a cell of the first column is just what it was. */
  isSame(row: number, cell: CellValue): boolean {
    return cell === (this.#columns[0]?.[row] ?? "");
  }

  /** Whether a cell of the first column still names the account that stood in a row, perhaps in another spelling. */
  isAt(row: number, cell: CellValue): boolean {
    const before = this.#columns[0]?.[row] ?? "";
    return cell === before || accountKey(cell) === accountKey(before);
  }
}
