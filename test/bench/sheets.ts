/**
 * What our sheets cost above the workbook itself: `npm run bench:sheets [-- accounts]`, 100,000 where none are given.
 *
 * A first review of all accounts is recorded; with it as history there is a preview, a stale check and a second review.
 * Each stands beside a bare write or read of the same cells. All go through Microsoft's client and our host, on a new
 * workbook in memory each time, in turns, in one process; all is CPU time, the host's and the collector's too. A review
 * holds more than its cells: the accounts are read and tiered once more, and every alert is worked out.
 */
import type { Outcome } from "../../addin/excel/problem";
import { createTiering, type Preview, type Tiering } from "../../addin/excel/tiering";
import { connect } from "../../addin/playground/host/client";
import { MemoryWorkbook } from "../../addin/playground/host/memory/memoryWorkbook";
import type { CellValue, WorkbookSnapshot } from "../../addin/playground/host/snapshot";
import { BUILT_IN } from "../../engine/index";
import { ACCOUNT, accounts, INPUTS } from "./accounts";
import { cpuLaps, ratio, show, type Measured } from "./measure";

const ROWS = Number(process.argv[2] ?? 100_000);
const ROUNDS = 3;
const [FIRST, SECOND] = ["2026-01-31", "2026-04-30"];
const HISTORY = "Tier History";
/** Cells of one message, as the add-in has them. */
const BLOCK_CELLS = 42_000;

const preset = BUILT_IN.get("revenue-share");
if (!preset) throw new Error("revenue-share is gone");
const request = { where: { by: "range", sheet: "Accounts", address: "A1" }, preset } as const;

/** Does what is not measured, and answers with what is. */
type Job = (excel: typeof Excel) => Promise<() => Promise<unknown>>;

const record =
  (asOf: string): Job =>
  async (excel) => {
    const tiering = createTiering(excel);
    const preview = await previewed(tiering, asOf);
    if (asOf !== FIRST) must(await tiering.apply(preview));
    return async () => must(await tiering.recordReview(preview));
  };

const preview: Job = (excel) => Promise.resolve(() => previewed(createTiering(excel), SECOND));

const stale: Job = async (excel) => {
  const tiering = createTiering(excel);
  const [source] = must(await tiering.sources());
  return async () => must(await tiering.stale(source?.id ?? "", SECOND));
};

function previewed(tiering: Tiering, asOf: string): Promise<Preview> {
  return tiering.preview({ ...request, asOf }).then(must);
}

/** Writes the cells of a sheet to a new one, and reads them back. */
const bareWrite =
  (cells: readonly CellValue[][]): Job =>
  (excel) =>
    Promise.resolve(() =>
      excel.run(async (context) => {
        context.workbook.worksheets.add("Bare");
        await inBlocks(cells.length, cells[0]?.length ?? 1, async (from, count) => {
          const range = rangeIn(context, "Bare", from, count, 0, cells[0]?.length ?? 1);
          range.values = cells.slice(from, from + count);
          range.load("values");
          await context.sync();
          if (range.values.length !== count) throw new Error("rows are missing");
        });
      }),
    );

/** Reads the history, and of the accounts what the preset needs. */
const bareRead =
  (width: number): Job =>
  (excel) =>
    Promise.resolve(() =>
      excel.run(async (context) => {
        for (const [sheet, column, columns] of [
          [HISTORY, 0, width],
          ["Accounts", ACCOUNT, 1],
          ["Accounts", INPUTS.column, INPUTS.columns],
        ] as const) {
          await inBlocks(ROWS + 1, columns, async (from, count) => {
            const range = rangeIn(context, sheet, from, count, column, columns);
            range.load("values");
            await context.sync();
            if (range.values.length !== count) throw new Error("rows are missing");
          });
        }
      }),
    );

function rangeIn(
  context: Excel.RequestContext,
  sheet: string,
  row: number,
  rows: number,
  column: number,
  columns: number,
): Excel.Range {
  return context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, rows, columns).untrack();
}

async function inBlocks(rows: number, columns: number, step: (from: number, count: number) => Promise<void>) {
  const most = Math.floor(BLOCK_CELLS / columns);
  for (let from = 0; from < rows; from += most) await step(from, Math.min(most, rows - from));
}

async function measure(title: string, start: WorkbookSnapshot, own: Job, bare: Job): Promise<void> {
  const jobs = [
    { title, job: own, measured: [] as Measured[] },
    { title: "the bare cells", job: bare, measured: [] as Measured[] },
  ];
  let requests = 0;
  let largest = 0;
  for (let round = -1; round < ROUNDS; round++) {
    for (const each of round % 2 === 0 ? jobs : [...jobs].reverse()) {
      const { Excel: excel, host } = connect(MemoryWorkbook.from(start));
      const work = await each.job(excel);
      globalThis.gc?.();
      const before = host.traffic.requests;
      const clock = cpuLaps();
      await work();
      await host.settled();
      clock.lap("CPU");
      if (round >= 0) each.measured.push(clock.measured()); // the round before the first one warms up
      if (each.job !== own) continue;
      requests = host.traffic.requests - before;
      largest = Math.max(host.traffic.largestIn, host.traffic.largestOut);
    }
  }
  const [ours, others] = jobs.map(({ measured }) => measured);
  if (!ours || !others) return;
  for (const each of jobs) show(each.title, each.measured);
  const kilobytes = Math.round(largest / 1000);
  console.log(
    `${ratio(ours, others).toFixed(2).padStart(7)}     ratio; ${requests} requests of ${kilobytes} KB at most\n`,
  );
}

/** A workbook that something was done to. */
async function after(start: WorkbookSnapshot, act: (tiering: Tiering) => Promise<unknown>): Promise<WorkbookSnapshot> {
  const workbook = MemoryWorkbook.from(start);
  await act(createTiering(connect(workbook).Excel));
  return workbook.snapshot();
}

function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`${outcome.problem.code} ${outcome.problem.detail ?? ""}`);
}

async function main(): Promise<void> {
  console.log(`${ROWS.toLocaleString("en")} accounts, medians of ${ROUNDS}\n`);
  const tiered = await after(accounts(ROWS), async (tiering) =>
    must(await tiering.apply(await previewed(tiering, FIRST))),
  );
  const reviewed = await after(tiered, async (tiering) =>
    must(await tiering.recordReview(await previewed(tiering, FIRST))),
  );
  const history = reviewed.sheets.find(({ name }) => name === HISTORY)?.values ?? [];
  const width = Math.max(...history.slice(0, 2).map((row) => row.length));
  const cells = history.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ""));
  await measure("the first review", tiered, record(FIRST), bareWrite(cells));
  await measure("a preview that goes by it", reviewed, preview, bareRead(width));
  await measure("a stale check that goes by it", reviewed, stale, bareRead(width));
  await measure("a second review", reviewed, record(SECOND), bareRead(width));
}

await main();
