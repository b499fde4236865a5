import type { Area, CellValue, ConditionalFormatSnapshot } from "../host/snapshot";

/** How a cell looks by the rules that compare its value. */
export interface Look {
  fill?: string;
  color?: string;
  bold?: boolean;
}

type Compare = (value: CellValue, one: CellValue, two: CellValue) => boolean;

/**
 * The look that a sheet's `CellValue` rules give a cell: the first rule that holds decides each property, as in Excel.
 * Only rules whose operands are constants (`="Tier 1"`, `=100`) hold; all others, and other kinds, are not drawn.
 */
export function conditionalLook(
  rules: readonly ConditionalFormatSnapshot[],
  row: number,
  column: number,
  value: CellValue,
): Look {
  const look: Look = {};
  for (const { areas, rule, stopIfTrue } of rules) {
    if (rule.type !== "CellValue" || !areas.some((area) => isIn(area, row, column))) continue;
    const one = constant(rule.formula1);
    const two = rule.formula2 === undefined ? "" : constant(rule.formula2);
    if (one === null || two === null || !COMPARISONS[rule.operator]?.(value, one, two)) continue;
    look.fill ??= rule.fill;
    look.color ??= rule.color;
    look.bold ??= rule.bold;
    if (stopIfTrue) break;
  }
  return look;
}

const COMPARISONS: Readonly<Record<string, Compare>> = {
  EqualTo: (value, one) => order(value, one) === 0,
  NotEqualTo: (value, one) => order(value, one) !== 0,
  GreaterThan: (value, one) => order(value, one) > 0,
  GreaterThanOrEqual: (value, one) => order(value, one) >= 0,
  LessThan: (value, one) => order(value, one) < 0,
  LessThanOrEqual: (value, one) => order(value, one) <= 0,
  Between: (value, one, two) => order(value, one) >= 0 && order(value, two) <= 0,
  NotBetween: (value, one, two) => order(value, one) < 0 || order(value, two) > 0,
};

/** Excel's order: numbers before text before TRUE and FALSE, text without regard to case. */
function order(a: CellValue, b: CellValue): number {
  if (typeof a !== typeof b) return KINDS.indexOf(typeof a) - KINDS.indexOf(typeof b);
  const [one, two] = typeof a === "string" ? [a.toLowerCase(), String(b).toLowerCase()] : [a, b];
  return one === two ? 0 : one < two ? -1 : 1;
}

const KINDS = ["number", "string", "boolean"];

/** The value of `="text"`, `=12.5` or `=TRUE`, with or without the sign; null for what would have to be calculated. */
function constant(formula: string): CellValue | null {
  const bare = formula.replace(/^=/, "").trim();
  if (/^"(?:[^"]|"")*"$/.test(bare)) return bare.slice(1, -1).replaceAll('""', '"');
  if (/^(?:true|false)$/i.test(bare)) return bare.toLowerCase() === "true";
  return bare !== "" && Number.isFinite(Number(bare)) ? Number(bare) : null;
}

function isIn(area: Area, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}
