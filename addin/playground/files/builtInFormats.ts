import { elements } from "./xml";

/**
 * The codes of a file's cell formats that Excel builds in and hucre lacks or spells differently (37 to 44), by number of
 * the cell format. Excel's en-US codes, as `Range.numberFormat` gives them. A file's own definition of a code wins.
 */
export function builtInFormats(styles: string): Map<number, string> {
  const own = new Set([...elements(styles, "numFmt")].map(({ attributes }) => attributes.get("numFmtId")));
  const codes = new Map<number, string>();
  const cells = [...elements(styles, "cellXfs")][0];
  [...elements(cells?.inner ?? "", "xf")].forEach(({ attributes }, i) => {
    const id = attributes.get("numFmtId") ?? "";
    const code = own.has(id) ? undefined : CODES.get(id);
    if (code) codes.set(i, code);
  });
  return codes;
}

const CODES = new Map([
  ["37", "#,##0_);(#,##0)"],
  ["38", "#,##0_);[Red](#,##0)"],
  ["39", "#,##0.00_);(#,##0.00)"],
  ["40", "#,##0.00_);[Red](#,##0.00)"],
  ["41", '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)'],
  ["42", '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)'],
  ["43", '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)'],
  ["44", '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)'],
]);
