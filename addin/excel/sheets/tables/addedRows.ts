import type { CellValue } from "../../../../engine/index";
import { inBlocks } from "../../blocks";
import { rangeOf } from "../../cells";
import type { StandingTable } from "./findTable";
import { keyOfCells } from "./ourTable";
import type { ChangedTable } from "./rowsEntry";
import { shownOf } from "./typed";

/** Places of rows below the header that came with a change, wherever they stand now. */
export interface AddedRows {
  /** Rows that go. */
  readonly goes: readonly number[];
  /** Keys of those that stay: people have filled them in since. */
  readonly stays: readonly string[];
  /** Rows in which nothing stands at all. */
  readonly blanks: ReadonlySet<number>;
}

/** Looks for the rows that came; `positionOf` tells where a header stands. */
export async function readAdded(
  context: Excel.RequestContext,
  { added }: ChangedTable,
  standing: StandingTable,
  positionOf: (header: string) => number,
): Promise<AddedRows> {
  const goes: number[] = [];
  const stays: string[] = [];
  const blanks = new Set<number>();
  if (!added) return { goes, stays, blanks };
  const keys = new Set(added.keys);
  const keyAt = added.headers.map(positionOf);
  const filled = added.blank.map(({ header, cell }) => ({ position: positionOf(header), cell: shownOf(cell) }));
  await inBlocks(standing.rows, standing.headers.length, async (from, count) => {
    const range = rangeOf(context, standing, from, count, 0, standing.headers.length);
    range.load("values");
    await context.sync();
    (range.values as CellValue[][]).forEach((cells, i) => {
      if (cells.every((cell) => cell === "")) blanks.add(from + i);
      const key = keyOfCells(keyAt.map((position) => cells[position] ?? ""));
      if (!keys.has(key)) return;
      const isFilledIn = filled.some(({ position, cell }) => position >= 0 && cells[position] !== cell);
      if (isFilledIn) stays.push(key);
      else goes.push(from + i);
    });
  });
  return { goes, stays, blanks };
}
