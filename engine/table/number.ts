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
 * Understood: signs (`-5`, `5-`, `−5`), accountants' brackets (`(500)`), currency signs and three-letter codes at either
 * end (`$1,234.50`, `EUR 12`), per cent (`30%` is 0.3), an exponent (`1E5`), spaces of every kind around and between
 * thousands. Groups must have two or three digits, the last one three. Refused: units (`12k`, `5 kg`), two signs, the
 * decimal sign of another culture.
 */
export function numberInText(text: string, signs: NumberSigns): number {
  let rest = text.replace(/\s/gu, " ").trim();
  let negative = false;
  if (rest.startsWith("(") && rest.endsWith(")")) {
    negative = true;
    rest = rest.slice(1, -1).trim();
  }
  const bare = withoutCurrency(rest);
  const parts = /^([+\-−]?)\s*(.*?)\s*(%?)([-−]?)$/u.exec(bare);
  if (!parts) return NaN;
  const [, before = "", middle = "", percent = "", after = ""] = parts;
  if ((before !== "" && (negative || after !== "")) || (negative && after !== "")) return NaN;
  const size = plainNumber(withoutCurrency(middle), signs);
  const signed = negative || before === "-" || before === "−" || after !== "" ? -size : size;
  return percent ? signed / 100 : signed;
}

/** Text without a currency sign or code at one end. */
function withoutCurrency(text: string): string {
  return text
    .replace(/^([+\-−]?)\s*(?:\p{Sc}|[A-Z]{2,3}\p{Sc}|[A-Z]{3}(?=[\s\d]))\s*/u, "$1")
    .replace(/\s*(?:\p{Sc}|(?<=[\s\d])[A-Z]{3}|kr)$/u, "");
}

const GROUPING = { ".": /[ '’.]/u, ",": /[ '’,]/u, "": /[ '’]/u };
const PLAIN = /^(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

function plainNumber(text: string, { decimal, group }: NumberSigns): number {
  const point = text.lastIndexOf(decimal);
  const whole = point < 0 ? text : text.slice(0, point);
  const fraction = point < 0 ? "" : "." + text.slice(point + 1);
  const groups = whole.split(GROUPING[group === "." || group === "," ? group : ""]);
  if (groups.length > 1) {
    const [first = "", ...others] = groups;
    const last = others.at(-1) ?? "";
    if (!/^\d{1,3}$/.test(first) || !/^\d{3}$/.test(last) || !others.every((g) => /^\d{2,3}$/.test(g))) return NaN;
  }
  const plain = groups.join("") + fraction;
  return PLAIN.test(plain) ? Number(plain) : NaN;
}
