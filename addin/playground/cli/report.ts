import { isoOf, type ClassStats, type Issue } from "../../../engine/index";
import { columnLetters } from "../../excel/address";
import { sheetRowOf, sourceAddress } from "../../excel/source";
import { inShownOrder } from "../../strings/classOrder";
import { count, percent, rowsNamed, things } from "../../strings/format";
import { issueSentence } from "../../strings/issues";
import { whatHappened } from "../../strings/problems";
import { recordingSentence, sheetIssueSentence } from "../../strings/sheets";
import type { SheetIssue } from "../../excel/sheets/tables/readRows";
import type { Job } from "./job";
import type { Options } from "./options";
import { sheetLines } from "./sheets";
import type { Timings } from "./stopwatch";

/** The result of `tier --json`. Rows are sheet rows, counted from 1. */
export interface JsonReport {
  readonly source: { file: string; sheet: string; table: string | null; address: string };
  readonly preset: { id: string; version: number; name: string };
  readonly asOf: string;
  /** Rows that name an account, and all rows below the header. */
  readonly accounts: number;
  readonly rows: number;
  readonly segments: readonly JsonClass[];
  readonly tiers: readonly JsonClass[];
  /** Accounts in no tier, by the word beside them. */
  readonly outside: readonly JsonClass[];
  readonly issues: readonly { code: string; severity: string; count: number; rows: readonly number[] }[];
  /** null where nothing was written. */
  /** Rows of our own sheets that were left out. */
  readonly sheetRows: readonly { sheet: string; address: string; problem: string }[];
  readonly written: {
    file: string;
    cells: number;
    columns: readonly string[];
    changes: Job["preview"]["plan"]["moves"];
  } | null;
  /** What was asked for beside the tiers. */
  readonly sheets: {
    review: { day: string; accounts: number; raised: number } | null;
    summary: { rows: number; charts: number | null } | null;
    dossiers: { added: number; updated: number; contacts: { known: number; toFind: number } } | null;
    lists: readonly { tier: string; accounts: number }[];
    csv: readonly { tier: string; file: string }[];
  };
  /** Milliseconds by step; the steps are explained at `STEPS`. */
  readonly timings: Timings;
}

type JsonClass = Pick<ClassStats, "id" | "label" | "count" | "sum" | "share">;

export function jsonReport(file: string, job: Job, { out }: Options): JsonReport {
  const { source, run, plan } = job.preview;
  const { preset, stats, size } = run;
  const done = job.tiered?.plan ?? plan;
  return {
    source: { file, sheet: source.sheet.name, table: source.table?.name ?? null, address: sourceAddress(source) },
    preset: { id: preset.id, version: preset.version, name: preset.name },
    asOf: isoOf(run.asOf),
    accounts: accountsOf(job),
    rows: size,
    segments: stats.segments.map(classOf),
    tiers: stats.tiers.map(classOf),
    outside: stats.outside.map(classOf),
    issues: run.issues.map(({ code, severity, count, rows }) => ({
      code,
      severity,
      count,
      rows: rows.map((row) => sheetRow(job, row)),
    })),
    sheetRows: rowsLeftOut(job).map((issue) => {
      const { sheet, address } = issue;
      return { sheet, address, problem: sheetIssueSentence(issue) };
    }),
    written: job.tiered && {
      file: out ?? "",
      cells: job.tiered.cells,
      columns: done.columns.map(({ column }) => columnLetters(column)),
      changes: done.moves,
    },
    sheets: sheetsOf(job),
    timings: job.timings,
  };
}

/** By the run, and by the review that was recorded after it. */
function rowsLeftOut({ preview, recording }: Job): SheetIssue[] {
  return [...preview.sheets.issues, ...(recording?.issues ?? [])];
}

function sheetsOf({ recording, sheets: { summary, dossiers, lists, csv } }: Job): JsonReport["sheets"] {
  return {
    review: recording && { day: recording.day, accounts: recording.accounts, raised: recording.raised },
    summary: summary && { rows: summary.rows, charts: summary.charts },
    dossiers: dossiers && { added: dossiers.added, updated: dossiers.updated, contacts: dossiers.coverage },
    lists,
    csv: csv.map(({ tier, file }) => ({ tier, file })),
  };
}

function accountsOf({ preview }: Job): number {
  return preview.run.included.reduce((sum, isAccount) => sum + isAccount, 0);
}

function classOf({ id, label, count, sum, share }: ClassStats): JsonClass {
  return { id, label, count, sum, share };
}

/** The same for people. */
export function textReport(file: string, job: Job, { out }: Options): string {
  const { source, run, plan } = job.preview;
  const { preset, stats, issues, asOf } = run;
  const what = source.table ? `table ${source.table.name} on ${source.sheet.name}` : source.sheet.name;
  const lines = [
    `${file}: ${things(accountsOf(job), "account")}, ${what} ${sourceAddress(source)}`,
    `${preset.name}, as of ${isoOf(asOf)}`,
    mappingLine(job),
    ...classLines([
      { heading: "Segment", classes: stats.segments },
      { heading: "Tier", classes: [...stats.tiers, ...stats.outside] },
    ]),
  ];
  const said = [
    ...issues.map((issue) => issueLine(issue, job)),
    ...rowsLeftOut(job).map((issue) => sheetIssueSentence(issue)),
  ];
  if (said.length > 0) lines.push("", ...said.map((each) => `- ${each}`));
  const { up, down, same, new: fresh } = (job.tiered?.plan ?? plan).moves;
  lines.push("", `Changes: ${count(up)} up · ${count(down)} down · ${count(fresh)} new · ${count(same)} same`);
  if (job.tiered) lines.push(`Written to ${out}: ${things(job.tiered.cells, "cell")}.`);
  else if (plan.obstacle) lines.push(`It cannot be written: ${whatHappened({ ...plan.obstacle, written: "nothing" })}`);
  else lines.push("Nothing was written; --out OUT.xlsx writes.");
  if (job.recording) lines.push(recordingSentence(job.recording));
  lines.push(...sheetLines(job.sheets));
  return lines.join("\n");
}

function mappingLine({ preview }: Job): string {
  const { fields } = preview.run.preset;
  return [...preview.plan.accounts.mapping]
    .filter(([, headers]) => headers.length > 0)
    .map(([id, headers]) => `${fields.get(id)?.label ?? id}: ${headers.map((header) => header.trim()).join(" + ")}`)
    .join("   ");
}

/** Blocks of lines, all with the same columns: label, accounts, value and share of all value. */
function classLines(blocks: readonly { heading: string; classes: readonly ClassStats[] }[]): string[] {
  const shown = blocks
    .filter(({ classes }) => classes.length > 0)
    .map(({ heading, classes }) => [
      [heading, "Accounts", "Value", "Share"],
      ...inShownOrder(classes).map(({ label, count: accounts, sum, share }) => [
        label,
        count(accounts),
        count(Math.round(sum)),
        share === null ? "–" : percent(share),
      ]),
    ]);
  const widths = [0, 1, 2, 3].map((at) => Math.max(0, ...shown.flat().map((cells) => cells[at]?.length ?? 0)));
  return shown.flatMap((lines) => [
    "",
    ...lines.map((cells) =>
      cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0))).join("  "),
    ),
  ]);
}

function issueLine(issue: Issue, job: Job): string {
  const { fields } = job.preview.run.preset;
  const sentence = issueSentence(issue, (id) => fields.get(id)?.label ?? id);
  if (issue.rows.length === 0 || isAboutHeader(issue, job)) return sentence;
  return `${sentence} (${rowsNamed(
    issue.rows.map((row) => sheetRow(job, row)),
    issue.count,
  )})`;
}

/** What is said of a column names its header's row. */
function isAboutHeader({ rows }: Issue, { preview }: Job): boolean {
  const { row, rows: taken } = preview.source.header;
  return rows.every((each) => each < row + taken);
}

/** Engine rows count from the top of the source; the sheet's from its own, and from 1. */
function sheetRow({ preview }: Job, row: number): number {
  return sheetRowOf(preview.source, row) + 1;
}
