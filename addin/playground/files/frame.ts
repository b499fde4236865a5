import type { CellStyle as FileStyle, Sheet, Workbook } from "hucre";
import { readXlsx } from "hucre/xlsx";
import { builtInFormats } from "./builtInFormats";
import { FileProblem } from "./result";
import type { WorkbookParts } from "./workbookPart";
import { folderOf } from "./workbookPart";
import { elements, plainXml } from "./xml";
import type { Archive } from "./zipReading";
import type { Part } from "./zipWriting";
import { writeArchive } from "./zipWriting";

/** A workbook as the library reads it, but for its cells. */
export interface Frame {
  workbook: Workbook;
  /** In tab order; absent for a sheet that is no grid. */
  sheets: (Sheet | undefined)[];
  /** By the number that cells give as their format. */
  styles: FileStyle[];
}

/**
 * Lets hucre read a copy of the file from which the cells were taken out (`heads` and `tails` are what stood around them,
 * by sheet part).
 *
 * Why not the whole file: hucre makes an object for every formatted cell (400 MB for a LibreOffice file of 100,000 x 8)
 * and turns numbers formatted as dates into `Date`, which loses digits. So `cellScan` reads the cells, and hucre all the
 * rest: styles, columns, merges, filters, tables, conditional formats, validation. The first sheet of the copy holds one
 * empty cell per format, so that hucre resolves each format once.
 */
export async function readFrame(
  archive: Archive,
  parts: WorkbookParts,
  surroundings: ReadonlyMap<string, { head: string; tail: string }>,
): Promise<Frame> {
  const stylesPart = `${folderOf(parts.workbook)}styles.xml`;
  const stylesXml = archive.has(stylesPart) ? plainXml(await archive.text(stylesPart)) : "";
  const count = countFormats(stylesXml);
  const first = parts.sheets.findIndex(({ part }) => part !== "");
  const copy: Part[] = [];
  for (const name of archive.names) {
    if (!KEPT.test(name) || name === parts.relations || surroundings.has(name)) continue;
    copy.push({ name, content: await archive.bytes(name) });
  }
  for (const [part, { head, tail }] of surroundings) {
    const cells = part === parts.sheets[first]?.part ? formatCells(count) : "<sheetData/>";
    copy.push({ name: part, content: head + cells + tail });
  }
  copy.push(await gridsOnly(archive, parts));
  const workbook = await readCopy(copy);

  const styles: FileStyle[] = [];
  for (const [key, cell] of workbook.sheets[first]?.cells ?? []) {
    const [row = 0, column = 0] = key.split(",").map(Number);
    if (column === 0 && row < count) styles[row] = cell.style ?? {};
  }
  for (let i = 0; i < count; i++) styles[i] ??= {};
  for (const [i, numFmt] of builtInFormats(stylesXml)) styles[i] = { ...styles[i], numFmt };
  return { workbook, styles, sheets: parts.sheets.map(({ part }, i) => (part ? workbook.sheets[i] : undefined)) };
}

async function readCopy(parts: Part[]): Promise<Workbook> {
  try {
    return await readXlsx(await writeArchive(parts), { readStyles: true });
  } catch (problem) {
    if (problem instanceof RangeError) throw problem;
    throw new FileProblem("damaged");
  }
}

/** Parts that hucre needs, or that `writeWorkbook` can give back from an original. */
const KEPT =
  /^\[Content_Types\]\.xml$|^_rels\/|^docProps\/(core|app|custom)\.xml$|\.rels$|(workbook|styles|theme1)\.xml$|\/(tables|comments|chartsheets|dialogsheets)\/|comments\d*\.xml$/i;

/** Cells without a namespace prefix, whatever the sheet uses: hucre looks at local names only. */
function formatCells(count: number): string {
  const rows = Array.from({ length: count }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" s="${i}"/></row>`);
  return `<sheetData>${rows.join("")}</sheetData>`;
}

function countFormats(styles: string): number {
  const formats = [...elements(styles, "cellXfs")][0];
  return formats ? [...elements(formats.inner, "xf")].length : 0;
}

/** hucre refuses a workbook with a sheet that is no grid, so the copy calls those grids; `Frame.sheets` drops them. */
async function gridsOnly(archive: Archive, parts: WorkbookParts): Promise<Part> {
  const relations = await archive.text(parts.relations);
  return {
    name: parts.relations,
    content: relations.replace(/relationships\/(chartsheet|dialogsheet)"/g, 'relationships/worksheet"'),
  };
}
