import fc from "fast-check";
import {
  editTable,
  readTable,
  run,
  type CellValue,
  type Preset,
  type Run,
  type RunOptions,
  type Table,
} from "../../../engine/index";

/** New cells of one row, by column. */
export interface RowEdit {
  readonly row: number;
  readonly cells: ReadonlyMap<number, CellValue>;
}

/**
 * A few rows of a table with some of their cells written anew; `cellOf` is what may stand in a column. The first column is
 * of names: with another name a run begins anew, so that is rare.
 */
export function editsOf(rows: number, cellOf: readonly fc.Arbitrary<CellValue>[]): fc.Arbitrary<RowEdit[]> {
  const column = fc.oneof(
    { weight: 20, arbitrary: fc.integer({ min: 1, max: cellOf.length - 1 }) },
    { weight: 1, arbitrary: fc.constant(0) },
  );
  const cell = column.chain((column) => cellOf[column]!.map((value): [number, CellValue] => [column, value])); // column < length
  const row = fc.record({
    row: fc.nat(rows - 1),
    cells: fc.array(cell, { minLength: 1, maxLength: 3 }).map((cells) => new Map(cells)),
  });
  return fc
    .oneof({ weight: 2, arbitrary: fc.constant(1) }, { weight: 3, arbitrary: fc.integer({ min: 2, max: 6 }) })
    .chain((maxLength) => fc.uniqueArray(row, { minLength: 1, maxLength, selector: (each) => each.row }))
    .map((edits) => edits.sort((a, b) => a.row - b.row));
}

export type Grid = readonly (readonly CellValue[])[];

/** The cells after an edit of rows below the header. */
export function afterEdit(grid: Grid, edits: readonly RowEdit[]): CellValue[][] {
  const after = grid.map((row) => [...row]);
  for (const { row, cells } of edits) for (const [column, value] of cells) after[row + 1]![column] = value; // the header is row 0
  return after;
}

/** How a grid is read; the columns of a field where it has several. */
export interface Reading extends RunOptions {
  readonly chosen?: ReadonlyMap<string, readonly string[]>;
}

/** A table of a grid whose first row is the header. */
function read(grid: Grid, preset: Preset, { chosen }: Reading): Table {
  const table = readTable(grid, preset, { header: { row: 0, rows: 1 }, ...(chosen && { chosen }) });
  if (!table.ok) throw new Error(JSON.stringify(table.issues));
  return table.table;
}

/** The runs over a grid after each of several edits: on from one to the next, and anew. */
export function runsOver(
  grid: Grid,
  preset: Preset,
  steps: readonly (readonly RowEdit[])[],
  options: Reading,
): { readonly onward: Run; readonly anew: Run }[] {
  let table = read(grid, preset, options);
  let previousRun = run(table, preset, options);
  let cells = grid;
  return steps.map((edits) => {
    cells = afterEdit(cells, edits);
    const rows = edits.map(({ row }) => cells[row + 1] ?? []);
    table = editTable(
      table,
      edits.map(({ row }) => row),
      (index) => ({ rows, index }),
    );
    previousRun = run(table, preset, { ...options, previousRun });
    return { onward: previousRun, anew: run(read(cells, preset, options), preset, options) };
  });
}
