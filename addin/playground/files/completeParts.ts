import type { NameSnapshot, WorkbookSnapshot } from "../host/snapshot";
import { formulaForFile } from "./formulaText";
import { columnLetters, quotedSheet } from "./references";
import { attributeText, elements, encodeXml } from "./xml";

/** Puts the defined names into the workbook part: hucre knows no hidden ones. `builtIn` are print areas and such. */
export function completeWorkbookPart(
  xml: string,
  snapshot: WorkbookSnapshot,
  builtIn: readonly NameSnapshot[],
): string {
  const at = new Map(snapshot.sheets.map(({ name }, i) => [name, i]));
  const filters = snapshot.sheets.flatMap(({ name, filter }): NameSnapshot[] => {
    if (!filter) return [];
    const corner = (row: number, column: number) => `$${columnLetters(column)}$${row + 1}`;
    const area = `${corner(filter.row, filter.column)}:${corner(filter.row + filter.rows - 1, filter.column + filter.columns - 1)}`;
    const formula = `=${quotedSheet(name)}!${area}`;
    return [{ name: "_xlnm._FilterDatabase", formula, isVisible: false, comment: "", sheet: name }];
  });
  const kept = builtIn.filter(
    ({ name, sheet }) => name !== "_xlnm._FilterDatabase" && sheet !== undefined && at.has(sheet),
  );
  const names = [...filters, ...kept, ...snapshot.names].filter(({ sheet }) => sheet === undefined || at.has(sheet));
  if (names.length === 0) return xml;
  const list = names.map(({ name, formula, isVisible, comment, sheet }) => {
    const scope = sheet === undefined ? "" : ` localSheetId="${at.get(sheet)}"`;
    const note = comment ? ` comment="${attributeText(encodeXml(comment))}"` : "";
    const text = encodeXml(formulaForFile(formula.replace(/^=/, "")));
    return `<definedName name="${encodeXml(name)}"${note}${scope}${isVisible ? "" : ' hidden="1"'}>${text}</definedName>`;
  });
  return xml.replace("</sheets>", () => `</sheets><definedNames>${list.join("")}</definedNames>`);
}

/**
 * Puts the cell formats into the order that the cells count by, and the formats of carried conditional formats behind
 * hucre's. `sheet` is the first sheet of the skeleton, where format `n` stands in row `n + 1` of column A.
 */
export function completeStylesPart(xml: string, sheet: string, count: number, formats: readonly string[]): string {
  const numbers = new Map<string, number>();
  for (const { attributes } of elements(sheet, "c")) {
    numbers.set(attributes.get("r") ?? "", Number(attributes.get("s") ?? 0));
  }
  const written = [...elements([...elements(xml, "cellXfs")][0]?.inner ?? "", "xf")].map(({ outer }) => outer);
  const ordered = Array.from({ length: count }, (_, n) => written[numbers.get(`A${n + 1}`) ?? 0] ?? "");
  const withCells = xml.replace(
    /<cellXfs [^>]*>[\s\S]*<\/cellXfs>/,
    () => `<cellXfs count="${count}">${ordered.join("")}</cellXfs>`,
  );
  if (formats.length === 0) return withCells;
  const own = dxfElements(xml);
  const all = [...own, ...formats];
  return withCells.replace(
    /<dxfs [^>]*\/>|<dxfs [^>]*>[\s\S]*<\/dxfs>/,
    () => `<dxfs count="${all.length}">${all.join("")}</dxfs>`,
  );
}

/** The `<dxf>` elements of a styles part. */
export function dxfElements(styles: string): string[] {
  return [...elements([...elements(styles, "dxfs")][0]?.inner ?? "", "dxf")].map(({ outer }) => outer);
}

/** What stands around the cells of a sheet part of the skeleton, with `others`, conditional formats, put in. */
export function splitSheetPart(xml: string, dimension: string, others: string): { head: string; tail: string } {
  const match = /<sheetData\s*\/>|<sheetData>[\s\S]*<\/sheetData>/.exec(xml);
  const start = match?.index ?? xml.length;
  const tail = xml.slice(start + (match?.[0].length ?? 0));
  const after = /<(dataValidations|hyperlinks|printOptions|pageMargins)[\s>]/.exec(tail)?.index ?? 0;
  return {
    head: xml
      .slice(0, start)
      .replace(/<dimension [^>]*\/>/, "")
      .replace("<sheetViews>", `<dimension ref="${dimension}"/><sheetViews>`),
    tail: tail.slice(0, after) + others + tail.slice(after),
  };
}
