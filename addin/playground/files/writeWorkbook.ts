import type { SheetSnapshot, WorkbookSnapshot } from "../host/snapshot";
import { sheetOf } from "../host/simpleSnapshot";
import { valuesToCarry } from "./carried";
import { CARRIER_NAME, carrierRows } from "./carrier";
import { completeStylesPart, completeWorkbookPart, dxfElements, splitSheetPart } from "./completeParts";
import { chartXml } from "./chartPart";
import { otherConditionalFormats } from "./conditionalFormats";
import { drawingXml } from "./drawingPart";
import type { OpenWorkbook } from "./openWorkbook";
import { openWorkbook } from "./openWorkbook";
import { SharedStrings } from "./sharedStrings";
import { looksOf } from "./sheetSnapshot";
import type { CellWriting } from "./sheetWriting";
import { dimension, rowsXml } from "./sheetWriting";
import { writeSkeleton } from "./skeleton";
import { StylePalette } from "./stylePalette";
import { completeTablePart } from "./tables";
import { validationsXml } from "./validations";
import { folderOf, readRelations, relationsOf } from "./workbookPart";
import type { Archive } from "./zipReading";
import type { Part } from "./zipWriting";
import { writeArchive } from "./zipWriting";

/**
 * Writes plain data as an .xlsx file. The same snapshot and original give the same bytes.
 *
 * `original` is the file that the snapshot was read from: what a snapshot does not hold is then kept from it, by the
 * names of sheets and the places of cells (borders, alignment, fonts, margins, links, notes, properties), so it suits a snapshot whose rows and columns were not moved. What is lost even then is in
 * `ReadResult.lost`.
 *
 * Excel recalculates the file when it opens it. Text is never a formula. Formats of whole columns reach to the last row in
 * use. Throws for what no Excel file can hold: a bad sheet name, text over 32,767 characters.
 */
export async function writeWorkbook(
  snapshot: WorkbookSnapshot,
  original?: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const before = original && (await openWorkbook(original));
  return writeArchive(parts(withCarrier(snapshot), before));
}

async function* parts(snapshot: WorkbookSnapshot, before: OpenWorkbook | undefined): AsyncGenerator<Part> {
  const frame = before?.frame;
  const palette = new StylePalette(
    frame?.styles ?? [],
    frame ? looksOf(frame.styles, frame.workbook) : [],
    frame?.workbook.defaultFont ?? { name: "Calibri", size: 11 },
  );
  const shared: CellWriting = { palette, strings: new SharedStrings() };
  const skeleton = await writeSkeleton(snapshot, [], before);
  const formats = dxfElements(await skeleton.text("xl/styles.xml"));
  const ownFormats = formats.length;
  const tables = snapshot.sheets.flatMap((sheet) => sheet.tables);
  const charts = snapshot.sheets.flatMap((sheet) => sheet.charts);
  const drawings = await drawingsOf(skeleton, snapshot);

  for (const name of skeleton.names) {
    const sheet = snapshot.sheets[numberIn(name, "worksheets/sheet")];
    const table = tables[numberIn(name, "tables/table")];
    const drawing = drawings.get(name);
    const chart = charts[numberIn(name, "charts/chart")];
    if (name === "xl/styles.xml" || name === "xl/sharedStrings.xml") continue;
    const xml = await skeleton.text(name);
    if (sheet) {
      const part = before?.parts.sheets.find((candidate) => candidate.name === sheet.name)?.part ?? "";
      const others = otherConditionalFormats(sheet.conditionalFormats, formats) + validationsXml(sheet.validations);
      const around = splitSheetPart(xml, dimension(sheet), others);
      yield { name, content: sheetXml(sheet, around, shared, before?.cells.get(part)) };
    } else if (drawing) yield { name, content: drawingXml(drawing.charts, drawing) };
    else if (chart) yield { name, content: chartXml(chart) };
    else if (table) yield { name, content: completeTablePart(xml, table) };
    else if (name === "xl/workbook.xml") {
      yield { name, content: completeWorkbookPart(xml, snapshot, before?.parts.builtInNames ?? []) };
    } else yield { name, content: xml.replace(/<dcterms:modified [^>]*>[^<]*<\/dcterms:modified>/, "") };
  }
  yield { name: "xl/sharedStrings.xml", content: shared.strings.xml() };

  // The cells have been written by now, so all formats are known.
  const second = await writeSkeleton(snapshot, palette.styles, before);
  const styles = completeStylesPart(
    await second.text("xl/styles.xml"),
    await second.text("xl/worksheets/sheet1.xml"),
    palette.styles.length,
    formats.slice(ownFormats),
  );
  yield { name: "xl/styles.xml", content: styles };
}

/** The sheets by their drawings' parts, which hucre counts as it likes. */
async function drawingsOf(skeleton: Archive, snapshot: WorkbookSnapshot): Promise<Map<string, SheetSnapshot>> {
  const drawings = new Map<string, SheetSnapshot>();
  for (const [at, sheet] of snapshot.sheets.entries()) {
    if (sheet.charts.length === 0) continue;
    const part = `xl/worksheets/sheet${at + 1}.xml`;
    for (const { type, target } of (await readRelations(skeleton, relationsOf(part), folderOf(part))).values()) {
      if (type === "drawing") drawings.set(target, sheet);
    }
  }
  return drawings;
}

function* sheetXml(
  sheet: SheetSnapshot,
  { head, tail }: { head: string; tail: string },
  shared: CellWriting,
  original: Parameters<typeof rowsXml>[2],
): Generator<string> {
  yield `${head}<sheetData>`;
  yield* rowsXml(sheet, shared, original);
  yield `</sheetData>${tail}`;
}

/** The number, from 0, in a part's name: `xl/worksheets/sheet1.xml` has 0; -1 in any other part. */
function numberIn(part: string, name: string): number {
  return Number(new RegExp(`^xl/${name}(\\d+)\\.xml$`).exec(part)?.[1] ?? 0) - 1;
}

function withCarrier(snapshot: WorkbookSnapshot): WorkbookSnapshot {
  const values = carrierRows(valuesToCarry(snapshot));
  if (values.length === 0) return snapshot;
  const taken = new Set(snapshot.sheets.map(({ name }) => name.toLowerCase()));
  let name = CARRIER_NAME;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${CARRIER_NAME} ${n}`;
  const carrier: SheetSnapshot = { ...sheetOf(name, values), visibility: "VeryHidden" };
  return { ...snapshot, sheets: [...snapshot.sheets, carrier] };
}
