import type { CellValue, SheetSnapshot, WorkbookSnapshot } from "./snapshot";

/** A sheet that holds only these values, and whatever else is given. */
export function sheetOf(name: string, values: CellValue[][] = [], more: Partial<SheetSnapshot> = {}): SheetSnapshot {
  return {
    name,
    visibility: "Visible",
    isProtected: false,
    tabColor: "",
    showsGridlines: true,
    frozenRows: 0,
    frozenColumns: 0,
    page: { orientation: "Portrait", zoom: { scale: 100 } },
    values,
    formulas: [],
    numberFormats: [],
    styles: [],
    columnWidths: {},
    rowHeights: {},
    hiddenRows: [],
    hiddenColumns: [],
    merges: [],
    spills: [],
    tables: [],
    validations: [],
    conditionalFormats: [],
    charts: [],
    filter: null,
    ...more,
  };
}

/** A workbook of these sheets, the first one in front. */
export function workbookOf(sheets: SheetSnapshot[], more: Partial<WorkbookSnapshot> = {}): WorkbookSnapshot {
  return { sheets, activeSheet: sheets[0]?.name ?? "", names: [], settings: {}, date1904: false, ...more };
}
