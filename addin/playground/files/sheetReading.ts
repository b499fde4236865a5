import type { CellValue, SheetSnapshot } from "../host/snapshot";
import { AreaMerging } from "./areaMerging";
import type { ScannedCell } from "./cellScan";
import { scanCells } from "./cellScan";
import { formulaFromFile } from "./formulaText";
import { MAX_CELLS } from "./limits";
import { parseArea } from "./references";
import { FileProblem } from "./result";
import { moveFormula } from "./sharedFormula";
import { scanSheet } from "./sheetScan";
import { isTrue } from "./workbookPart";

/** A sheet's cells, and its part without them. */
export interface ReadCells extends Pick<SheetSnapshot, "values" | "formulas" | "spills" | "hiddenRows"> {
  head: string;
  tail: string;
  /** Formats by number, in areas; the default, 0, is not listed. */
  formats: AreaMerging["areas"];
  /** In points, by row from 0, where set by hand. */
  heights: Map<number, number>;
  hasRichText: boolean;
  /** Whether rows are grouped, or whole rows have a format of their own. */
  hasGroupedRows: boolean;
  hasRowFormats: boolean;
}

/** Reads a sheet part piece by piece. Rows end at their last value, and the sheet at its last row with one. */
export async function readCells(pieces: AsyncIterable<string>, strings: readonly string[]): Promise<ReadCells> {
  const formats = new AreaMerging();
  const shared = new Map<number, { row: number; column: number; formula: string }>();
  const cells: Omit<ReadCells, "head" | "tail" | "formats"> = {
    values: [],
    formulas: [],
    spills: [],
    hiddenRows: [],
    heights: new Map(),
    hasRichText: false,
    hasGroupedRows: false,
    hasRowFormats: false,
  };
  let size = 0;

  const around = await scanSheet(pieces, ({ row, attributes, body }) => {
    if (isTrue(attributes.get("hidden"))) cells.hiddenRows.push(row);
    if (isTrue(attributes.get("customHeight"))) cells.heights.set(row, Number(attributes.get("ht")));
    if (Number(attributes.get("outlineLevel") ?? 0) > 0) cells.hasGroupedRows = true;
    if (isTrue(attributes.get("customFormat"))) cells.hasRowFormats = true;
    const values: CellValue[] = [];
    scanCells(body, strings, (cell) => {
      formats.add(row, cell.column, cell.style);
      if (cell.hasRichText) cells.hasRichText = true;
      if (cell.value !== "") {
        while (values.length < cell.column) values.push("");
        values[cell.column] = cell.value;
      }
      if (cell.formula) addFormula(row, cell);
    });
    if (values.length === 0) return;
    size += values.length + Math.max(0, row - cells.values.length);
    if (size > MAX_CELLS) throw new FileProblem("tooLarge", { what: "cells", limit: MAX_CELLS });
    while (cells.values.length < row) cells.values.push([]);
    cells.values[row] = values;
  });

  cells.hiddenRows.sort((a, b) => a - b);
  return { ...cells, ...around, formats: formats.finish() };

  function addFormula(row: number, { column, formula }: ScannedCell): void {
    if (!formula) return;
    let text = formulaFromFile(formula.text);
    if (formula.kind === "shared" && formula.shared !== undefined) {
      const master = shared.get(formula.shared);
      if (text !== "") shared.set(formula.shared, { row, column, formula: text });
      else if (master) text = moveFormula(master.formula, row - master.row, column - master.column);
    }
    if (text === "") return;
    cells.formulas.push({ row, column, formula: `=${text}` });
    const area = formula.kind === "array" ? parseArea(formula.area ?? "") : null;
    if (area) cells.spills.push(area);
  }
}
