/** The most text a cell holds. */
const MOST_CHARACTERS = 32_767;

/** First characters that make Excel look for a formula, or swallow an apostrophe. */
const STARTS_SOMETHING = /^[=+\-@'\t\r\n\0]/;

/** Booleans, error texts, numbers with their signs and money, and what begins like a date, a time or a fraction. */
const LOOKS_TYPED = [
  /^\s*(?:true|false)\s*$/i,
  /^\s*#(?:n\/a|[a-z0-9/_]+[!?])\s*$/i,
  /^[\s(]*\p{Sc}?\s*(?=[\d.,\s]*\d)[\d.,'’\s]+(?:e[+-]?\d+)?\s*(?:%|\p{Sc})?[\s)]*$/iu,
  /^\s*\d{1,4}\s*[-/.:]\s*\d/,
  /^\s*\d+\s+\d+\/\d+\s*$/,
];

/**
 * The only way a string goes into a cell: the text that makes Excel keep exactly `text`, as text.
 *
 * An apostrophe goes in front where the first character, or the whole, would make it something else; Excel takes that
 * apostrophe away again. Told a little widely, since a needless apostrophe harms nothing and a tier named `1-2` that
 * becomes a date does. Longer text is cut to what a cell holds.
 */
export function cellText(text: string): string {
  const isTyped = STARTS_SOMETHING.test(text) || LOOKS_TYPED.some((form) => form.test(text)) || beginsLikeMonth(text);
  const room = isTyped ? MOST_CHARACTERS - 1 : MOST_CHARACTERS;
  const held = text.length > room ? text.slice(0, room) : text;
  return isTyped ? `'${held}` : held;
}

/** A month beside a number: `5 May`, `Mar-24`, `3.Mai`. Excel knows the months of the user's own language. */
function beginsLikeMonth(text: string): boolean {
  const parts = /^\s*(\d{0,4})[\s\-/.]*(\p{L}+)\.?[\s\-/.,]*(\d{0,4})/u.exec(text);
  if (!parts) return false;
  const [, before, word = "", after] = parts;
  return (before !== "" || after !== "") && monthNames().has(word.toLowerCase());
}

let months: ReadonlySet<string> | null = null;

/** Month names, long and short, of the languages that Excel is mostly used in. */
function monthNames(): ReadonlySet<string> {
  if (months) return months;
  const names = new Set<string>();
  const locales = "en de fr es it nl pt pl cs sk hu ro sv da nb fi tr el ru uk bg hr sl et lv lt vi id".split(" ");
  for (const locale of locales) {
    for (const month of ["long", "short"] as const) {
      const format = new Intl.DateTimeFormat(locale, { month, day: "numeric", timeZone: "UTC" });
      for (let i = 0; i < 12; i++) {
        const named = format.formatToParts(Date.UTC(2026, i, 15)).find(({ type }) => type === "month")?.value ?? "";
        if (/\p{L}{2}/u.test(named)) names.add(named.replace(/\.$/, "").toLowerCase());
      }
    }
  }
  return (months = names);
}
