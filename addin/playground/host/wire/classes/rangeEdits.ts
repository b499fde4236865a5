import { contains, intersect } from "../../rules/area";
import { checkCellsWritable, checkSheetWritable } from "../../rules/protection";
import { invalidArgument } from "../../rules/refusal";
import { shiftCells } from "../../rules/shiftCells";
import { breakSpills } from "../../rules/spill";
import { oneOf, truth, wholeNumber } from "../arguments";
import type { KeptCells } from "../keptReferences";
import type { Session } from "../session";
import { type Method } from "../wireClass";
import { cellsOf, rangeOn } from "./rangeRef";

/** Methods of `Excel.Range` that change the sheet. */
export const rangeEdits: Record<string, Method<KeptCells>> = {
  Insert(range, [shift], session) {
    const area = cellsOf(range);
    const direction = oneOf(shift, ["Down", "Right"]) === "Down" ? "down" : "right";
    shiftCells(session.workbook, range.sheet, { area, shift: direction });
    return rangeOn(range.sheet, area);
  },
  Delete(range, [shift], session) {
    const direction = oneOf(shift, ["Up", "Left"]) === "Up" ? "up" : "left";
    shiftCells(session.workbook, range.sheet, { area: cellsOf(range), shift: direction });
  },
  Clear(range, [applyTo], session) {
    const { workbook } = session;
    const area = cellsOf(range);
    const what = oneOf(
      applyTo,
      ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks", "ResetContents"],
      "All",
    );
    checkCellsWritable(workbook, range.sheet, area);
    if (what === "Hyperlinks" || what === "RemoveHyperlinks") return;
    if (what !== "Formats") clearAnchors(range, session);
    workbook.clear(range.sheet, area, what === "ResetContents" ? "Contents" : what);
    if (what === "All") {
      workbook.setMerges(
        range.sheet,
        workbook.merges(range.sheet).filter((merge) => !contains(area, merge)),
      );
    }
  },
  Select: (range, _args, { workbook }) => workbook.select(range.sheet, [cellsOf(range)]),
  Merge(range, [across], { workbook }) {
    const area = cellsOf(range);
    checkSheetWritable(workbook, range.sheet);
    if (workbook.tables().some((table) => table.sheet === range.sheet && intersect(table, area))) {
      invalidArgument("Cells of a table cannot be merged.");
    }
    const parts = truth(across, false)
      ? Array.from({ length: area.rows }, (_, row) => ({ ...area, row: area.row + row, rows: 1 }))
      : [area];
    const others = workbook.merges(range.sheet).filter((merge) => !intersect(merge, area));
    for (const part of parts) {
      const values = workbook.readValues(range.sheet, part).map((line) => line.map((): "" | null => ""));
      if (values[0]) values[0][0] = null;
      workbook.writeCells(range.sheet, part, { values, formulas: [] });
    }
    workbook.setMerges(range.sheet, [...others, ...parts.filter((part) => part.rows * part.columns > 1)]);
  },
  Unmerge(range, _args, { workbook }) {
    checkSheetWritable(workbook, range.sheet);
    const area = cellsOf(range);
    workbook.setMerges(
      range.sheet,
      workbook.merges(range.sheet).filter((merge) => !intersect(merge, area)),
    );
  },
  /** Asked by the client before it sends a large array in pieces. */
  _ValidateArraySize(range, [rows, columns]) {
    const area = cellsOf(range);
    if (wholeNumber(rows) !== area.rows || wholeNumber(columns) !== area.columns) {
      invalidArgument("The array does not have the shape of the range.");
    }
  },
};

/** Clearing an array's anchor takes the array away; clearing only what it fills does nothing to it. */
function clearAnchors(range: KeptCells, { workbook }: Session): void {
  const area = cellsOf(range);
  const anchors = workbook.spills(range.sheet).filter((spill) => contains(area, { ...spill, rows: 1, columns: 1 }));
  for (const spill of anchors) breakSpills(workbook, range.sheet, { ...spill, rows: 1, columns: 1 }, [["gone"]]);
}
