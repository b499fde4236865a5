import type { CellValue } from "../snapshot";
import { type Culture } from "./culture";
import { invalidArgument } from "./refusal";
import { dateInText } from "./typedDate";

/** The most characters one cell holds. */
export const MAX_TEXT = 32_767;

/** What typing a text leaves in a cell. `format` is the number format that Excel gives a cell that was General. */
export interface TypedCell {
  value: CellValue;
  formula?: string;
  format?: string;
}

export interface TypingContext {
  culture: Culture;
  date1904: boolean;
  /** For texts without a year, such as "1-2". */
  thisYear: number;
}

/**
 * Excel's reading of a text that is typed into a cell, which is also what assigning it to `Range.values` does.
 *
 * `=…` and `+…`/`-…` that are no numbers are formulas; a leading apostrophe makes text and is dropped; numbers, percent,
 * money, dates, times, TRUE/FALSE lose their text form. In a cell formatted `@` every text stays as it is.
 * Refused: more than 32,767 characters, and a leading `@`.
 */
export function typeText(text: string, format: string, context: TypingContext): TypedCell {
  if (text.length > MAX_TEXT) invalidArgument("A cell holds at most 32,767 characters.");
  const first = text.charCodeAt(0);
  if (first === 39 /* ' */) return { value: text.slice(1) };
  if (format === "@") return { value: text };
  if (first === 61 /* = */ && text.length > 1) return { value: 0, formula: text };
  if (first === 64 /* @ */ && text.length > 1) invalidArgument(`"${text}" is not a valid formula.`);
  if (!couldBeRetyped(first, text)) return { value: text };
  const retyped = retype(text.trim(), context);
  if (retyped) return retyped;
  const isFormula = (first === 43 /* + */ || first === 45) /* - */ && text.trim().length > 1;
  return isFormula ? { value: "#NAME?", formula: `=${text}` } : { value: text };
}

/** Cheap refusal of the many texts that are just words: only these beginnings are looked at closely. */
function couldBeRetyped(first: number, text: string): boolean {
  const isLetter = (first >= 97 && first <= 122) || (first >= 65 && first <= 90);
  if (isLetter) return text.length <= 18 && /^(true|false|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(text);
  return first < 128 || first === 0x20ac /* € */ || first === 0xa3; /* £ */
}

function retype(text: string, context: TypingContext): TypedCell | null {
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === "true" };
  return numberInText(text, context.culture) ?? dateInText(text, context);
}

function numberInText(text: string, culture: Culture): TypedCell | null {
  const decimal = culture.decimalSeparator;
  const group = culture.groupSeparator;
  const isBracketed = /^\(.+\)$/.test(text);
  const bare = isBracketed ? text.slice(1, -1) : text;
  const parts = /^([+-]?)([$€£]?)([+-]?)([^%$€£]*?)(%?)$/.exec(bare.replaceAll(" ", ""));
  if (!parts || (isBracketed && /^[+-]/.test(bare))) return null;
  const [, sign = "", currency = "", innerSign = "", digits = "", percent = ""] = parts;
  if ((sign && innerSign) || /\d \d/.test(bare)) return null;
  const escaped = (sign_: string): string => sign_.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const shape = new RegExp(
    `^(?:\\d+|\\d{1,3}(?:${escaped(group)}\\d{3})+)?(?:${escaped(decimal)}\\d*)?(?:[eE][+-]?\\d+)?$`,
  );
  if (!/\d/.test(digits) || !shape.test(digits) || /^[eE]/.test(digits)) return null;
  const plain = Number(digits.replaceAll(group, "").replace(decimal, "."));
  const isNegative = isBracketed || sign === "-" || innerSign === "-";
  const size = percent ? plain / 100 : plain;
  if (!Number.isFinite(size)) return null;
  const hasDecimals = digits.includes(decimal);
  const format = formatFor(currency, percent, digits.includes(group), /e/i.test(digits), hasDecimals);
  return { value: isNegative ? -size : size, ...(format && { format }) };
}

function formatFor(
  currency: string,
  percent: string,
  isGrouped: boolean,
  isScientific: boolean,
  hasDecimals: boolean,
): string | undefined {
  if (percent) return hasDecimals ? "0.00%" : "0%";
  if (isScientific) return "0.00E+00";
  if (currency) return hasDecimals ? `${currency}#,##0.00` : `${currency}#,##0`;
  return isGrouped ? (hasDecimals ? "#,##0.00" : "#,##0") : undefined;
}
