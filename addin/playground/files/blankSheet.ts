import type { SheetSnapshot } from "../host/snapshot";

/** A visible sheet with these values and nothing else. */
export function blankSheet(name: string, values: SheetSnapshot["values"]): SheetSnapshot {
  return {
    name,
    visibility: "Visible",
    isProtected: false,
    values,
    formulas: [],
    numberFormats: [],
    styles: [],
    columnWidths: {},
    hiddenRows: [],
    hiddenColumns: [],
    merges: [],
    spills: [],
    tables: [],
    conditionalFormats: [],
    filter: null,
  };
}
