/**
 * The add-in at any size: `npm run bench:size [-- rows]`, 100,000 and 1,048,575 rows where none are given.
 *
 * Preview, apply and verify revenue-share on a plain range and on a table of eight columns, beside (a) the protocol's own
 * bare reads and writes and (b) a bare read of the needed columns and a write of two. All go through Microsoft's client
 * and our host, on a new workbook in memory each time, in turns, in one process; the host's time counts everywhere.
 */
import { connect } from "../../addin/playground/host/client";
import { MemoryWorkbook } from "../../addin/playground/host/memory/memoryWorkbook";
import type { Traffic } from "../../addin/playground/host/traffic";
import { accounts, HEADERS } from "./accounts";
import { addInWork } from "./addInWork";
import { bareProtocol, bareWork } from "./bareWork";
import { ratio, show, type Measured } from "./measure";

const SIZES = process.argv[2] === undefined ? [100_000, 1_048_575] : [Number(process.argv[2])];
const MOST_ROUNDS = 7;
const FEWEST_ROUNDS = 3;
const MOST_BYTES = 5_000_000;
const TARGETS = { protocol: 1.3, bare: 2.2 };

async function measure(rows: number, kind: "range" | "table"): Promise<void> {
  const workbook = accounts(rows, kind);
  const jobs = [
    { name: "add-in", job: addInWork, measured: [] as Measured[], traffic: null as Traffic | null },
    { name: "protocol", job: bareProtocol, measured: [] as Measured[], traffic: null as Traffic | null },
    { name: "bare", job: bareWork, measured: [] as Measured[], traffic: null as Traffic | null },
  ];
  const rounds = Math.max(FEWEST_ROUNDS, Math.min(MOST_ROUNDS, Math.round(700_000 / rows)));
  for (let round = -1; round < rounds; round++) {
    for (const each of round % 2 === 0 ? jobs : [...jobs].reverse()) {
      const { Excel: excel, host } = connect(MemoryWorkbook.from(workbook));
      globalThis.gc?.();
      const measured = await each.job(excel, rows);
      await host.settled();
      if (round < 0) continue; // warms up
      each.measured.push(measured);
      each.traffic = host.traffic;
    }
  }
  const [own, protocol, bare] = jobs.map(({ measured }) => measured);
  if (!own || !protocol || !bare) return;
  console.log(`\n${rows.toLocaleString("en")} rows × ${HEADERS.length}, a ${kind}, medians of ${rounds}`);
  show("the add-in: preview and apply", own);
  show("(a) its own reads and writes, bare", protocol);
  show("(b) a bare read of 5 columns and write of 2", bare);
  const versus = (other: readonly Measured[], target: number) =>
    `${ratio(own, other).toFixed(2)} (${ratio(own, other, "cpu").toFixed(2)} in CPU time), target ${target.toFixed(1)}`;
  console.log(`  to (a) ${versus(protocol, TARGETS.protocol)}`);
  console.log(`  to (b) ${versus(bare, TARGETS.bare)}`);
  for (const { name, traffic } of jobs) if (traffic) console.log(`  ${name}: ${told(traffic)}`);
  const largest = Math.max(jobs[0]?.traffic?.largestIn ?? 0, jobs[0]?.traffic?.largestOut ?? 0);
  if (largest >= MOST_BYTES) throw new Error(`a message of ${largest} bytes`);
  console.log(
    `  ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB at most in memory so far, workbook and host too`,
  );
}

function told({ requests, bytesIn, bytesOut, largestIn, largestOut }: Traffic): string {
  const mb = (bytes: number) => `${(bytes / 1_000_000).toFixed(2)} MB`;
  const sums = `${mb(bytesIn)} to Excel and ${mb(bytesOut)} back`;
  return `${requests} requests, ${sums}; the largest ${mb(largestIn)} and ${mb(largestOut)}`;
}

for (const rows of SIZES) {
  await measure(rows, "range");
  await measure(rows, "table");
}
