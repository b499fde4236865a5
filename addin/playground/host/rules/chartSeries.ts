import type { Area, CellValue, ChartSeriesSnapshot } from "../snapshot";
import { formatAddress } from "./address";

export type SeriesBy = "Auto" | "Columns" | "Rows";

/**
 * The series that Excel makes of a block of cells: one for each column (or row) of numbers, named by the first row and
 * with the first column as categories where those hold texts, or the corner is blank.
 *
 * `Auto` takes the longer side as categories. `sheetName` is the name of the sheet that the cells are on.
 */
export function seriesOf(
  cells: readonly (readonly CellValue[])[],
  area: Area,
  sheetName: string,
  by: SeriesBy,
): ChartSeriesSnapshot[] {
  const isByRows = by === "Rows" || (by === "Auto" && area.columns > area.rows);
  const lines = isByRows ? cells : transposed(cells);
  const [length, count] = isByRows ? [area.columns, area.rows] : [area.rows, area.columns];
  const isCornerBlank = lines[0]?.[0] === "";
  const first = lines[0] ?? [];
  const hasCategories = count > 1 && (isCornerBlank || (length > 1 && first.slice(1).every(isLabel)));
  const heads = lines.slice(hasCategories ? 1 : 0).map((line) => line[0] ?? "");
  const hasNames = length > 1 && (isCornerBlank || heads.every(isLabel));
  const from = hasNames ? 1 : 0;

  const reference = (line: number, start: number, size: number): string => {
    const part = isByRows
      ? { row: area.row + line, rows: 1, column: area.column + start, columns: size }
      : { row: area.row + start, rows: size, column: area.column + line, columns: 1 };
    return `=${formatAddress(sheetName, part, true)}`;
  };
  const categories = hasCategories ? reference(0, from, length - from) : "";
  return Array.from({ length: count - (hasCategories ? 1 : 0) }, (_, index) => {
    const line = index + (hasCategories ? 1 : 0);
    return {
      name: hasNames ? reference(line, 0, 1) : `Series${index + 1}`,
      values: reference(line, from, length - from),
      categories,
      hasDataLabels: false,
    };
  });
}

const isLabel = (cell: CellValue): boolean => typeof cell === "string" && cell !== "";

function transposed(cells: readonly (readonly CellValue[])[]): CellValue[][] {
  return (cells[0] ?? []).map((_, column) => cells.map((row) => row[column] ?? ""));
}
