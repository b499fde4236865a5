/**
 * How the time of every kind of rule grows with the table: `npm run bench:growth [-- rows]`, up to 1,000,000 rows where
 * nothing else is said.
 *
 * One run of a preset that holds nothing but that rule, in CPU time, medians; and the slope between 10,000 rows and the
 * most, on logarithmic scales: 1 is linear, a sort a little more, 2 is the square.
 */
import { parsePreset, run, type Preset, type Table } from "../../engine/index";
import { jobCells, type Cells } from "./job/cells";
import { AS_OF } from "./job/job";
import { tableOf } from "./job/ours";
import { PIECES, presetWith, type Piece } from "./job/pieces";
import { cpuLaps, median } from "./measure";

const MOST = Number(process.argv[2] ?? 1_000_000);
const SIZES = [1_000, 10_000, 31_623, 100_000, 316_228, 1_000_000].filter((size) => size <= MOST);
/** From here on slopes are taken: below, what a run costs whatever its rows are shows. */
const FROM = 10_000;
const ROUNDS = { most: 9, fewest: 3, rows: 1_000_000 };
const TARGET = 1.15;

function presetOf(piece: Piece): Preset {
  const parsed = parsePreset(presetWith(piece));
  if (!parsed.ok) throw new Error(`${piece.name}: ${JSON.stringify(parsed.issues)}`);
  return parsed.preset;
}

/** Milliseconds of CPU time of one run. */
function timeOf(piece: Piece, table: Table, cells: Cells): number {
  const preset = presetOf(piece);
  const options = { asOf: AS_OF, ...piece.options?.(cells) };
  const rounds = Math.max(ROUNDS.fewest, Math.min(ROUNDS.most, Math.round(ROUNDS.rows / cells.length)));
  const times: number[] = [];
  globalThis.gc?.();
  for (let round = -1; round < rounds; round++) {
    const clock = cpuLaps();
    run(table, preset, options);
    clock.lap("run");
    if (round >= 0) times.push(clock.measured().all);
  }
  return median(times);
}

/** Of the line through the logarithms, by least squares. */
function slope(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (of: 0 | 1) => logs.reduce((sum, point) => sum + point[of], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const [over, under] = logs.reduce(([a, b], [u, v]) => [a + (u - x) * (v - y), b + (u - x) ** 2], [0, 0]);
  return over / under;
}

const times = new Map(PIECES.map((piece) => [piece, [] as [number, number][]]));
for (const size of SIZES.toReversed()) {
  // from the most on, so that the least finds everything compiled
  const cells = jobCells(size);
  const table = tableOf(cells, presetOf(PIECES[0]!)); // there are some, and all have the same fields
  for (const [piece, found] of times) found.unshift([size, timeOf(piece, table, cells)]);
}
console.log(`| ms of CPU time | ${SIZES.map((size) => size.toLocaleString("en")).join(" | ")} | slope |`);
console.log(`| --- |${" ---: |".repeat(SIZES.length + 1)}`);
for (const [{ kind, name }, found] of times) {
  const cells = found.map(([, time]) => time.toFixed(time < 10 ? 2 : 0));
  const steep = slope(found.filter(([size]) => size >= FROM));
  console.log(`| ${kind}: ${name} | ${cells.join(" | ")} | ${steep.toFixed(2)}${steep > TARGET ? " (!)" : ""} |`);
}
