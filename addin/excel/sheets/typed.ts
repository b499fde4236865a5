import type { CellValue } from "../../../engine/index";
import { cellText } from "../text";

/** Cells in the form in which they are typed, so that Excel keeps just them: formulas as they are, text through `cellText`. */
export type TypedGrid = readonly (readonly CellValue[])[];

export function typedValue(value: CellValue): CellValue {
  return typeof value === "string" ? cellText(value) : value;
}

/** What a cell shows of what was typed into it. */
export function shownOf(typed: CellValue): CellValue {
  return typeof typed === "string" && typed.startsWith("'") ? typed.slice(1) : typed;
}

/** What stands in a range whose values and formulas were loaded. */
export function typedCells({ values, formulas }: Pick<Excel.Range, "values" | "formulas">): CellValue[][] {
  return values.map((row: CellValue[], at) =>
    row.map((value, column) => {
      const formula = (formulas as CellValue[][])[at]?.[column] ?? "";
      // Text that begins with `=` is its own value; a formula is not.
      const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
      return isFormula ? formula : typedValue(value);
    }),
  );
}
