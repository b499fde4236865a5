/**
 * What the add-in costs above the workbook itself: `npm run bench:io -- [rows]`.
 *
 * (a) the whole job of the add-in: preview and apply of revenue-share on 100,000 rows × 8 columns;
 * (b) a bare read of the columns it maps and a bare write of two columns, in blocks of the same size.
 * Both go through Microsoft's client and our host, on a new workbook in memory each time, in turns, in one process. The
 * collections that are forced between two jobs would throw away compiled code that only the other job does without: it is kept
 * (`--no-flush-bytecode`).
 */
import type { Progress } from "../../addin/excel/blocks";
import { createTiering } from "../../addin/excel/tiering";
import { connect } from "../../addin/playground/host/client";
import { MemoryWorkbook } from "../../addin/playground/host/memory/memoryWorkbook";
import { BUILT_IN } from "../../engine/index";
import { accounts, HEADERS } from "./accounts";
import { bareWork } from "./bareWork";
import { laps, ratio, show, type Measured } from "./measure";

const ROWS = Number(process.argv[2] ?? 100_000);
const ROUNDS = 7;
const TARGET = 2;

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

async function main(): Promise<void> {
  const snapshot = accounts(ROWS);
  const results = { addIn: [] as Measured[], bare: [] as Measured[] };
  for (let round = -1; round < ROUNDS; round++) {
    const jobs = [
      { job: addIn, into: results.addIn },
      { job: bareWork, into: results.bare },
    ];
    for (const { job, into } of round % 2 === 0 ? jobs : jobs.reverse()) {
      const { Excel: excel, host } = connect(MemoryWorkbook.from(snapshot));
      globalThis.gc?.();
      const measured = await job(excel, ROWS);
      await host.settled();
      if (round >= 0) into.push(measured); // the round before the first one warms up
    }
  }
  console.log(`${ROWS.toLocaleString("en")} rows × ${HEADERS.length} columns, medians of ${ROUNDS}`);
  show("(a) the add-in: preview and apply", results.addIn);
  show("(b) bare read of 4 columns and write of 2", results.bare);
  console.log(
    `${ratio(results.addIn, results.bare).toFixed(2).padStart(7)}     (a) / (b), target ${TARGET.toFixed(1)}`,
  );
  console.log(`${ratio(results.addIn, results.bare, "cpu").toFixed(2).padStart(7)}     in CPU time`);
  console.log(`${(process.resourceUsage().maxRSS / 1024).toFixed(0).padStart(7)} MB  at most in memory`);
  if (!globalThis.gc)
    console.log("Run by `npm run bench:io`: without it garbage of one job is collected in the other.");
}

await main();
