import type { CellValue } from "../../engine/index";
import { cellText } from "./text";

/** A value in the form that makes Excel keep it. */
export function typedValue(value: CellValue): CellValue {
  return typeof value === "string" ? cellText(value) : value;
}

/** The formula of a cell; null where it has none. Text that begins with `=` is its own value. */
export function formulaIn(value: CellValue, formula: CellValue): string | null {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula : null;
}
