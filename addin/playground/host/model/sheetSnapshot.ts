import type { Sliced } from "../../../slices";
import type { SheetSnapshot } from "../snapshot";
import type { CellFormat } from "../workbook";
import type { SheetParts } from "./sheetParts";

/** The sheet as plain data of its own. */
export function* sheetSnapshot(sheet: SheetParts): Sliced<SheetSnapshot> {
  const ascending = (numbers: ReadonlySet<number>): number[] => [...numbers].sort((a, b) => a - b);
  const { page, merges, spills, tables, conditionalFormats, charts, filter } = sheet;
  const validations = sheet.validations.list.map(({ area, value }) => ({ ...area, ...value }));
  const values = yield* sheet.cells.snapshotValues();
  const formulas = sheet.cells.snapshotFormulas();
  yield;
  const numberFormats = sheet.numberFormats.list.map(({ area, value }) => ({ ...area, format: value }));
  yield;
  const styles = sheet.formats.list.map(({ area, value }) => ({ ...area, ...keptStyle(value) })).filter(hasStyle);
  yield;
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    isProtected: sheet.isProtected,
    tabColor: sheet.tabColor,
    showsGridlines: sheet.showsGridlines,
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    values,
    formulas,
    numberFormats,
    styles,
    columnWidths: Object.fromEntries(sheet.sizes("columns")),
    rowHeights: Object.fromEntries(sheet.sizes("rows")),
    hiddenRows: ascending(sheet.hidden("rows")),
    hiddenColumns: ascending(sheet.hidden("columns")),
    ...structuredClone({
      page,
      merges: [...merges],
      spills: [...spills],
      tables: [...tables],
      validations,
      conditionalFormats: [...conditionalFormats],
      charts: [...charts],
      filter,
    }),
  };
}

function keptStyle({ fill, color, bold }: CellFormat): CellFormat {
  return {
    ...(fill !== undefined && { fill }),
    ...(color !== undefined && { color }),
    ...(bold !== undefined && { bold }),
  };
}

const hasStyle = (style: CellFormat): boolean =>
  style.fill !== undefined || style.color !== undefined || style.bold !== undefined;
