import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileFailureSentence, fileWarningSentence, lostSentence } from "../../strings/files";
import { readCsv } from "../files/readCsv";
import { readWorkbook } from "../files/readWorkbook";
import { writeWorkbook } from "../files/writeWorkbook";
import type { WorkbookSnapshot } from "../host/snapshot";
import { UsageError } from "./options";

/** A file as a workbook, with what should be said about it. */
export interface WorkbookFile {
  readonly name: string;
  readonly workbook: WorkbookSnapshot;
  /** The bytes it was read from, where it is an .xlsx: what a workbook in memory does not hold is kept from them. */
  readonly original: Uint8Array | undefined;
  readonly notes: readonly string[];
}

export async function openFile(path: string): Promise<WorkbookFile> {
  const name = basename(path);
  const kind = extname(path).toLowerCase();
  if (![".csv", ".tsv", ".txt", ".xlsx", ".xlsm"].includes(kind)) {
    throw new UsageError(`${name}: only .xlsx and .csv files are read.`);
  }
  const bytes = await readFile(path).catch((error: unknown) => {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new UsageError(isMissing ? `${path}: there is no such file.` : `${path}: the file cannot be opened.`);
  });
  const isWorkbook = kind === ".xlsx" || kind === ".xlsm";
  const read = isWorkbook ? await readWorkbook(bytes) : readCsv(bytes, { name: basename(path, extname(path)) });
  if (!read.ok) throw new UsageError(fileFailureSentence(name, read.code, read.params));
  const notes = read.warnings.map(fileWarningSentence);
  if (read.lost.length > 0) notes.push(lostSentence(read.lost));
  return { name, workbook: read.workbook, original: isWorkbook ? bytes : undefined, notes };
}

/** Writes beside the target first, so that a failure leaves what was there. Never over the file that was read. */
export async function saveFile(path: string, from: string, file: WorkbookFile, after: WorkbookSnapshot): Promise<void> {
  if (resolve(path) === resolve(from)) throw new UsageError(`--out ${path}: choose another name than the input's.`);
  const bytes = await writeWorkbook(after, file.original);
  let folder: string;
  try {
    folder = await mkdtemp(join(dirname(resolve(path)), ".tier-"));
  } catch {
    throw new UsageError(`--out ${path}: the folder cannot be written to.`);
  }
  try {
    await writeFile(join(folder, "out"), bytes);
    await rename(join(folder, "out"), path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
