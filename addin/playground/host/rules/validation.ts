import type { Area, CellValue, Validation, ValidationOperator } from "../snapshot";
import type { Workbook } from "../workbook";
import { parseAddress } from "./address";

/**
 * Whether Excel would let a user type `value` into a cell with this validation.
 *
 * Lists compare texts with regard to case when their choices are typed out, and without it when they are cells. Nothing is
 * calculated: a custom rule and a comparison with a formula that is no constant let everything pass.
 */
export function isValid(workbook: Workbook, home: string, value: CellValue, validation: Validation): boolean {
  const { rule, ignoreBlanks } = validation;
  if (rule.type === "None" || rule.type === "Custom") return true;
  if (value === "") return ignoreBlanks;
  if (rule.type === "List") return isChoice(workbook, home, value, rule.source);
  const measured = rule.type === "TextLength" ? String(value).length : value;
  if (typeof measured !== "number") return false;
  if (rule.type === "WholeNumber" && !Number.isInteger(measured)) return false;
  const [first, second] = [constant(rule.formula1), constant(rule.formula2 ?? "")];
  return first === null || compares(measured, rule.operator, first, second);
}

function isChoice(workbook: Workbook, home: string, value: CellValue, source: string): boolean {
  if (!source.startsWith("=")) return source.split(",").some((choice) => choice.trim() === String(value));
  const cells = sourceCells(workbook, home, source);
  if (!cells) return true;
  const wanted = String(value).toLowerCase();
  return workbook
    .readValues(cells.sheet, cells.area)
    .some((row) => row.some((choice) => choice !== "" && String(choice).toLowerCase() === wanted));
}

/** Null when the source is no plain reference, or its cells are gone. */
function sourceCells(workbook: Workbook, home: string, source: string): { sheet: string; area: Area } | null {
  const named = workbook.names().find(({ name }) => `=${name}`.toLowerCase() === source.toLowerCase());
  const parsed = parseAddress((named?.formula ?? source).slice(1));
  if (!parsed) return null;
  const wanted = parsed.sheet?.toLowerCase();
  const sheet = wanted === undefined ? home : workbook.sheets().find(({ name }) => name.toLowerCase() === wanted)?.id;
  return sheet === undefined ? null : { sheet, area: parsed.area };
}

function constant(formula: string): number | null {
  const number = Number(formula.replace(/^=/, ""));
  return formula.length > 1 && Number.isFinite(number) ? number : null;
}

function compares(value: number, operator: ValidationOperator, first: number, second: number | null): boolean {
  switch (operator) {
    case "Between":
      return value >= first && (second === null || value <= second);
    case "NotBetween":
      return value < first || (second !== null && value > second);
    case "EqualTo":
      return value === first;
    case "NotEqualTo":
      return value !== first;
    case "GreaterThan":
      return value > first;
    case "LessThan":
      return value < first;
    case "GreaterThanOrEqualTo":
      return value >= first;
    case "LessThanOrEqualTo":
      return value <= first;
  }
}
