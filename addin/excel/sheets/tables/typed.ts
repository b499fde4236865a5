import type { CellValue } from "../../../../engine/index";
import { formulaIn, typedValue } from "../../typedValue";

/** Cells in the form in which they are typed, so that Excel keeps just them: formulas as they are, text through `cellText`. */
export type TypedGrid = readonly (readonly CellValue[])[];

/** What a cell shows of what was typed into it. */
export function shownOf(typed: CellValue): CellValue {
  return typeof typed === "string" && typed.startsWith("'") ? typed.slice(1) : typed;
}

/** What stands in a range whose values and formulas were loaded. */
export function typedCells({ values, formulas }: Pick<Excel.Range, "values" | "formulas">): CellValue[][] {
  return values.map((row: CellValue[], at) =>
    row.map((value, column) => {
      const formula = (formulas as CellValue[][])[at]?.[column] ?? "";
      return formulaIn(value, formula) ?? typedValue(value);
    }),
  );
}
