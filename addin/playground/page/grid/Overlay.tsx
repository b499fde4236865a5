import type { Area } from "../../host/snapshot";
import { COLUMN_HEADER, type Layout, ROW_HEADER } from "./layout";
import type { Cell } from "./selection";
import { useGridStyles } from "./styles";

interface Props {
  readonly layout: Layout;
  readonly areas: readonly Area[];
  readonly active: Cell;
}

/** The frames around what is selected. */
export function Overlay({ layout, areas, active }: Props) {
  const styles = useGridStyles();
  return (
    <div aria-hidden>
      {areas.map((area) => (
        <div key={`${area.row} ${area.column}`} className={styles.area} style={placeOf(layout, area)} />
      ))}
      <div className={styles.active} style={placeOf(layout, { ...active, rows: 1, columns: 1 })} />
    </div>
  );
}

/** In pixels of the scrolled content, which ends before the sheet does. */
export function placeOf({ rows, columns }: Layout, area: Area) {
  const [top, left] = [rows.offset(area.row), columns.offset(area.column)];
  const bottom = rows.offset(Math.min(area.row + area.rows, rows.count));
  const right = columns.offset(Math.min(area.column + area.columns, columns.count));
  return { top: COLUMN_HEADER + top, left: ROW_HEADER + left, width: right - left, height: bottom - top };
}
