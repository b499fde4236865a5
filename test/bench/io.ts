/**
 * What the add-in costs above the workbook itself: `npm run bench:io -- [rows]`.
 *
 * (a) the whole job of the add-in: preview and apply of revenue-share on 100,000 rows × 8 columns;
 * (b) a bare read of the columns it maps and a bare write of two columns, in blocks of the same size.
 * Both go through Microsoft's client and our host, on a new workbook in memory each time, in turns, in one process. The
 * collections that are forced between two jobs would throw away compiled code that only the other job does without: it is kept
 * (`--no-flush-bytecode`).
 */
import { connect } from "../../addin/playground/host/client";
import { MemoryWorkbook } from "../../addin/playground/host/memory/memoryWorkbook";
import { accounts, HEADERS } from "./accounts";
import { addInWork } from "./addInWork";
import { bareWork } from "./bareWork";
import { ratio, show, type Measured } from "./measure";

const ROWS = Number(process.argv[2] ?? 100_000);
/** The engine has more code than a bare read, and is compiled for longer. */
const WARM_UP = 5;
const ROUNDS = 7;
const TARGET = 2;

async function main(): Promise<void> {
  const snapshot = accounts(ROWS);
  const results = { addIn: [] as Measured[], bare: [] as Measured[] };
  const first = { addIn: [] as Measured[], bare: [] as Measured[] };
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const jobs = [
      { job: addInWork, into: (round < 0 ? first : results).addIn },
      { job: bareWork, into: (round < 0 ? first : results).bare },
    ];
    for (const { job, into } of round % 2 === 0 ? jobs : jobs.reverse()) {
      const { Excel: excel, host } = connect(MemoryWorkbook.from(snapshot));
      globalThis.gc?.();
      const measured = await job(excel, ROWS);
      await host.settled();
      into.push(measured);
    }
  }
  console.log(`${ROWS.toLocaleString("en")} rows × ${HEADERS.length} columns, medians of ${ROUNDS}`);
  show("(a) the add-in: preview and apply", results.addIn);
  show("(b) bare read of 5 columns and write of 2", results.bare);
  console.log(
    `${ratio(results.addIn, results.bare).toFixed(2).padStart(7)}     (a) / (b), target ${TARGET.toFixed(1)}`,
  );
  console.log(`${ratio(results.addIn, results.bare, "cpu").toFixed(2).padStart(7)}     in CPU time`);
  const cold = ratio(first.addIn.slice(0, 1), first.bare.slice(0, 1));
  console.log(`${cold.toFixed(2).padStart(7)}     in the first round of all, before anything was compiled`);
  console.log(`${(process.resourceUsage().maxRSS / 1024).toFixed(0).padStart(7)} MB  at most in memory`);
  if (!globalThis.gc)
    console.log("Run by `npm run bench:io`: without it garbage of one job is collected in the other.");
}

await main();
