/** The most text a cell holds. */
const MOST_CHARACTERS = 32_767;
/** Nothing longer is a number, a date or a time. */
const LONGEST_TYPED = 400;

/** First characters that make Excel look for a formula or an error, or swallow an apostrophe. */
const STARTS_SOMETHING = /^[=+\-@#'\t\r\n\0]/;

/** Booleans, numbers with their signs and money, and what begins like a date, a time or a fraction. */
const LOOKS_TYPED = [
  /^\s*(?:true|false)\s*$/i,
  /^[\s(+-]*[\p{Sc}%]?[\s+-]*(?=[\d.,\s]*\d)[\d.,'’\s]+(?:e[+-]?\d+)?[\s%\p{Sc}+-]*\)?\s*$/iu,
  /^\s*\d{1,4}\s*[-/.:]\s*(?:\d|$)/,
  /^\s*\d+\s+\d+\/\d+\s*$/,
  /^\s*\d{1,2}\s*[ap]\.?(?:m\.?)?\s*$/i,
  /^\s*\d{1,4}\s*[年月日時년월일시]/u,
];

/**
 * The only way a string goes into a cell: the text that makes Excel keep exactly `text`, as text.
 *
 * An apostrophe goes in front where the first character, or the whole, would make it something else; Excel takes that
 * apostrophe away again. Told a little widely, since a needless apostrophe harms nothing and a tier named `1-2` that
 * becomes a date does. Longer text is cut to what a cell holds, never within a character.
 */
export function cellText(text: string): string {
  const plain = text.slice(0, LONGEST_TYPED).normalize("NFKC"); // full-width digits and signs are typed ones too
  const isTyped =
    STARTS_SOMETHING.test(text) ||
    STARTS_SOMETHING.test(plain) ||
    (text.length <= LONGEST_TYPED && (LOOKS_TYPED.some((form) => form.test(plain)) || namesDay(plain)));
  const held = cut(text, isTyped ? MOST_CHARACTERS - 1 : MOST_CHARACTERS);
  return isTyped ? `'${held}` : held;
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const endsWithin = /[\uD800-\uDBFF]/.test(text.charAt(most - 1)); // half of a character that takes two units
  return text.slice(0, endsWithin ? most - 1 : most);
}

/** A month beside a number: `5 May`, `Mar-24`, `3.Mai`. Excel knows the months of the user's own language. */
function namesDay(text: string): boolean {
  if (!/\d/.test(text)) return false;
  const words = text.toLowerCase().match(/[\p{L}\p{M}]{2,}/gu) ?? [];
  return words.some((word) => monthNames().has(word));
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
