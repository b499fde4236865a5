/** How numbers are written in text cells. From the workbook's culture or the preset, never from the machine. */
export interface NumberSigns {
  readonly decimal: "." | ",";
  /** The sign between thousands. Spaces and apostrophes are always understood as well. */
  readonly group: "." | "," | " " | "'" | "’" | "";
}

export const ENGLISH_SIGNS: NumberSigns = { decimal: ".", group: "," };

/**
 * The number that a text cell shows, or NaN where it shows none.
 *
 * Understood: signs (`-5`, `5-`, `−5`), accountants' brackets (`(500)`, `$(500)`), currency signs and codes (ISO 4217)
 * at either end (`$1,234.50`, `R$ 5`, `EUR 12`), per cent (`30%` is 0.3), an exponent (`1E5`), spaces of every kind
 * around and between thousands. Groups must have two or three digits, the last one three, the first no leading zero
 * (`0,123` is a fraction of another culture). Refused: units (`12k`, `5 kg`), two signs, the decimal sign of another
 * culture, text longer than any number is written.
 */
export function numberInText(text: string, signs: NumberSigns): number {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST || !DIGIT.test(trimmed)) return NaN;
  let rest = withoutCurrency(trimmed.replace(/\s/gu, " "));
  const isBracketed = rest.startsWith("(") && rest.endsWith(")");
  if (isBracketed) rest = withoutCurrency(rest.slice(1, -1).trim());
  const parts = /^([+\-−]?)\s*(.*?)\s*(%?)([-−]?)$/u.exec(rest);
  if (!parts) return NaN;
  const [, before = "", middle = "", percent = "", after = ""] = parts;
  if ([isBracketed, before !== "", after !== ""].filter(Boolean).length > 1) return NaN;
  const size = plainNumber(withoutCurrency(middle), signs, percent !== "");
  const isNegative = isBracketed || before === "-" || before === "−" || after !== "";
  return isNegative && size !== 0 ? -size : size; // no number is minus zero
}

/** Characters. The patterns below must not be run over a cell full of spaces. */
const LONGEST = 64;
/** No number is without one; most texts that stand among numbers are. */
const DIGIT = /\d/;

// The codes of ISO 4217 that amounts are mostly written in; any other three letters are a unit or a number of something.
const CODES = [
  "AED|ARS|AUD|BDT|BGN|BHD|BRL|CAD|CHF|CLP|CNY|COP|CRC|CZK|DKK|DZD|EGP|EUR|GBP|GEL|GHS|HKD|HRK|HUF|IDR|ILS|INR|ISK",
  "JOD|JPY|KES|KRW|KWD|KZT|LKR|MAD|MDL|MXN|MYR|NGN|NOK|NZD|OMR|PEN|PHP|PKR|PLN|QAR|RON|RSD|RUB|SAR|SEK|SGD|THB|TND",
  "TRY|TWD|TZS|UAH|UGX|USD|UYU|VES|VND|XAF|XOF|ZAR",
].join("|");
const CURRENCY_BEFORE = new RegExp(
  `^([+\\-−]?)\\s*(?:\\p{Sc}|[A-Z]{1,3}\\p{Sc}|(?:${CODES})(?=[\\s\\d(])|kr\\.?(?=[\\s\\d]))\\s*`,
  "u",
);
const CURRENCY_BEHIND = new RegExp(`\\s*(?:\\p{Sc}|(?<=[\\s\\d)])(?:${CODES})|kr)$`, "u");

/** Text without a currency sign or code at one end. */
function withoutCurrency(text: string): string {
  return text.replace(CURRENCY_BEFORE, "$1").replace(CURRENCY_BEHIND, "");
}

const GROUPING = { ".": /[ '’.]/u, ",": /[ '’,]/u, "": /[ '’]/u };
const PLAIN = /^(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/** Hundredths are shifted, not divided: 12.3 / 100 is not 0.123. */
function plainNumber(text: string, { decimal, group }: NumberSigns, isPercent: boolean): number {
  const point = text.lastIndexOf(decimal);
  const whole = point < 0 ? text : text.slice(0, point);
  const fraction = point < 0 ? "" : "." + text.slice(point + 1);
  const groups = whole.split(GROUPING[group === "." || group === "," ? group : ""]);
  if (groups.length > 1) {
    const [first = "", ...others] = groups;
    const last = others.at(-1) ?? "";
    if (!/^[1-9]\d{0,2}$/.test(first) || !/^\d{3}$/.test(last) || !others.every((g) => /^\d{2,3}$/.test(g))) return NaN;
  }
  const plain = groups.join("") + fraction;
  const value = PLAIN.test(plain) ? Number(isPercent ? `${plain}e-2` : plain) : NaN; // NaN for two exponents
  return Number.isFinite(value) ? value : NaN;
}
