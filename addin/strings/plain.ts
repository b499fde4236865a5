/** Numbers and texts within a sentence that is written to a cell. */

const digits = new Intl.NumberFormat("en-US", { maximumFractionDigits: 4 });

/** The same digits for everybody. */
export function number(value: number): string {
  return digits.format(value);
}

const MOST_TEXT = 60;

/** Text of a cell or of a rule within a sentence: on one line, and not too long. */
export function plain(text: string, most = MOST_TEXT): string {
  const line = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .trim();
  const characters = [...line.slice(0, 2 * most)];
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : line;
}
