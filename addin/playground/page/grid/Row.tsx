import { mergeClasses } from "@fluentui/react-components";
import { memo } from "react";
import { columnLetters } from "../../host/rules/address";
import type { CellView } from "../messages";
import { useGridStyles } from "./styles";

/** A column that is on the screen. */
export interface ShownColumn {
  readonly column: number;
  readonly left: number;
  readonly width: number;
}

interface Props {
  readonly row: number;
  readonly top: number;
  readonly columns: readonly ShownColumn[];
  readonly pieces: readonly { readonly first: number; readonly cells: readonly (CellView | null)[] }[];
  /** First and last column of the selection in this row. */
  readonly from: number;
  readonly to: number;
}

export const cellId = (row: number, column: number): string => `cell-${columnLetters(column)}${row + 1}`;

/** One row of the grid: its number, and the cells that are on the screen. */
export const Row = memo(function Row({ row, top, columns, pieces, from, to }: Props) {
  const styles = useGridStyles();
  const isCurrent = to >= from;
  return (
    <div role="row" aria-rowindex={row + 2} className={styles.row} style={{ top }}>
      <div role="rowheader" aria-colindex={1} className={mergeClasses(styles.rowHeader, isCurrent && styles.isCurrent)}>
        {row + 1}
      </div>
      {columns.map(({ column, left, width }) => {
        const piece = pieces.find(({ first, cells }) => column >= first && column < first + cells.length);
        const cell = piece?.cells[column - piece.first];
        return (
          <div
            key={column}
            role="gridcell"
            id={cellId(row, column)}
            aria-colindex={column + 2}
            aria-selected={column >= from && column <= to}
            className={mergeClasses(styles.cell, cell?.table && styles[TABLE[cell.table]])}
            style={{ left, width, ...(cell && lookOf(cell)) }}
          >
            {cell?.text}
          </div>
        );
      })}
    </div>
  );
});

const TABLE = { header: "tableHeader", odd: "tableOdd", even: "tableEven" } as const;

function lookOf({ align, fill, color, bold }: CellView): React.CSSProperties {
  return {
    textAlign: align,
    ...(fill && { backgroundColor: fill, color: color ?? "#000000" }),
    ...(color && { color }),
    ...(bold && { fontWeight: 600 }),
  };
}
