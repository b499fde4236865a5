import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, expect } from "vitest";
import { tier } from "../../addin/playground/cli/command";
import type { JsonReport } from "../../addin/playground/cli/report";
import { readCsv } from "../../addin/playground/files/readCsv";
import { readWorkbook } from "../../addin/playground/files/readWorkbook";
import { writeWorkbook } from "../../addin/playground/files/writeWorkbook";
import type { SheetSnapshot, WorkbookSnapshot } from "../../addin/playground/host/snapshot";

export const SAMPLE = "docs/sample/accounts-2026-q1.xlsx";
export const SAMPLE_Q2 = "docs/sample/accounts-2026-q2.xlsx";
export const PRESETS = "test/fixtures/presets";

/** Tables that others made; they are not part of the project. */
export const DATA = "../shared/data";
export const hasData = existsSync(DATA);
export const skippedData = hasData ? "" : " (skipped: ../shared/data is not here)";

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** The command in this process. */
export async function ran(...args: string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await tier(args, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

/** The command as a user starts it, in a process of its own. */
export function spawned(...args: string[]): Ran {
  const command = ["--import", "tsx", "addin/playground/cli/tier.ts", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  return { code: status, out: stdout, err: stderr };
}

export async function json(...args: string[]): Promise<JsonReport> {
  const { code, out, err } = await ran(...args, "--json");
  expect(code, err).toBe(0);
  return JSON.parse(out) as JsonReport;
}

/** The sentence that a command was refused with: one line or two short sentences, and nothing else anywhere. */
export async function refusal(...args: string[]): Promise<string> {
  const { code, out, err } = await ran(...args);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toMatch(/^[^\n]{10,330}\.$/);
  expect(err).not.toMatch(/undefined|null|NaN|\[object|Error:|\bat .*:\d+/);
  return err;
}

/** A folder for the files of one test file. */
export function folder(): { path: string; file(name: string, content?: string | Uint8Array): string } {
  const path = mkdtempSync(join(tmpdir(), "tier-test-"));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    file(name, content) {
      const full = join(path, name);
      if (content !== undefined) writeFileSync(full, content);
      return full;
    },
  };
}

export async function snapshotOf(path: string): Promise<WorkbookSnapshot> {
  const bytes = readFileSync(path);
  const read = path.endsWith(".csv") ? readCsv(bytes, { name: basename(path, ".csv") }) : await readWorkbook(bytes);
  if (!read.ok) throw new Error(`${path}: ${read.code}`);
  return read.workbook;
}

/** A copy of a workbook with its first sheet changed, everything else kept. */
export async function edited(
  from: string,
  to: string,
  edit: (sheet: SheetSnapshot, workbook: WorkbookSnapshot) => void,
): Promise<void> {
  const workbook = structuredClone(await snapshotOf(from));
  edit(firstSheet(workbook), workbook);
  const original = from.endsWith(".xlsx") ? readFileSync(from) : undefined;
  writeFileSync(to, await writeWorkbook(workbook, original));
}

export function firstSheet({ sheets }: WorkbookSnapshot): SheetSnapshot {
  const [sheet] = sheets;
  if (!sheet) throw new Error("no sheet");
  return sheet;
}

/** The values below a header. */
export function column({ values }: SheetSnapshot, header: string): (string | number | boolean)[] {
  const at = values[0]?.indexOf(header) ?? -1;
  if (at < 0) throw new Error(`no column ${header}`);
  return values.slice(1).map((row) => row[at] ?? "");
}

export function counted(values: readonly unknown[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
  return counts;
}

/** Label → count, without empty classes: what the column of a written file should hold. */
export function countsOf(classes: JsonReport["tiers"]): Record<string, number> {
  return Object.fromEntries(classes.filter(({ count }) => count > 0).map(({ label, count }) => [label, count]));
}
