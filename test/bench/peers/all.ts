import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { floor } from "../job/floor";
import { jobCells } from "../job/cells";
import type { Contender, Labels } from "../job/job";
import { objects } from "../job/objects";
import { ours } from "../job/ours";
import { arquero } from "./arquero";
import { duckdb } from "./duckdb";
import { ownTimes } from "./ownTimes";
import { officeTimes } from "./officeTimes";
import { peakOf } from "./peak";
import { polars } from "./polars";
import { jsonRulesEngine, zenEngine } from "./rulesEngines";
import { table } from "./table";
import { timed, type Row } from "./timed";

const CHECKED_ROWS = 20_000;
const SIZES = [10_000, 100_000, 1_048_575];
/** Where the engines that judge one account at a time are timed. */
const RULES_ROWS = 100_000;

const { values: options } = parseArgs({
  options: {
    rows: { type: "string", multiple: true },
    rounds: { type: "string", default: "7" },
    memory: { type: "boolean", default: false },
    office: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    /** How this program calls itself: one run of one contender, for its memory alone. */
    peak: { type: "string" },
  },
});

async function contenders(): Promise<Contender[]> {
  return [ours("first"), ours("later"), floor("fresh"), floor("kept"), objects, arquero, polars, await duckdb()];
}

/** Nobody is timed who does not find the same. */
async function mustAgree(others: readonly Contender[]): Promise<void> {
  const cells = jobCells(CHECKED_ROWS);
  const words = ({ segment, tier }: Labels) => segment.map((word, row) => `${word}, ${tier[row] ?? ""}`);
  const expected = words(await objects.run(cells));
  for (const contender of [...others, ...(await rulesEnginesFor(cells))]) {
    const found = words(await contender.run(cells));
    const off = expected.findIndex((each, row) => each !== found[row]);
    if (off >= 0)
      throw new Error(`${contender.name}, row ${off}: ${found[off] ?? "nothing"}, not ${expected[off] ?? ""}`);
  }
  console.log(`All find the same in ${CHECKED_ROWS.toLocaleString("en")} rows.`);
}

async function rulesEnginesFor(cells: ReturnType<typeof jobCells>): Promise<Contender[]> {
  const engines = [jsonRulesEngine(), zenEngine()];
  engines.forEach((engine) => engine.prepare(cells));
  return engines;
}

/** The memory of one contender in a process of its own: what it takes at most above the cells. */
function peakInOwnProcess(name: string, rows: number): number {
  const program = fileURLToPath(import.meta.url);
  const flags = [...process.execArgv, program, "--peak", name, "--rows", String(rows)];
  const { stdout, stderr } = spawnSync(process.execPath, flags, { encoding: "utf8" });
  const found = /(\d+) MB/.exec(stdout)?.[1];
  if (found === undefined) throw new Error(stderr);
  return Number(found);
}

async function compared(rows: number, rounds: number): Promise<string> {
  const all = await contenders();
  const cells = [jobCells(rows), jobCells(rows, 7)] as const;
  const found = await timed(all, cells, rounds);
  if (rows === RULES_ROWS) {
    for (const engine of await rulesEnginesFor(cells[0])) found.push(...(await timed([engine], cells, rounds)));
  }
  const [own] = found.filter(({ name }) => name === all[1]?.name);
  const withPeaks = found.map((row): Row => {
    return options.memory && all.some(({ name }) => name === row.name)
      ? { ...row, peak: peakInOwnProcess(row.name, rows) }
      : row;
  });
  return table(rows, withPeaks, own);
}

async function main(): Promise<void> {
  const sizes = options.rows ? options.rows.map(Number) : SIZES;
  if (options.peak !== undefined) {
    const contender = (await contenders()).find(({ name }) => name === options.peak);
    if (!contender) throw new Error(`${options.peak} is gone`);
    console.log(`${(await peakOf(contender, sizes[0] ?? 0)).toFixed(0)} MB`);
    return;
  }
  await mustAgree(await contenders());
  const told: string[] = [];
  const tell = (text: string) => {
    console.log(`\n${text}`);
    told.push(text);
  };
  for (const rows of sizes) tell(await compared(rows, Number(options.rounds)));
  tell(await ownTimes());
  if (options.office) tell(await officeTimes());
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "?"}, Node ${process.version}`;
  if (options.write) {
    const target = new URL("../../../docs/speed.md", import.meta.url);
    const [, others = ""] = (await readFile(target, "utf8")).split(OTHERS);
    const measured = `Measured on ${machine}, in rounds of ${options.rounds}.`;
    await writeFile(target, [HEAD, measured, ...told, OTHERS + others].join("\n\n"));
  }
}

const HEAD = `# How fast it is

Written by \`npm run bench -- --write\`; \`--memory\` adds what each takes, \`--office\` LibreOffice's formulas. The job, from cells to words: accounts of ten columns, of whose number cells
3 % are blank and 1 % text, 1 % of the amounts negative, 5 % of the accounts with equal amounts. Value is the sum of three columns, or the expected revenue
of new accounts; who has text for a number is put up for review; segments are by life and by shares of 30, 50 and 20 %;
the score is half percent rank, 0.3 engagement, 0.2 growth; tier 1 is for key accounts and a score of 0.85, tier 2 for 0.5;
large accounts of three industries go up one tier; tier 1 has 500 seats. All that stand here find the same words for 20,000 accounts before they are timed.

Times are medians of the runs that were kept waiting least, in one process and in turns. By hand is a program that can do
nothing but this job: with buffers made anew, as a first run has them, or kept from the run before. "First" and "later" are the same for
ours: a later run reads new data of the same shape, while the reading before it is still there, as in the add-in. The memory is the most
that a process takes above the cells. Garbage is collected before each run; with the last object of a kind V8 throws away the code that it
has compiled for that kind, so that some of it is compiled anew in each run.`;

/** What another bench tells, below. */
const OTHERS = "## After an edit";

await main();
process.exit(0); // the thread pools of some would keep it
