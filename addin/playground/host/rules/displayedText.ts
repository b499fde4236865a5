import type { CellValue } from "../snapshot";
import type { Culture } from "./culture";
import { displayedDate } from "./displayedDate";
import { literal } from "./formatLiteral";

/**
 * A cell's text as Excel shows it in a wide enough column, for the formats that matter here: General, digits with
 * grouping, decimals, percent and exponent, literal text around them, sections by sign, dates and times, `@`.
 *
 * Not modelled: fractions, conditions such as `[>100]`, thousands scaling, `*` and `_` padding (dropped), `####`.
 */
export function displayedText(value: CellValue, format: string, culture: Culture, date1904: boolean): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  const sections = format.split(";");
  const isNegative = value < 0;
  const chosen = (isNegative ? sections[1] : value === 0 ? sections[2] : undefined) ?? sections[0] ?? "General";
  if (/^general$/i.test(chosen)) return generalNumber(value, culture);
  const code = chosen.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "").replace(/[_*]./g, "");
  if (code === "@") return generalNumber(value, culture);
  if (isDateCode(code)) return displayedDate(value, code, date1904);
  const hasOwnSign = isNegative && sections[1] !== undefined;
  return (isNegative && !hasOwnSign ? "-" : "") + digitsText(Math.abs(value), code, culture);
}

/** Whether a number format shows dates or times, ignoring quoted text, colours and escaped characters. */
export function isDateCode(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  return /[ymdhs]/i.test(bare.replace(/general/gi, ""));
}

function generalNumber(value: number, culture: Culture): string {
  const size = Math.abs(value);
  const isLong = size !== 0 && (size >= 1e11 || size < 1e-9);
  const text = isLong
    ? value
        .toExponential(5)
        .replace(/\.?0+e/, "e")
        .replace(/e([+-])(\d)$/, "E$10$2")
        .replace("e", "E")
    : String(Number(value.toPrecision(size >= 1 ? 10 : 9)));
  return text.replace(".", culture.decimalSeparator);
}

function digitsText(value: number, code: string, culture: Culture): string {
  const parts = /^((?:"[^"]*"|\\.|[^0#?."\\])*)([0#?,]*)(?:\.([0#?]*))?(E\+0+)?((?:"[^"]*"|\\.|.)*)$/i.exec(code);
  if (!parts) return generalNumber(value, culture);
  const [, before = "", whole = "", decimals, exponent, after = ""] = parts;
  const scaled = code.includes("%") ? value * 100 : value;
  const places = decimals?.length ?? 0;
  if (whole === "" && decimals === undefined) return literal(before + after);
  const rounded = exponent ? scaled.toExponential(places) : roundHalfUp(scaled, places);
  if (exponent) return literal(before) + exponentText(rounded, culture) + literal(after);
  const [units = "0", fraction = ""] = rounded.split(".");
  const required = (whole.match(/0/g) ?? []).length;
  const shown = (units === "0" && required === 0 ? "" : units).padStart(required, "0");
  const grouped = whole.includes(",") ? shown.replace(/\B(?=(\d{3})+$)/g, culture.groupSeparator) : shown;
  const kept = trimOptional(fraction, decimals ?? "");
  return literal(before) + grouped + (decimals === undefined ? "" : culture.decimalSeparator + kept) + literal(after);
}

/** Excel rounds halves away from zero on the decimal digits that it shows (15 of them). */
function roundHalfUp(value: number, places: number): string {
  const shifted = Number(`${Number(value.toPrecision(15))}e${places}`);
  if (!Number.isFinite(shifted) || shifted > 1e15) return value.toFixed(places);
  return (Math.round(shifted) / 10 ** places).toFixed(places);
}

function exponentText(text: string, culture: Culture): string {
  return text
    .replace(/e([+-])(\d)$/, "E$10$2")
    .replace("e", "E")
    .replace(".", culture.decimalSeparator);
}

function trimOptional(fraction: string, code: string): string {
  let end = fraction.length;
  while (end > 0 && fraction[end - 1] === "0" && code[end - 1] !== "0") end--;
  return fraction.slice(0, end);
}
