import type { SheetSnapshot, WorkbookSnapshot } from "../host/snapshot";

/** The parts of a sheet that may be as long as it has rows. */
const LONG = ["values", "formulas", "numberFormats", "styles"] as const;

/** Some items of a list of the sheet with this number. */
export interface Piece {
  sheet: number;
  part: (typeof LONG)[number];
  items: unknown[];
}

/** The workbook without its long lists. */
export function outlineOf(workbook: WorkbookSnapshot): WorkbookSnapshot {
  const emptied = (sheet: SheetSnapshot): SheetSnapshot => ({
    ...sheet,
    ...{ values: [], formulas: [], numberFormats: [], styles: [] },
  });
  return { ...workbook, sheets: workbook.sheets.map(emptied) };
}

/** The long lists, each piece small enough to be sent in a few milliseconds. */
export function* piecesOf({ sheets }: WorkbookSnapshot): Generator<Piece> {
  for (const [sheet, lists] of sheets.entries()) {
    for (const part of LONG) {
      for (let at = 0; at < lists[part].length; at += ITEMS) {
        yield { sheet, part, items: lists[part].slice(at, at + ITEMS) };
      }
    }
  }
}

const ITEMS = 1_000;
