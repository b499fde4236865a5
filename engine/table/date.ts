/**
 * Dates are Excel's serial numbers in the 1900 system: 1 is 1 January 1900, and 60 is a 29 February 1900 that never was
 * (read as 1 March). Arithmetic is on calendar days in UTC; there is no clock and no time zone here.
 */
export type Serial = number;

const DAY = 86_400_000;
const UNIX_EPOCH: Serial = 25_569; // 1970-01-01
/** 1900-01-01. */
export const FIRST_SERIAL: Serial = 1;
/** The day after 9999-12-31, the last date Excel knows. */
export const SERIALS_END: Serial = 2_958_466;
/** Days between the 1900 and the 1904 system: serial 0 of 1904 is serial 1462 of 1900. */
export const DAYS_TO_1904 = 1_462;

/** Whether a number can be a date: whole days from 1 January 1900 to 31 December 9999, a time of day behind them. */
export function isSerial(value: number): boolean {
  return value >= FIRST_SERIAL && value < SERIALS_END;
}

export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** The calendar day of a serial; its time of day is dropped. */
export function dayOf(serial: Serial): CalendarDay {
  const whole = Math.floor(serial);
  const date = new Date(
    (whole < 60 ? whole + 1 - UNIX_EPOCH : whole === 60 ? 61 - UNIX_EPOCH : whole - UNIX_EPOCH) * DAY,
  );
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The serial of a calendar day, or NaN where the calendar or Excel has no such day (30 February, 1899). */
export function serialOf({ year, month, day }: CalendarDay): Serial {
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return NaN;
  const serial = Date.UTC(year, month - 1, day) / DAY + UNIX_EPOCH;
  return serial <= 60 ? serial - 1 : serial;
}

/** The same day `months` later, held to the end of a shorter month: 31 January + 1 is 28 or 29 February. */
export function addMonths(serial: Serial, months: number): Serial {
  const { year, month, day } = dayOf(serial);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return serialOf({ year: toYear, month: toMonth, day: Math.min(day, daysIn(toYear, toMonth)) });
}

/** The last day from which `months` have passed by `until`: its `addMonths` is not after it. 0 where there is none. */
export function lastDayPassed(until: Serial, months: number): Serial {
  const near = addMonths(until, -months);
  if (Number.isNaN(near)) return 0;
  let day = near + 3; // shorter months hold up to three later days to the same end
  while (day > 0 && !(addMonths(day, months) <= until)) day--;
  return day;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const DAY_AND_MONTH = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?)?$/i;

/** Which of two numbers comes first in a text date such as 3/4/2026. */
export type DateOrder = "dmy" | "mdy";

/** The serial of an ISO day such as `2026-01-31`, or NaN. A time and its zone may follow: the day is the one that is written. */
export function serialOfIso(text: string): Serial {
  const iso = ISO.exec(text);
  return iso ? serialOf({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }) : NaN;
}

/** The ISO day of a serial. */
export function isoOf(serial: Serial): string {
  const { year, month, day } = dayOf(serial);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/**
 * The day that a text cell shows: ISO, or day and month in the stated order with a four-digit year. Without a stated
 * order a date with one possible reading is read (13/1/2026), one with two is `"ambiguous"`. NaN where it shows none.
 */
export function dateInText(text: string, order: DateOrder | null): Serial | "ambiguous" {
  const trimmed = text.trim();
  const iso = serialOfIso(trimmed);
  if (!Number.isNaN(iso)) return iso;
  const match = DAY_AND_MONTH.exec(trimmed);
  if (!match) return NaN;
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const dayFirst = serialOf({ year, month: second, day: first });
  const monthFirst = serialOf({ year, month: first, day: second });
  if (order !== null) return order === "dmy" ? dayFirst : monthFirst;
  if (Number.isNaN(dayFirst)) return monthFirst;
  return Number.isNaN(monthFirst) || monthFirst === dayFirst ? dayFirst : "ambiguous";
}
