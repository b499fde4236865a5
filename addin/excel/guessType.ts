import {
  dateInText,
  emptyKind,
  ENGLISH_SIGNS,
  numberInText,
  yesOrNo,
  type CellValue,
  type FieldSpec,
  type NumberSigns,
} from "../../engine/index";
import { rangeOf } from "./cells";
import type { Source } from "./source";

type FieldType = FieldSpec["type"];

/** How many cells of a column are looked at. */
const MOST_ROWS = 200;

/** What most of the first cells of a column show: the type that a field would read it as; null where they are blank. */
export async function guessType(
  context: Excel.RequestContext,
  source: Source,
  position: number,
): Promise<FieldType | null> {
  const rows = Math.min(source.rows, MOST_ROWS);
  if (rows === 0) return null;
  const cells = rangeOf(context, source, 0, rows, position, 1).load("values, numberFormat");
  await context.sync();
  const counts = new Map<FieldType, number>();
  cells.values.forEach(([value], row) => {
    const type = typeOf(value as CellValue, String(cells.numberFormat[row]?.[0]));
    if (type) counts.set(type, (counts.get(type) ?? 0) + 1);
  });
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? null;
}

/** Whichever way numbers are written as text here. */
const SIGNS: readonly NumberSigns[] = [ENGLISH_SIGNS, { decimal: ",", group: "." }];

function typeOf(value: CellValue, format: string): FieldType | null {
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return isDateFormat(format) ? "date" : "number";
  if (emptyKind(value) !== null) return null;
  if (!Number.isNaN(dateInText(value, null))) return "date"; // also where day and month are not told apart
  if (SIGNS.some((signs) => !Number.isNaN(numberInText(value, signs)))) return "number";
  return yesOrNo(value) === null ? "text" : "boolean";
}

/** Whether a number format shows days, apart from quoted texts, colours and single signs. */
function isDateFormat(format: string): boolean {
  return /[dmy]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));
}
