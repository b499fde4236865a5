import type { Cell, CellStyle as FileStyle, Sheet, SheetChart, WriteSheet } from "hucre";
import { writeXlsx } from "hucre/xlsx";
import type { SheetSnapshot, WorkbookSnapshot } from "../host/snapshot";
import { widthInCharacters } from "./columnWidth";
import { conditionalRulesForFile } from "./conditionalFormats";
import type { OpenWorkbook } from "./openWorkbook";
import { areaName } from "./references";
import { lookForFile } from "./sheetLook";
import { tablesForFile } from "./tables";
import type { Archive } from "./zipReading";
import { openArchive } from "./zipReading";

/**
 * A workbook as hucre writes it, without its cells: the parts around them, which `writeWorkbook` completes.
 *
 * `styles` are the formats of the cells; each stands once in column A of the first sheet, so that `formatNumbers` finds
 * out which number it got. `original` gives what a snapshot does not hold: split panes, margins, links, notes, properties.
 */
export async function writeSkeleton(
  snapshot: WorkbookSnapshot,
  styles: readonly FileStyle[],
  original: OpenWorkbook | undefined,
): Promise<Archive> {
  const before = original?.frame.workbook;
  const hasSpills = snapshot.sheets.some(({ spills }) => spills.length > 0);
  const { modified: _modified, ...properties } = before?.properties ?? {};
  const bytes = await writeXlsx({
    sheets: snapshot.sheets.map((sheet, at) => {
      const cells = new Map<string, Partial<Cell>>();
      const same = original?.frame.sheets.find((candidate) => candidate?.name === sheet.name);
      for (const [key, { value, hyperlink, comment }] of same?.cells ?? []) {
        if (hyperlink || comment) cells.set(key, { value, hyperlink, comment });
      }
      if (at === 0) {
        styles.forEach((style, row) => cells.set(`${row},0`, { ...cells.get(`${row},0`), style }));
        // Makes hucre announce the parts for shared texts and, where there are any, for dynamic arrays.
        cells.set(`${styles.length},1`, { value: "text" });
        if (hasSpills) cells.set(`${styles.length},2`, { value: 1, formula: "1", formulaDynamic: true });
      }
      return { ...sheetFrame(sheet, same), cells };
    }),
    activeSheet: Math.max(
      0,
      snapshot.sheets.findIndex(({ name }) => name === snapshot.activeSheet),
    ),
    dateSystem: snapshot.date1904 ? "1904" : "1900",
    properties,
    ...(before?.defaultFont && { defaultFont: before.defaultFont }),
    ...(before?.workbookProtection && { workbookProtection: before.workbookProtection }),
  });
  return openArchive(bytes);
}

function sheetFrame(sheet: SheetSnapshot, original: Sheet | undefined): WriteSheet {
  const filter = sheet.filter;
  return {
    name: sheet.name,
    rows: [],
    columns: columnsForFile(sheet),
    merges: sheet.merges.map(({ row, column, rows, columns }) => ({
      startRow: row,
      startCol: column,
      endRow: row + rows - 1,
      endCol: column + columns - 1,
    })),
    tables: tablesForFile(sheet, original),
    conditionalRules: conditionalRulesForFile(sheet.conditionalFormats),
    ...(filter && { autoFilter: { range: areaName(filter) } }),
    ...(sheet.isProtected && { protection: { ...original?.protection, sheet: true } }),
    ...(sheet.visibility === "Hidden" && { hidden: true }),
    ...(sheet.visibility === "VeryHidden" && { veryHidden: true }),
    ...(original && {
      ...(sheet.frozenRows + sheet.frozenColumns === 0 && { splitPane: original.splitPane }),
      headerFooter: original.headerFooter,
      rowBreaks: original.rowBreaks,
      colBreaks: original.colBreaks,
    }),
    ...lookForFile(sheet, original),
    ...(sheet.charts.length > 0 && { charts: sheet.charts.map(() => CHART_STAND_IN) }),
  };
}

/** Makes hucre announce the parts of a chart, which `writeWorkbook` puts in. */
const CHART_STAND_IN: SheetChart = {
  type: "column",
  series: [{ values: "A1" }],
  anchor: { from: { row: 0, col: 0 } },
};

function columnsForFile({ columnWidths, hiddenColumns }: SheetSnapshot): NonNullable<WriteSheet["columns"]> {
  const hidden = new Set(hiddenColumns);
  const widths = new Map(Object.entries(columnWidths).map(([column, pixels]) => [Number(column), pixels]));
  const count = Math.max(-1, ...widths.keys(), ...hiddenColumns) + 1;
  return Array.from({ length: count }, (_, column) => {
    const pixels = widths.get(column);
    return {
      ...(pixels !== undefined && { width: widthInCharacters(pixels) }),
      ...(hidden.has(column) && { hidden: true }),
    };
  });
}
