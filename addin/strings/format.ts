/** Numbers, days and lists as people read them. The sentences are English; digits follow the user's own locale. */

const LANGUAGE = "en";
let locale = LANGUAGE;

/** Whose digits and days to use, as a language tag; English ones until somebody says. */
export function setLocale(tag: string): void {
  locale = Intl.NumberFormat.supportedLocalesOf([tag])[0] ?? LANGUAGE;
}

export function count(value: unknown): string {
  return new Intl.NumberFormat(locale).format(Number(value));
}

/** A number as it is, to four digits behind the point. */
export function digits(value: number): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(value);
}

/** Amounts, hours and ratios: whole from 100 on, with two digits behind the point below 1. */
export function rounded(value: number): string {
  const size = Math.abs(value);
  const maximumFractionDigits = size < 1 ? 2 : size < 100 ? 1 : 0;
  return new Intl.NumberFormat(locale, { maximumFractionDigits, signDisplay: "negative" }).format(value);
}

export function percent(value: unknown): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(Number(value));
}

/** A large amount in few digits: "1.235B". */
export function compact(value: number): string {
  return new Intl.NumberFormat(locale, { notation: "compact", maximumSignificantDigits: 4 }).format(value);
}

/** A number of a rule, with all its digits. */
export function exact(value: number): string {
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: 12 }).format(value);
}

/** A fraction of a rule as a percentage, with all its digits. */
export function exactPercent(value: number): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 10 }).format(value);
}

/** A moment as ISO text, for people: "31 Jan 2026, 14:05". Empty where it is none. */
export function moment(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return "";
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(at);
}

/** An ISO day, for people: "31 Jan 2026". Empty where it is none. */
export function day(iso: string): string {
  const at = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return "";
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(at);
}

/** One thing or several: `things(1, "row")` is "1 row", `things(3, "row")` is "3 rows". */
export function things(value: unknown, one: string, many = `${one}s`): string {
  return `${count(value)} ${Number(value) === 1 ? one : many}`;
}

export function list(value: unknown, type: "conjunction" | "disjunction" = "conjunction"): string {
  const items = Array.isArray(value) ? value.map(String) : [String(value ?? "")];
  return new Intl.ListFormat(LANGUAGE, { type }).format(items);
}

/** "row 5", "rows 5, 9 and 12", "rows 5, 9, 12 and 40 more". Sheet rows, counted from 1. */
export function rowsNamed(rows: readonly number[], of: number): string {
  const shown = rows.slice(0, 3).map(String);
  const more = of - shown.length;
  const all = more > 0 ? [...shown, `${count(more)} more`] : shown;
  return `${of === 1 ? "row" : "rows"} ${list(all)}`;
}
