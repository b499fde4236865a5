import { richText } from "./cellScan";
import { encodeCellText, plainXml } from "./xml";

/** The texts that cells point to, from their part, in order. Rich text loses its formats; `hasRichText` says there was some. */
export function parseSharedStrings(xml: string): { strings: string[]; hasRichText: boolean } {
  const strings: string[] = [];
  let hasRichText = false;
  for (const match of plainXml(xml).matchAll(ITEM)) {
    const content = match[1] ?? "";
    if (/<(?:\w+:)?r[\s>]/.test(content)) hasRichText = true;
    strings.push(richText(content));
  }
  return { strings, hasRichText };
}

const ITEM = /<(?:\w+:)?si(?:\s*\/>|(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?si\s*>)/g;

/** Collects the texts of a workbook that is being written, each once. */
export class SharedStrings {
  private readonly numbers = new Map<string, number>();

  /** The number by which cells point to `text`. */
  add(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(text, number);
    return number;
  }

  /** The part, piece by piece. */
  *xml(): Generator<string> {
    yield (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
      `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${this.numbers.size}">`
    );
    for (const text of this.numbers.keys()) yield `<si><t xml:space="preserve">${encodeCellText(text)}</t></si>`;
    yield "</sst>";
  }
}
