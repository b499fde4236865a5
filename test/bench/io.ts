/**
 * What the add-in costs above the workbook itself: `npx tsx --expose-gc test/bench/io.ts [rows]`.
 *
 * (a) the whole job of the add-in: preview and apply of revenue-share on 100,000 rows × 8 columns;
 * (b) a bare read of the columns it maps and a bare write of two columns, in blocks of the same size.
 * Both go through Microsoft's client and our host, on a new workbook in memory each time, in turns, in one process.
 */
import type { Progress } from "../../addin/excel/blocks";
import { createTiering } from "../../addin/excel/tiering";
import { connect } from "../../addin/playground/host/client";
import { MemoryWorkbook } from "../../addin/playground/host/memory/memoryWorkbook";
import { sheetOf, workbookOf } from "../../addin/playground/host/simpleSnapshot";
import type { CellValue, WorkbookSnapshot } from "../../addin/playground/host/snapshot";
import { BUILT_IN } from "../../engine/index";

const ROWS = Number(process.argv[2] ?? 100_000);
const ROUNDS = 7;
const TARGET = 2;

const HEADERS = ["Account", "Industry", "Country", "Owner", "Revenue", "Expected revenue", "First purchase", "Orders"];
const ACCOUNT = 0;
/** Revenue, Expected revenue and First purchase stand side by side. */
const NUMBERS = { column: 4, columns: 3 };
const SEGMENT = 8;
const TIER = 9;
/** As the add-in: at most 10,500 rows. */
const READ_ROWS = 10_500;
const WRITE_ROWS = 10_500;

/** Numbers from 0 to 1 that are the same in every run. (Park and Miller's generator.) */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function accounts(): WorkbookSnapshot {
  const random = seeded(20_260_131);
  const oneOf = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? "";
  const rows = Array.from({ length: ROWS }, (_, i): CellValue[] => {
    const isProspect = random() < 0.08;
    return [
      `Account ${i} Ltd`,
      oneOf(["Technology", "Retail", "Media", "Health"]),
      oneOf(["US", "DE", "FR", "NL", "UK"]),
      `Owner ${Math.floor(random() * 40)}`,
      isProspect ? "" : Math.round(Math.exp(8 + 4 * random()) * 100) / 100,
      Math.round(Math.exp(8 + 4 * random())),
      isProspect ? "" : 44_000 + Math.floor(random() * 2_050),
      Math.floor(random() * 50),
    ];
  });
  return workbookOf([sheetOf("Accounts", [HEADERS, ...rows])]);
}

interface Measured {
  readonly steps: Readonly<Record<string, number>>;
  readonly all: number;
}

/** (a) */
async function addIn(excel: typeof Excel): Promise<Measured> {
  const preset = BUILT_IN.get("revenue-share");
  if (!preset) throw new Error("revenue-share is gone");
  const tiering = createTiering(excel);
  const where = { by: "range", sheet: "Accounts", address: "A1" } as const;
  const clock = laps();
  const previewed = await tiering.preview({ where, preset, asOf: "2026-01-31" });
  if (!previewed.ok) throw new Error(previewed.problem.code);
  clock.lap("preview");
  // The first row that is written tells looking again from writing.
  let isWriting = false;
  const progress: Progress = {
    onRows: () => {
      if (!isWriting) clock.lap("apply: look again, write the first block");
      isWriting = true;
    },
  };
  const applied = await tiering.apply(previewed.value, progress);
  if (!applied.ok) throw new Error(applied.problem.code);
  clock.lap("apply: write the others, read back, colour, note down");
  return clock.measured();
}

/** (b) */
async function bare(excel: typeof Excel): Promise<Measured> {
  const clock = laps();
  const labels = Array.from({ length: ROWS }, (_, i): string => `Tier ${(i % 3) + 1}`);
  clock.lap("");
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Accounts");
    for (let from = 0; from < ROWS; from += READ_ROWS) {
      const rows = Math.min(READ_ROWS, ROWS - from);
      const names = sheet.getRangeByIndexes(from + 1, ACCOUNT, rows, 1);
      const numbers = sheet.getRangeByIndexes(from + 1, NUMBERS.column, rows, NUMBERS.columns);
      names.load("values");
      numbers.load("values");
      await context.sync();
      if (names.values.length !== rows || numbers.values.length !== rows) throw new Error("rows are missing");
      names.untrack();
      numbers.untrack();
    }
    clock.lap("read");
    for (let from = 0; from < ROWS; from += WRITE_ROWS) {
      const rows = Math.min(WRITE_ROWS, ROWS - from);
      for (const column of [SEGMENT, TIER]) {
        const range = sheet.getRangeByIndexes(from + 1, column, rows, 1);
        range.values = labels.slice(from, from + rows).map((label) => [label]);
        range.untrack();
      }
      await context.sync();
    }
    clock.lap("write");
  });
  return clock.measured();
}

function laps() {
  const steps: Record<string, number> = {};
  let last = performance.now();
  return {
    lap(step: string) {
      const now = performance.now();
      if (step !== "") steps[step] = (steps[step] ?? 0) + now - last;
      last = now;
    },
    measured: (): Measured => ({ steps, all: Object.values(steps).reduce((sum, each) => sum + each, 0) }),
  };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

function show(title: string, measured: readonly Measured[]): void {
  const ms = (value: number) => `${value.toFixed(0).padStart(7)} ms`;
  console.log(`${ms(median(measured.map(({ all }) => all)))}  ${title}`);
  for (const step of Object.keys(measured[0]?.steps ?? {})) {
    console.log(`${ms(median(measured.map(({ steps }) => steps[step] ?? 0)))}    ${step}`);
  }
}

async function main(): Promise<void> {
  const snapshot = accounts();
  const results = { addIn: [] as Measured[], bare: [] as Measured[] };
  for (let round = -1; round < ROUNDS; round++) {
    const jobs = [
      { job: addIn, into: results.addIn },
      { job: bare, into: results.bare },
    ];
    for (const { job, into } of round % 2 === 0 ? jobs : jobs.reverse()) {
      const { Excel: excel, host } = connect(MemoryWorkbook.from(snapshot));
      globalThis.gc?.();
      const measured = await job(excel);
      await host.settled();
      if (round >= 0) into.push(measured); // the round before the first one warms up
    }
  }
  console.log(`${ROWS.toLocaleString("en")} rows × ${HEADERS.length} columns, medians of ${ROUNDS}`);
  show("(a) the add-in: preview and apply", results.addIn);
  show("(b) bare read of 4 columns and write of 2", results.bare);
  const ratios = results.addIn.map(({ all }, i) => all / (results.bare[i]?.all ?? NaN));
  console.log(`${median(ratios).toFixed(2).padStart(7)}     (a) / (b), target ${TARGET.toFixed(1)}`);
  console.log(`${(process.resourceUsage().maxRSS / 1024).toFixed(0).padStart(7)} MB  at most in memory`);
  if (!globalThis.gc) console.log("Run with --expose-gc: without it garbage of one job is collected in the other.");
}

await main();
