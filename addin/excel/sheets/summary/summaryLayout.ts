import { cellAddress } from "../../address";
import { Refusal } from "../../problem";
import type { TypedGrid } from "../tables/typed";
import type { SummaryState } from "./summaryEntry";
import type { Standing, SummaryLook } from "./summaryLook";

/** Cells of a sheet, counted from zero. */
export interface Area {
  /** Its id; null for the sheet that is to be added. */
  readonly sheet: string | null;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What is to happen to one part of a summary. */
export type PartLayout =
  | { readonly kind: "none" }
  /** Of the same size: only its cells are written. */
  | { readonly kind: "same"; readonly at: Standing; readonly cells: TypedGrid }
  /** As wide as before, where it is, with more or fewer rows. */
  | { readonly kind: "resized"; readonly at: Standing; readonly area: Area; readonly cells: TypedGrid }
  | { readonly kind: "removed"; readonly at: Standing }
  /** Laid out anew, after what was there (`old`) is removed. */
  | { readonly kind: "fresh"; readonly old: Standing | null; readonly area: Area; readonly cells: TypedGrid };

export interface SummaryLayout {
  readonly title: PartLayout;
  readonly summary: PartLayout;
  readonly movement: PartLayout;
  /** Cells that will be ours and are not yet: they must be blank. */
  readonly taken: readonly Area[];
  /** Whether the charts have to be drawn anew: the cells that they show are others than before. */
  readonly isReshaped: boolean;
}

/** Rows of the charts, between the title and the tables. */
export const CHARTS: Pick<Area, "row" | "rows"> = { row: 4, rows: 15 };
const TITLE: Corner = { row: 0, column: 0 };
const TABLES: Corner = { row: CHARTS.row + CHARTS.rows + 1, column: 0 };

type Corner = Pick<Area, "row" | "column">;

/**
 * Where everything goes. What is there stays where it is: the summary grows and shrinks at its lower end, and so does the
 * movement below it; only where it has other columns, or the summary grows into it, the movement is laid out anew.
 *
 * Refused with `own-cells-taken`: a row or a column of the analyst's in a table that cannot stay as it is.
 */
export function layOut(look: SummaryLook, state: SummaryState): SummaryLayout {
  const home = look.sheet?.id ?? null;
  const title = partOf(look.title, state.title, home, TITLE);
  const summary = partOf(look.summary, state.summary, home, TABLES);
  const end = areaOf(summary);
  const below = end ? { row: end.row + end.rows + 1, column: end.column } : TABLES;
  const isOverrun = end !== null && look.movement !== null && meets(end, look.movement);
  const movement = (isOverrun ? anew : partOf)(look.movement, state.movement, home, below);
  const isReshaped = [summary, movement].some(({ kind }) => kind !== "same" && kind !== "none");
  const taken = [title, summary, movement].flatMap((part) => ("area" in part ? [part.area] : []));
  return { title, summary, movement, taken, isReshaped };
}

function partOf(at: Standing | null, cells: TypedGrid | null, home: string | null, corner: Corner): PartLayout {
  const isAsWide = at !== null && cells?.[0]?.length === at.positions.length;
  if (!at || !cells || !isAsWide) return anew(at, cells, home, at ?? corner);
  if (cells.length === at.rows) return { kind: "same", at, cells };
  if (at.hasMore) throw inTheWay(at, { row: at.row + at.rows, column: at.column });
  const { sheet, row, column, columns } = at;
  return { kind: "resized", at, area: { sheet, row, column, rows: cells.length, columns }, cells };
}

function anew(old: Standing | null, cells: TypedGrid | null, home: string | null, { row, column }: Corner): PartLayout {
  const foreign = old?.positions.length === old?.columns ? null : old && { row: old.row, column: firstForeign(old) };
  if (old && foreign) throw inTheWay(old, foreign);
  if (old?.hasMore) throw inTheWay(old, { row: old.row + old.rows, column: old.column });
  if (cells === null) return old ? { kind: "removed", at: old } : { kind: "none" };
  const area = { sheet: old?.sheet ?? home, row, column, rows: cells.length, columns: cells[0]?.length ?? 0 };
  return { kind: "fresh", old, area, cells };
}

function firstForeign({ column, columns, positions }: Standing): number {
  const ours = new Set(positions);
  return column + Array.from({ length: columns }, (_, at) => at).findIndex((at) => !ours.has(at));
}

function inTheWay({ sheetName }: Standing, { row, column }: Corner): Refusal {
  return new Refusal("own-cells-taken", { sheet: sheetName, address: cellAddress(row, column) });
}

/** Where a part will be; null where it will not. */
function areaOf(part: PartLayout): Area | null {
  if (part.kind === "same") return part.at;
  return "area" in part ? part.area : null;
}

/** Whether two areas have a cell in common. */
export function meets(one: Area, other: Area): boolean {
  return (
    one.sheet === other.sheet &&
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows &&
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns
  );
}
