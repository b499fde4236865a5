import { fold, type CellValue } from "../../../../engine/index";
import { inBlocks } from "../../blocks";
import { rangeOf } from "../../cells";
import { readAdded } from "./addedRows";
import type { StandingTable } from "./findTable";
import { keyOfCells } from "./ourTable";
import type { ChangedTable } from "./rowsEntry";
import { shownOf, typedCells } from "./typed";

/** What still has to be done in a table so that it is as an entry says. Places count from 0 below the header. */
export interface RestoreWork {
  readonly cells: readonly { readonly at: number; readonly position: number; readonly typed: CellValue }[];
  /** Rows that go, in stretches. */
  readonly going: readonly { readonly from: number; readonly count: number }[];
  /** Rows that come back, from the top down; cells in the order of the table as it is. */
  readonly coming: readonly { readonly at: number; readonly cells: readonly CellValue[] }[];
  /** The table has no rows, but the blank one of every table, which is written to first. */
  readonly isBlank: boolean;
  /** How many cells and rows that is. */
  readonly count: number;
  /** Rows that are left as they are, since somebody has changed them: the first cell of their key. */
  readonly unmatched: readonly string[];
}

/** Reads a table and compares it with an entry. */
export async function rowsToRestore(
  context: Excel.RequestContext,
  entry: ChangedTable,
  standing: StandingTable,
): Promise<RestoreWork> {
  const folded = standing.headers.map(fold);
  const positionOf = (header: string) => folded.indexOf(fold(header));
  const needsAll = entry.removed.length + entry.updated.length > 0;
  const { goes, stays, blanks } = await readAdded(context, entry, standing, positionOf);
  const rows = needsAll ? await readTyped(context, standing) : [];
  const unmatched = stays.map(nameOf);

  const keyAt = entry.key.map(positionOf);
  const keyed = new Map<string, number[]>();
  rows.forEach((cells, at) => {
    const key = keyOfCells(keyAt.map((position) => shownOf(cells[position] ?? "")));
    keyed.set(key, [...(keyed.get(key) ?? []), at]);
  });
  const cells = entry.updated.flatMap(({ key, cells: changed }) => {
    const places = keyed.get(key) ?? [];
    const stands = (at: number, form: "before" | "after") =>
      changed.every((cell) => rows[at]?.[positionOf(cell.header)] === cell[form]);
    const either = (at: number) =>
      changed.every((cell) => [cell.before, cell.after].includes(rows[at]?.[positionOf(cell.header)] ?? ""));
    const at = places.find((place) => stands(place, "after")) ?? places.find(either);
    if (at === undefined) {
      unmatched.push(nameOf(key));
      return [];
    }
    return changed.flatMap(({ header, before }) =>
      rows[at]?.[positionOf(header)] === before ? [] : [{ at, position: positionOf(header), typed: before }],
    );
  });

  const content = (row: readonly CellValue[]) => JSON.stringify(row);
  const standingRows = new Map<string, number>();
  for (const row of rows) standingRows.set(content(row), (standingRows.get(content(row)) ?? 0) + 1);
  const coming = [...entry.removed]
    .sort((a, b) => a.at - b.at)
    .map(({ at, cells: old }) => ({
      at,
      cells: standing.headers.map(
        (header) => old[entry.headers.findIndex((each) => fold(each) === fold(header))] ?? "",
      ),
    }))
    .filter(({ cells: row }) => {
      const left = standingRows.get(content(row)) ?? 0;
      standingRows.set(content(row), left - 1);
      return left <= 0;
    });

  // Blank rows at the end, by which the table was grown for rows that did not come.
  const spare = Math.max(0, standing.rows - Math.max(1, entry.rows) - goes.length);
  const trailing = new Set<number>();
  for (let at = standing.rows - 1; trailing.size < spare && (blanks.has(at) || goes.includes(at)); at--) {
    if (blanks.has(at)) trailing.add(at);
  }
  const going = stretches([...new Set([...goes, ...trailing])].sort((a, b) => a - b));
  const isCleared = standing.rows === 1 && going.length === 1 && blanks.has(0);
  return {
    cells,
    going: isCleared ? [] : going,
    coming,
    isBlank: rows.length === 1 && rows.every((row) => row.every((cell) => cell === "")),
    count: cells.length + (isCleared ? 0 : goes.length + trailing.size) + coming.length,
    unmatched,
  };
}

async function readTyped(context: Excel.RequestContext, standing: StandingTable): Promise<CellValue[][]> {
  const rows: CellValue[][] = [];
  await inBlocks(standing.rows, 2 * standing.headers.length, async (from, count) => {
    const range = rangeOf(context, standing, from, count, 0, standing.headers.length);
    range.load("values, formulas");
    await context.sync();
    rows.push(...typedCells(range));
  });
  return rows;
}

function nameOf(key: string): string {
  return String((JSON.parse(key) as unknown[])[0] ?? "");
}

function stretches(places: readonly number[]): { from: number; count: number }[] {
  const found: { from: number; count: number }[] = [];
  for (const at of places) {
    const last = found.at(-1);
    if (last && last.from + last.count === at) last.count++;
    else found.push({ from: at, count: 1 });
  }
  return found;
}
