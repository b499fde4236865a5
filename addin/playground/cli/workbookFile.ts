import { access, constants, mkdtemp, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileFailureSentence, fileWarningSentence, lostSentence } from "../../strings/files";
import { count } from "../../strings/format";
import { MAX_CELL_TEXT } from "../files/limits";
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

const TEXT_KINDS = [".csv", ".tsv", ".txt"];
const WORKBOOK_KINDS = [".xlsx", ".xlsm"];
/** Workbooks too, but none that is read: the reader says which format it is. */
const OTHER_KINDS = [".xls", ".xlsb", ".ods"];

export async function openFile(path: string): Promise<WorkbookFile> {
  const name = basename(path);
  const kind = extname(path).toLowerCase();
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new UsageError(`${path}: ${whyNotRead(error)}`);
  });
  if (![...TEXT_KINDS, ...WORKBOOK_KINDS, ...OTHER_KINDS].includes(kind)) {
    throw new UsageError(`${name}: only .xlsx and .csv files are read.`);
  }
  const isText = TEXT_KINDS.includes(kind);
  if (bytes.length === 0) throw new UsageError(`${name}: the file is empty.`);
  const read = isText ? readCsv(bytes, { name: sheetName(basename(path, extname(path))) }) : await readWorkbook(bytes);
  if (!read.ok) throw new UsageError(fileFailureSentence(name, read.code, read.params));
  if (isText) refuseLongText(name, read.workbook);
  const notes = read.warnings.map(fileWarningSentence);
  if (read.lost.length > 0) notes.push(lostSentence(read.lost));
  return { name, workbook: read.workbook, original: isText ? undefined : bytes, notes };
}

/** Refuses a file that cannot be written, before any work is done: never the input, under whatever name. */
export async function refuseTarget(path: string, from: string): Promise<void> {
  const refuse = (why: string) => new UsageError(`--out ${path}: ${why}`);
  const folder = dirname(resolve(path));
  const [target, source, around] = await Promise.all([path, from, folder].map((each) => stat(each).catch(() => null)));
  if (target?.isDirectory()) throw refuse("this is a folder.");
  if (target && source && target.dev === source.dev && target.ino === source.ino) {
    throw refuse("this is the input; choose another name.");
  }
  if (!around?.isDirectory()) throw refuse(`there is no folder ${dirname(path)}.`);
  await access(folder, constants.W_OK).catch(() => {
    throw refuse("the folder cannot be written to.");
  });
}

/** Writes beside the target first, so that a failure leaves what was there. */
export async function saveFile(path: string, file: WorkbookFile, after: WorkbookSnapshot): Promise<void> {
  const bytes = await writeWorkbook(after, file.original);
  let folder: string | null = null;
  try {
    folder = await mkdtemp(join(dirname(resolve(path)), ".tier-"));
    await writeFile(join(folder, "out"), bytes);
    await rename(join(folder, "out"), path);
  } catch (error) {
    throw new UsageError(`--out ${path}: the file cannot be written (${codeOf(error)}).`);
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}

/** Excel holds no longer text in a cell, and a .csv may: mostly where a quotation is never closed. */
function refuseLongText(name: string, { sheets }: WorkbookSnapshot): void {
  const row = sheets[0]?.values.findIndex((cells) =>
    cells.some((cell) => typeof cell === "string" && cell.length > MAX_CELL_TEXT),
  );
  if (row === undefined || row < 0) return;
  throw new UsageError(
    `${name}: row ${count(row + 1)} has a text of more than ${count(MAX_CELL_TEXT)} characters, which no cell holds.`,
  );
}

function whyNotRead(error: unknown): string {
  const code = codeOf(error);
  if (code === "ENOENT" || code === "ENOTDIR") return "there is no such file.";
  return code === "EISDIR" ? "this is a folder." : `the file cannot be opened (${code}).`;
}

/** What the system calls a failure. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

/** A file's name as Excel names the sheet of a .csv: at most 31 characters and none of `[ ] : * ? / \`. */
function sheetName(name: string): string {
  const plain = name
    .replace(/[[\]:*?/\\\s]+/g, " ")
    .slice(0, 31)
    .replace(/[\ud800-\udbff]$/, "")
    .replace(/^['\s]+|['\s]+$/g, "");
  return plain === "" || plain.toLowerCase() === "history" ? "Sheet1" : plain;
}
