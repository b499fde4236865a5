import { serialOf } from "./serialDate";
import type { TypedCell, TypingContext } from "./typedText";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Dates and times that Excel recognises in typed text, as a serial number with a date format; null when it is neither. */
export function dateInText(text: string, context: TypingContext): TypedCell | null {
  const [dateText, timeText] = splitTime(text);
  const time = timeText === null ? 0 : timeOfDay(timeText);
  if (time === null) return null;
  if (dateText === "")
    return timeText === null ? null : { value: time, format: /:\d+:/.test(timeText) ? "h:mm:ss" : "h:mm" };
  const date = dayInText(dateText, context);
  if (!date || typeof date.value !== "number") return null;
  return timeText === null ? date : { value: date.value + time, format: "m/d/yyyy h:mm" };
}

function splitTime(text: string): [string, string | null] {
  const time = /(?:^|[ T])(\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?)$/i.exec(text);
  return time ? [text.slice(0, time.index), time[1] ?? ""] : [text, null];
}

function timeOfDay(text: string): number | null {
  const parts = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([ap])m)?$/i.exec(text);
  if (!parts) return null;
  const [, hour = "0", minute = "0", second = "0", half] = parts;
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0) : Number(hour);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return (hours * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
}

function dayInText(text: string, context: TypingContext): TypedCell | null {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso) return day(iso[1], iso[2], iso[3], "m/d/yyyy", context);
  const isDayFirst = /^d/i.test(context.culture.shortDatePattern);
  const full = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{2}|\d{4})$/.exec(text);
  if (full && (full[2] !== "." || context.culture.shortDatePattern.includes("."))) {
    const [, a, , b, year] = full;
    return isDayFirst ? day(year, b, a, "m/d/yyyy", context) : day(year, a, b, "m/d/yyyy", context);
  }
  const short = /^(\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (short) {
    const [, a, b] = short;
    const year = String(context.thisYear);
    return isDayFirst ? day(year, b, a, "d-mmm", context) : day(year, a, b, "d-mmm", context);
  }
  return namedMonth(text, context);
}

function namedMonth(text: string, context: TypingContext): TypedCell | null {
  const dayFirst = /^(\d{1,2})[- ]([a-z]{3,9})\.?(?:[- ,]+(\d{2}|\d{4}))?$/i.exec(text);
  const monthFirst = /^([a-z]{3,9})\.?[- ](\d{1,2})(?:,? +(\d{4}))?$/i.exec(text);
  const [dayText, name, yearText] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  const month = MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;
  if (month === 0 || !isMonthName(name ?? "", month)) return null;
  return day(yearText ?? String(context.thisYear), String(month), dayText, yearText ? "d-mmm-yy" : "d-mmm", context);
}

const FULL_MONTHS = "january february march april may june july august september october november december".split(" ");

function isMonthName(name: string, month: number): boolean {
  const full = FULL_MONTHS[month - 1] ?? "";
  return name.length === 3 || full === name.toLowerCase();
}

/** Two-digit years follow Excel: 00–29 are 2000s, 30–99 are 1900s. */
function day(
  year: string | undefined,
  month: string | undefined,
  date: string | undefined,
  format: string,
  context: TypingContext,
): TypedCell | null {
  const short = Number(year);
  const full = (year ?? "").length === 2 ? short + (short < 30 ? 2000 : 1900) : short;
  const value = serialOf(full, Number(month), Number(date), context.date1904);
  return value === null ? null : { value, format };
}
