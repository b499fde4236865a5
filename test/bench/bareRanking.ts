import type { CellValue } from "../../engine/index";
import type { EngineCells } from "./engineCells";

/** The least that tells who is at the top: the cells that a preset reads in typed columns, a code for each name, the numbers in order. */
export function bareRanking(rows: readonly (readonly CellValue[])[], { reads, ranks }: EngineCells): Uint8Array {
  const codes = new Int32Array(rows.length);
  const codeOf = new Map<string, number>();
  rows.forEach(([name], row) => {
    const key = String(name).trim().toLowerCase();
    let code = codeOf.get(key);
    if (code === undefined) codeOf.set(key, (code = codeOf.size));
    codes[row] = code;
  });
  const columns = new Map(reads.map((index) => [index, numbersIn(rows, index)]));
  const values = columns.get(ranks) ?? new Float64Array(rows.length);
  const sorted = values.slice().sort().reverse();
  let total = 0;
  for (const value of sorted) if (value > 0) total += value;
  let [sum, at] = [0, 0];
  while (at < sorted.length && sum < 0.3 * total) sum += sorted[at++] || 0;
  const cut = sorted[at - 1] ?? Infinity;
  const isTop = new Uint8Array(rows.length);
  for (let row = 0; row < values.length; row++) if (values[row]! >= cut) isTop[row] = 1; // row < length
  return isTop;
}

function numbersIn(rows: readonly (readonly CellValue[])[], index: number): Float64Array {
  const values = new Float64Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    const cell = rows[row]?.[index];
    values[row] = typeof cell === "number" ? cell : NaN;
  }
  return values;
}
