import { dxfElements } from "./completeParts";
import type { Frame } from "./frame";
import { readFrame } from "./frame";
import { parseSharedStrings } from "./sharedStrings";
import type { ReadCells } from "./sheetReading";
import { readCells } from "./sheetReading";
import type { WorkbookParts } from "./workbookPart";
import { findWorkbookParts, folderOf } from "./workbookPart";
import { plainXml } from "./xml";
import type { Archive } from "./zipReading";
import { openArchive } from "./zipReading";

/** A file read in its two halves: the cells by us, everything around them by the library. */
export interface OpenWorkbook {
  archive: Archive;
  parts: WorkbookParts;
  frame: Frame;
  /** By sheet part. */
  cells: Map<string, ReadCells>;
  /** The `<dxf>` elements that conditional formats point to. */
  formats: string[];
  hasRichText: boolean;
}

/** Refused with a `FileProblem` when it is no workbook, damaged or too large. */
export async function openWorkbook(bytes: Uint8Array): Promise<OpenWorkbook> {
  const archive = openArchive(bytes);
  const parts = await findWorkbookParts(archive);
  const shared = parts.strings && archive.has(parts.strings) ? await archive.text(parts.strings) : "";
  const { strings, hasRichText } = parseSharedStrings(shared);
  const cells = new Map<string, ReadCells>();
  for (const { part } of parts.sheets) {
    if (part) cells.set(part, await readCells(archive.pieces(part), strings));
  }
  const frame = await readFrame(archive, parts, cells);
  const stylesPart = `${folderOf(parts.workbook)}styles.xml`;
  const styles = archive.has(stylesPart) ? plainXml(await archive.text(stylesPart)) : "";
  return { archive, parts, frame, cells, formats: dxfElements(styles), hasRichText };
}
