import { literal } from "./formatLiteral";
import { dateOf } from "./serialDate";

const MONTHS = "January February March April May June July August September October November December".split(" ");
const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const PIECES = /"[^"]*"|\\.|\[h+\]|am\/pm|y+|m+|d+|h+|s+|./gi;

/** A serial number in a date or time format; negative ones are shown as `#`. */
export function displayedDate(serial: number, code: string, date1904: boolean): string {
  if (serial < 0) return "#".repeat(10);
  const date = dateOf(serial, date1904);
  const isHalfDay = /am\/pm/i.test(code);
  const pieces = code.match(PIECES) ?? [];
  const shown = pieces.map((piece, index) => {
    if (/^\[h/i.test(piece)) return String(Math.floor(serial * 24));
    if (/^am\/pm$/i.test(piece)) return date.getUTCHours() < 12 ? "AM" : "PM";
    switch (piece[0]?.toLowerCase()) {
      case "y":
        return piece.length > 2 ? String(date.getUTCFullYear()) : pad(date.getUTCFullYear() % 100, 2);
      case "d":
        return dayText(date, piece.length);
      case "h":
        return pad(isHalfDay ? date.getUTCHours() % 12 || 12 : date.getUTCHours(), piece.length);
      case "s":
        return pad(date.getUTCSeconds(), piece.length);
      case "m":
        return isMinute(pieces, index) ? pad(date.getUTCMinutes(), piece.length) : monthText(date, piece.length);
      default:
        return literal(piece);
    }
  });
  return shown.join("");
}

/** `m` means minutes right after hours and right before seconds. */
function isMinute(pieces: readonly string[], index: number): boolean {
  const isPart = (piece: string): boolean => /^\[?[ymdhs]/i.test(piece);
  const before = pieces.slice(0, index).findLast(isPart) ?? "";
  const after = pieces.slice(index + 1).find(isPart) ?? "";
  return /^\[?h/i.test(before) || /^s/i.test(after);
}

function monthText(date: Date, length: number): string {
  const name = MONTHS[date.getUTCMonth()] ?? "";
  return length > 3 ? name : length === 3 ? name.slice(0, 3) : pad(date.getUTCMonth() + 1, length);
}

function dayText(date: Date, length: number): string {
  const name = DAYS[date.getUTCDay()] ?? "";
  return length > 3 ? name : length === 3 ? name.slice(0, 3) : pad(date.getUTCDate(), length);
}

const pad = (number: number, length: number): string => String(number).padStart(Math.min(length, 2), "0");
