import { parseAddress } from "./address";
import { invalidArgument, refuse } from "./refusal";

/** Refuses what Excel refuses as a sheet's name: empty, longer than 31 characters, `\ / ? * [ ] :`, a quote at either end, taken. */
export function checkSheetName(name: string, taken: readonly string[]): void {
  const isShaped = name.length > 0 && name.length <= 31 && !/[\\/?*[\]:]/.test(name) && !/^'|'$/.test(name);
  if (!isShaped || name.toLowerCase() === "history") invalidArgument(`"${name}" is not a valid sheet name.`);
  if (isTaken(name, taken)) refuse("ItemAlreadyExists", `A sheet named "${name}" exists already.`);
}

/**
 * Refuses what Excel refuses as a defined name or a table's name: it starts with a letter, `_` or `\`, goes on with
 * letters, digits, `.` and `_`, has at most 255 characters, and is not a cell reference, `R` or `C`. A taken table name is
 * an `InvalidArgument` (OfficeDev/office-js#551), a taken defined name an `ItemAlreadyExists`.
 */
export function checkName(name: string, taken: readonly string[], takenCode = "ItemAlreadyExists"): void {
  const isShaped = /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name);
  const isReference = parseAddress(name) !== null || /^(r\d*c\d*|r\d*|c\d*)$/i.test(name);
  if (!isShaped || isReference) invalidArgument(`"${name}" is not a valid name.`);
  if (isTaken(name, taken)) refuse(takenCode, `The name "${name}" is taken.`);
}

/** Without regard to case, as everywhere in Excel. */
export function isTaken(name: string, taken: readonly string[]): boolean {
  const wanted = name.toLowerCase();
  return taken.some((other) => other.toLowerCase() === wanted);
}

/** `base`, or `base` with the first number from 2 that makes it free. */
export function freeName(base: string, taken: readonly string[]): string {
  return isTaken(base, taken) ? numberedName(base, taken, 2) : base;
}

/** `base` with the first free number, as Excel names new sheets, tables and columns. */
export function numberedName(base: string, taken: readonly string[], from = 1): string {
  let number = from;
  while (isTaken(`${base}${number}`, taken)) number++;
  return `${base}${number}`;
}
