/**
 * What a run costs after an edit of known rows, as a share of a run over all of them:
 * `npm run bench:incremental [-- rows [preset [rounds]]]`, 1,000,000 rows of three presets where none are given.
 *
 * An edit is a table made from the one before (`editTable`) and a run that goes on from the run before. The whole is `run`
 * alone over a table that was read already: typing the cells again would cost more than that, and is left out. Edited are
 * rows spread over the table: one cell that nothing is ranked by; one ranked number by 10 % more or less; 100 and
 * 10,000 of these. All is CPU time, also that of collecting garbage, in turns; medians.
 */
import {
  bindFields,
  BUILT_IN,
  editTable,
  run,
  tableBuilder,
  type CellValue,
  type Preset,
  type Run,
  type Table,
} from "../../engine/index";
import { engineCells } from "./engineCells";
import { median } from "./measure";
import { seeded } from "./accounts";

const SIZE = Number(process.argv[2] ?? 1_000_000);
const PRESETS = process.argv[3] === undefined ? ["revenue-share", "client-value", "abm-score"] : [process.argv[3]];
const ROUNDS = Number(process.argv[4] ?? 7);
const AS_OF = "2026-01-31";
/** What nothing is ranked by, and what is, by the header of their columns. */
const CELLS: Readonly<Record<string, { readonly plain: string; readonly ranked: string }>> = {
  "revenue-share": { plain: "Owner", ranked: "Revenue" },
  "client-value": { plain: "Owner", ranked: "Revenue" },
  "abm-score": { plain: "Owner", ranked: "Revenue" },
};

interface Edit {
  readonly name: string;
  readonly rows: number;
  readonly isRanked: boolean;
}
const EDITS: readonly Edit[] = [
  { name: "one row, nothing ranked", rows: 1, isRanked: false },
  { name: "one value ± 10 %", rows: 1, isRanked: true },
  { name: "100 values", rows: 100, isRanked: true },
  { name: "10,000 values", rows: 10_000, isRanked: true },
];

type Rows = (readonly CellValue[])[];

function read(preset: Preset, headers: readonly string[], rows: Rows): Table {
  const builder = tableBuilder(bindFields(headers, preset.fields, {}), preset, rows.length, { headers });
  if (!builder.ok) throw new Error(builder.issues.map(({ code }) => code).join(", "));
  builder.add(rows.length, (index) => ({ rows, index }));
  return builder.table();
}

function cpu<T>(job: () => T): { readonly ms: number; readonly result: T } {
  globalThis.gc?.();
  const before = process.cpuUsage();
  const result = job();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, result };
}

/** Rows spread over the table whose cell in a column is a number, or anything where it need not be one. */
function spread(rows: Rows, count: number, column: number, mustBeNumber: boolean, random: () => number): number[] {
  const found = new Set<number>();
  while (found.size < count) {
    const row = Math.floor(random() * rows.length);
    const cell = rows[row]?.[column];
    if (!mustBeNumber || (typeof cell === "number" && cell > 0)) found.add(row);
  }
  return [...found].sort((a, b) => a - b);
}

function measure(id: string): void {
  const preset = BUILT_IN.get(id);
  const columns = CELLS[id];
  if (!preset || !columns) throw new Error(`${id} is gone`);
  const { headers, blocks } = engineCells(id, SIZE);
  const rows: Rows = blocks.flat();
  const random = seeded(7);
  let table = read(preset, headers, rows);
  let last: Run = run(table, preset, { asOf: AS_OF });
  const whole: number[] = [];
  const edited = EDITS.map(() => [] as number[]);
  for (let round = -1; round < ROUNDS; round++) {
    const full = cpu(() => run(table, preset, { asOf: AS_OF }));
    if (round >= 0) whole.push(full.ms);
    EDITS.forEach(({ rows: count, isRanked }, i) => {
      const column = headers.indexOf(isRanked ? columns.ranked : columns.plain);
      const places = spread(rows, count, column, isRanked, random);
      for (const row of places) {
        const cells = [...(rows[row] ?? [])];
        const cell = cells[column];
        cells[column] = typeof cell === "number" ? cell * (random() < 0.5 ? 0.9 : 1.1) : `Owner ${Math.floor(random() * 40)}`; // prettier-ignore
        rows[row] = cells;
      }
      const cellsOf = (index: number) => ({ rows: places.map((row) => rows[row] ?? []), index });
      const { ms, result } = cpu(() => {
        const next = editTable(table, places, cellsOf);
        return run(next, preset, { asOf: AS_OF, previousRun: last });
      });
      last = result;
      table = result.table;
      if (round >= 0) edited[i]?.push(ms);
    });
  }
  console.log(`\n${id}, ${SIZE.toLocaleString("en")} rows; the whole run ${median(whole).toFixed(0)} ms`);
  EDITS.forEach(({ name }, i) => {
    const ms = median(edited[i] ?? []);
    console.log(`${((100 * ms) / median(whole)).toFixed(1).padStart(6)} %  ${ms.toFixed(0).padStart(5)} ms  ${name}`);
  });
}

for (const id of PRESETS) measure(id);
