/**
 * What the engine costs: `npm run bench:engine [-- rows]`, 100,000 and 1,000,000 rows of eight columns where none are given.
 *
 * Three presets, each over cells as the workbook gives them (blocks of rows, fresh texts): typing them, making the table
 * (who each row is, totals), the run, and what is handed on to be written. Beside it the least honest work for the same
 * question: a loop that types the same cells, one key for each name, and the numbers sorted once. All is CPU time, also
 * that of collecting garbage, of one process, in turns; medians.
 */
import {
  bindFields,
  BUILT_IN,
  resultOf,
  run,
  tableBuilder,
  type Binding,
  type CellValue,
  type Preset,
} from "../../engine/index";
import { engineCells, type EngineCells } from "./engineCells";
import { bareRanking } from "./bareRanking";
import { cpuLaps, ratio, show, type Measured } from "./measure";

const SIZES = process.argv[2] === undefined ? [100_000, 1_000_000] : [Number(process.argv[2])];
const PRESETS = process.argv[3] === undefined ? ["revenue-share", "abm-score", "client-value"] : [process.argv[3]];
const ROUNDS = { most: 9, fewest: 5, cells: 8_000_000 };
/** As the add-in reads them. */
const BLOCK_ROWS = 10_500;

type Cells = readonly (readonly CellValue[])[];

function engine(preset: Preset, binding: Binding, headers: readonly string[], rows: Cells): Measured {
  const clock = cpuLaps();
  const builder = tableBuilder(binding, preset, rows.length, { headers });
  if (!builder.ok) throw new Error(builder.issues.map(({ code }) => code).join(", "));
  for (let from = 0; from < rows.length; from += BLOCK_ROWS) {
    const block = rows.slice(from, from + BLOCK_ROWS);
    builder.add(block.length, (index) => ({ rows: block, index }));
  }
  clock.lap("typing the cells");
  const table = builder.table();
  clock.lap("who each row is");
  const tiered = run(table, preset, { asOf: "2026-01-31" });
  clock.lap("the run");
  const { columns } = resultOf(tiered);
  if (columns.length === 0) throw new Error("nothing to be written");
  clock.lap("what is handed on");
  return clock.measured();
}

function bare(cells: EngineCells, rows: Cells): Measured {
  const clock = cpuLaps();
  bareRanking(rows, cells);
  clock.lap("typed and sorted");
  return clock.measured();
}

function measure(id: string, size: number): void {
  const preset = BUILT_IN.get(id);
  if (!preset) throw new Error(`${id} is gone`);
  const cells = engineCells(id, size);
  const { headers } = cells;
  const binding = bindFields(headers, preset.fields, {});
  const text = cells.blocks.map((block) => JSON.stringify(block));
  const results = { engine: [] as Measured[], bare: [] as Measured[] };
  const rounds = Math.max(ROUNDS.fewest, Math.min(ROUNDS.most, Math.round(ROUNDS.cells / size)));
  for (let round = -2; round < rounds; round++) {
    const jobs = [
      { job: (rows: Cells) => engine(preset, binding, headers, rows), into: results.engine },
      { job: (rows: Cells) => bare(cells, rows), into: results.bare },
    ];
    for (const { job, into } of round % 2 === 0 ? jobs : jobs.reverse()) {
      const rows = text.flatMap((block) => JSON.parse(block) as CellValue[][]);
      globalThis.gc?.();
      const measured = job(rows);
      if (round >= 0) into.push(measured); // the rounds before the first one warm up
    }
  }
  console.log(`\n${id}, ${size.toLocaleString("en")} rows × ${headers.length}, CPU time, medians of ${rounds}`);
  show("the engine", results.engine);
  show("a bare loop: numbers and keys, sorted once", results.bare);
  console.log(`${ratio(results.engine, results.bare).toFixed(2).padStart(7)}     the one over the other`);
}

for (const size of SIZES) for (const id of PRESETS) measure(id, size);
if (!globalThis.gc) console.log("Run with --expose-gc: without it garbage of one job is collected in the other.");
