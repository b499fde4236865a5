import type { CellValue } from "../host/snapshot";

/**
 * A field as Excel (en-US) types it when it opens a .csv, except where that loses something:
 *
 * - plain numbers are numbers, with a sign and spaces around them if need be: `12`, `-0.5`, ` 3 `, `1.5e-05`, `2E+3`;
 * - `TRUE` and `FALSE`, in any case, are booleans;
 * - all else is text as it stands: `$1,234`, `12%`, `1,234`, `1/31/2026`, `#N/A`, `=A1` and `-` too.
 *
 * Our own rule, not Excel's: what is likely an id stays text. `007` keeps its zeros, a number of more than 15 digits its
 * last digits, and `12E5` its letter.
 */
export function csvValue(field: string): CellValue {
  const text = field.trim();
  if (/^(true|false)$/i.test(text)) return text.length === 4;
  const match = /^[+-]?(\d*)(?:\.(\d*))?([eE][+-]?\d+)?$/.exec(text);
  if (!match) return field;
  const [, whole = "", decimals, exponent] = match;
  const digits = whole + (decimals ?? "");
  if (digits === "" || (whole.length > 1 && whole.startsWith("0"))) return field;
  if (exponent !== undefined && decimals === undefined && !/[+-]/.test(exponent)) return field;
  if (decimals === undefined && whole.length > 15) return field;
  const number = Number(text);
  return Number.isFinite(number) ? number + 0 : field;
}
