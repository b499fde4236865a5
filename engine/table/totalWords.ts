/** What a text says about a row that may be a total. */
export interface TotalLabel {
  /** Says that it closes the whole table ("Grand Total"). */
  readonly isGrand: boolean;
  /** The group it is the total of, folded ("acme" in "Acme Total"); `""` where the text is the word alone. */
  readonly of: string;
}

// English, and what Excel itself writes in German, French, Spanish, Italian, Dutch and Portuguese.
const GRAND =
  "grand totals?|overall total|gesamtergebnis|gesamtsumme|total général|totale complessivo|eindtotaal|total geral";
const PLAIN = [
  "totals?|sub[ -]?totals?|sum|summe|gesamt|zwischensumme|teilergebnis|ergebnis|total general|sous[ -]total",
  "totale|subtotale|totaal|subtotaal|suma",
].join("|");

const PUNCTUATION = "[\\s.,:;*=–—-]*";
/** What may follow the word alone: a count in brackets, a year. */
const COUNT = `(?:\\((?:n\\s*=\\s*)?\\d[^()]*\\)${PUNCTUATION})?`;
const YEAR = `(?:(?:fy\\s*)?(?:19|20|21)\\d\\d(?:[-/]\\d{2,4})?${PUNCTUATION})?`;
const ALONE = new RegExp(`^(?:(${GRAND})|(?:${PLAIN}))${PUNCTUATION}${YEAR}${COUNT}$`, "u");
const BEHIND = new RegExp(`^(.+?)[\\s:–—-]+(?:${GRAND}|${PLAIN})${PUNCTUATION}$`, "u");
const BEFORE = new RegExp(`^(?:${GRAND}|${PLAIN})(?:\\s+(?:for|of|für)\\s|[\\s:–—-]+)\\s*(.+)$`, "u");

/** Every word above has one of these in it; most names have none, and end here. */
const STEM = /tota|sum|gesamt|ergebnis/;

/** Four signs as one number, the last one lowest. */
const signs = (text: string) => [...text].reduce((sum, sign) => (sum << 8) | sign.charCodeAt(0), 0);
const [TOTA, SUM, ESAM, RGEB] = [signs("tota"), signs("sum"), signs("esam"), signs("rgeb")];
const THREE_SIGNS = 0xffffff;

/** Whether one of these has just come to its end, or near it, in a name of plain small signs whose last four are given. */
export function endsStem(window: number): boolean {
  return window === TOTA || (window & THREE_SIGNS) === SUM || window === ESAM || window === RGEB;
}

/** Characters. Longer texts are no labels, and the patterns above must not be run over a cell full of spaces. */
const LONGEST = 64;

/**
 * What a folded name says where it is a word for a total, alone ("Total:", "Total (12 accounts)", "Grand Total 2025") or with
 * the name of a group ("Acme Total", "Subtotal North"); null for any other name. Whether the row is a total is for its
 * numbers and its place to say: there is a company named Total, and "Total Wine & More" reads like a group.
 */
export function totalLabel(folded: string): TotalLabel | null {
  if (folded.length > LONGEST || !STEM.test(folded)) return null;
  const alone = ALONE.exec(folded);
  if (alone) return { isGrand: alone[1] !== undefined, of: "" };
  const group = BEHIND.exec(folded)?.[1] ?? BEFORE.exec(folded)?.[1];
  return group === undefined ? null : { isGrand: false, of: group };
}
