import { mergeClasses } from "@fluentui/react-components";
import { columnLetters } from "../../host/rules/address";
import type { Area } from "../../host/snapshot";
import type { ShownColumn } from "./Row";
import { useGridStyles } from "./styles";

interface Props {
  readonly columns: readonly ShownColumn[];
  readonly areas: readonly Area[];
}

/** The letters above the columns. */
export function ColumnHeaders({ columns, areas }: Props) {
  const styles = useGridStyles();
  const isCurrent = (at: number): boolean =>
    areas.some(({ column, columns: count }) => at >= column && at < column + count);
  return (
    <div role="row" aria-rowindex={1} className={styles.columnHeaders}>
      <div aria-hidden className={styles.corner} />
      {columns.map(({ column, left, width }) => (
        <div
          key={column}
          role="columnheader"
          aria-colindex={column + 2}
          className={mergeClasses(styles.columnHeader, isCurrent(column) && styles.isCurrent)}
          style={{ left, width }}
        >
          {columnLetters(column)}
        </div>
      ))}
    </div>
  );
}
