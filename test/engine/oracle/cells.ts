import { divided, fromBig, fromDecimal, times, toDouble } from "./exact";
import type { FieldType } from "./document";

export type RawCell = string | number | boolean;
export type Value = string | number | boolean | null;

/** How well a cell could be read, weakest first: of several cells the strongest stands for all. */
export const KINDS = ["blank", "missing", "read", "converted", "ambiguous", "unreadable", "error"] as const;
export type Kind = (typeof KINDS)[number];
export interface Cell {
  readonly kind: Kind;
  /** null where the kind gives no value. */
  readonly value: Value;
}

const MISSING_WORDS = ["n/a", "na", "null", "none", "-", "(blank)", "select"];
const ERRORS = ["#n/a", "#value!", "#ref!", "#div/0!", "#num!", "#name?", "#null!"];
const YES = ["true", "yes", "y", "1"];
const NO = ["false", "no", "n", "0"];
/** No business has such amounts: whoever adds them has no digits left for the others. */
const LARGEST = 1e100;
const LAST_SERIAL = 2_958_465; // 9999-12-31

/** Text as keys and words compare it: without regard to case, Unicode form and spaces around. */
export function fold(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase().toUpperCase().toLowerCase().normalize("NFKC");
}

export const isBlankCell = (raw: RawCell): boolean => typeof raw === "string" && raw.trim() === "";

export function readCell(raw: RawCell, type: FieldType): Cell {
  if (isBlankCell(raw)) return { kind: "blank", value: null };
  if (typeof raw === "string") {
    if (MISSING_WORDS.includes(fold(raw))) return { kind: "missing", value: null };
    if (ERRORS.includes(fold(raw))) return { kind: "error", value: null };
  }
  switch (type) {
    case "text":
      return typeof raw === "string"
        ? { kind: "read", value: raw.trim() }
        : { kind: "converted", value: typeof raw === "boolean" ? String(raw).toUpperCase() : String(raw) };
    case "number":
      return readNumber(raw);
    case "date":
      return readDate(raw);
    case "boolean":
      return readBoolean(raw);
  }
}

const UNREADABLE: Cell = { kind: "unreadable", value: null };

function readNumber(raw: RawCell): Cell {
  if (typeof raw === "boolean") return UNREADABLE;
  const value = typeof raw === "number" ? raw : numberInText(raw);
  if (value === null || Math.abs(value) > LARGEST) return UNREADABLE;
  return { kind: typeof raw === "number" ? "read" : "converted", value: value === 0 ? 0 : value };
}

/** Amounts as people type them, with English signs: a currency sign, brackets for less than zero, per cent, groups. */
function numberInText(text: string): number | null {
  let rest = text.trim();
  let isNegative = false;
  if (rest.startsWith("(") && rest.endsWith(")")) {
    isNegative = true;
    rest = rest.slice(1, -1).trim();
  }
  if (rest.startsWith("-")) {
    isNegative = !isNegative;
    rest = rest.slice(1).trim();
  }
  rest = rest.replace(/^[$€£]/, "").trim();
  const isPercent = rest.endsWith("%");
  if (isPercent) rest = rest.slice(0, -1).trim();
  rest = rest.replace(/[$€£]$/, "").trim();
  if (!/^(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(rest)) return null;
  const size = fromDecimal(Number(rest.replaceAll(",", "")));
  const whole = isPercent ? divided(size, fromBig(100n)) : size;
  return toDouble(times(whole, fromBig(isNegative ? -1n : 1n)));
}

function readDate(raw: RawCell): Cell {
  if (typeof raw === "number") return raw >= 0 && raw < LAST_SERIAL + 1 ? { kind: "read", value: raw } : UNREADABLE;
  if (typeof raw === "boolean") return UNREADABLE;
  const text = raw.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { kind: "converted", value: serialOf(text) };
  // Which of the two is the month nobody knows, and nobody said.
  if (/^(0?[1-9]|1[0-2])\/(0?[1-9]|1[0-2])\/\d{4}$/.test(text)) return { kind: "ambiguous", value: null };
  return UNREADABLE;
}

function readBoolean(raw: RawCell): Cell {
  const word = fold(String(raw));
  const kind = typeof raw === "boolean" ? "read" : "converted";
  if (YES.includes(word)) return { kind, value: true };
  if (NO.includes(word)) return { kind, value: false };
  return UNREADABLE;
}

/** Whether a word of a condition means this yes or no. Other words mean neither. */
export function isWordFor(word: string, value: boolean): boolean {
  return (value ? YES : NO).includes(fold(word));
}

const DAY = 86_400_000;
/** What 1900 calls day 0, seen from after the 29 February that it never had. */
const EPOCH = Date.UTC(1899, 11, 30);

/** The serial number of an ISO date from March 1900 on. */
export const serialOf = (iso: string): number => (Date.parse(`${iso}T00:00:00Z`) - EPOCH) / DAY;

/** The same day so many months on, or the last day of a month that is too short. */
export function addMonths(serial: number, months: number): number {
  const from = new Date(EPOCH + Math.floor(serial) * DAY);
  const month = from.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const day = Math.min(from.getUTCDate(), lastDay);
  return (Date.UTC(from.getUTCFullYear(), month, day) - EPOCH) / DAY;
}

/** Of several cells the strongest kind. */
export function strongest(kinds: readonly Kind[]): Kind {
  return KINDS[Math.max(0, ...kinds.map((kind) => KINDS.indexOf(kind)))] ?? "blank";
}
