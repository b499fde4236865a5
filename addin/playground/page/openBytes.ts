import { fileFailureSentence, fileWarningSentence, lostSentence } from "../../strings/files";
import { readCsv } from "../files/readCsv";
import { readWorkbook } from "../files/readWorkbook";
import type { WorkbookSnapshot } from "../host/snapshot";

/**
 * A file as a workbook, with what should be said about it; or why it is none, in a sentence. `original` is an .xlsx file's
 * bytes: what a workbook in memory does not hold is kept from them when it is saved.
 */
export type OpenedBytes =
  | { ok: true; workbook: WorkbookSnapshot; notes: string[]; original: Uint8Array | null }
  | { ok: false; problem: string };

/** Reads an .xlsx or a .csv file by its name's ending: everything that does not end in .csv, .tsv or .txt is a workbook. */
export async function openBytes(name: string, bytes: Uint8Array): Promise<OpenedBytes> {
  if (bytes.length === 0) return { ok: false, problem: `${name}: the file is empty.` };
  const isText = /\.(?:csv|tsv|txt)$/i.test(name);
  const read = isText ? readCsv(bytes, { name: "Sheet1" }) : await readWorkbook(bytes);
  if (!read.ok) return { ok: false, problem: fileFailureSentence(name, read.code, read.params) };
  const lost = read.lost.length > 0 ? [lostSentence(read.lost)] : [];
  const notes = [...read.warnings.map(fileWarningSentence), ...lost];
  return { ok: true, workbook: read.workbook, notes, original: isText ? null : bytes };
}
