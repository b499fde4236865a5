/** The most text a cell holds. */
const MOST_CHARACTERS = 32_767;
/** Nothing longer is a number, a date or a time. */
const LONGEST_TYPED = 400;

/** First characters that make Excel look for a formula or an error, or swallow an apostrophe. */
const STARTS_SOMETHING = /^[=+\-@#'\t\r\n\0]/;

/** Signs and words of money beside a number, of those whose sign is no letter and of those whose sign is letters. */
const MONEY = "(?:\\p{L}{0,3}\\p{Sc}|(?:kr|zł|kč|ft|lei|лв|руб|chf|s?fr|tl|rp|rm)\\.?)";

/** Numbers with their signs and money, and what begins like a date, a time or a fraction; of text without outer spaces. */
const LOOKS_TYPED = [
  new RegExp(
    `^[ (+-]*(?:${MONEY}|[%٪])?[ (+-]*(?=[\\d.,٫٬ ]*\\d)[\\d.,٫٬'’ ]+(?:e[+-]?\\d+)?[ +-]*(?:${MONEY}|[%٪])?[ +-]*\\)?$`,
    "iu",
  ),
  /^\d{1,4} ?[-/.:] ?(?:\d|$)/,
  /^\d+ \d+\/\d+$/,
  /^\d{1,2} ?[ap]\.?(?: ?m\.?)?$/i,
  /^\d{1,4} ?[年月日時년월일시]/u,
  /^(?:[mtshr]\d{1,2}[-/.]\d|(?:明治|大正|昭和|平成|令和)\d)/i, // years of an emperor
];

/** True and false as Excel calls them in the languages that have words of their own for them. */
const TRUTHS = new Set(
  (
    "true false wahr falsch vrai faux verdadero falso vero verdadeiro waar onwaar prawda fałsz pravda nepravda igaz hamis " +
    "sant falskt sand falsk sann usann tosi epätosi doğru yanliş yanlış истина ложь істина хибність adevărat fals"
  ).split(" "),
);

/**
 * The only way a string goes into a cell: the text that makes Excel keep exactly `text`, as text.
 *
 * An apostrophe goes in front where the first character, or the whole, would make it something else; Excel takes that
 * apostrophe away again. Told a little widely, since a needless apostrophe harms nothing and a tier named `1-2` that
 * becomes a date does. Longer text is cut to what a cell holds, never within a character.
 */
export function cellText(text: string): string {
  const plain = plainForm(text.slice(0, LONGEST_TYPED));
  const isTyped =
    STARTS_SOMETHING.test(text) || STARTS_SOMETHING.test(plain) || (text.length <= LONGEST_TYPED && looksTyped(plain));
  const held = cut(text, isTyped ? MOST_CHARACTERS - 1 : MOST_CHARACTERS);
  return isTyped ? `'${held}` : held;
}

/** Full-width signs are typed ones too, and so are the digits of every script. */
function plainForm(text: string): string {
  return text.normalize("NFKC").replace(/\p{Nd}/gu, "0");
}

function looksTyped(plain: string): boolean {
  const words = plain.trim().replace(/\s+/g, " "); // many spaces would take the patterns minutes
  return TRUTHS.has(words.toLowerCase()) || LOOKS_TYPED.some((form) => form.test(words)) || namesDay(words);
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const endsWithin = /[\uD800-\uDBFF]/.test(text.charAt(most - 1)); // half of a character that takes two units
  return text.slice(0, endsWithin ? most - 1 : most);
}

/** A month beside a number: `5 May`, `Mar-24`, `3.Mai`. Excel knows the months of the user's own language. */
function namesDay(text: string): boolean {
  if (!/\d/.test(text)) return false;
  return wordsOf(text).some((word) => monthNames().has(word));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]{2,}/gu) ?? [];
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
        wordsOf(named).forEach((word) => names.add(word)); // of several words in Vietnamese: `tháng 1`
      }
    }
  }
  return (months = names);
}
