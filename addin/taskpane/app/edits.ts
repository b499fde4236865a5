import type { Edit } from "../../excel/watch";

/** What somebody has changed of the accounts. */
export interface Edits {
  /** Rows of the source with an edited cell, counted from 0 below the header. */
  readonly rows: ReadonlySet<number>;
  /** Rows or columns came, went or moved. */
  readonly isReshaped: boolean;
}

export const NO_EDITS: Edits = { rows: new Set(), isReshaped: false };

export function isEdited({ rows, isReshaped }: Edits): boolean {
  return isReshaped || rows.size > 0;
}

export function withEdits(one: Edits, other: Edits): Edits {
  return { rows: new Set([...one.rows, ...other.rows]), isReshaped: one.isReshaped || other.isReshaped };
}

/** A paste or a macro may raise thousands of events at once: they are told together. */
const TOGETHER_MS = 100;

/** Gathers edits and hands them over, at most every 100 ms. */
export function gatherEdits(handOver: (edits: Edits) => void): (edit: Edit) => void {
  let rows = new Set<number>();
  let isReshaped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    handOver({ rows, isReshaped });
    rows = new Set();
    isReshaped = false;
  };
  return (edit) => {
    if (edit.kind === "shape") isReshaped = true;
    else for (let i = 0; i < edit.rows; i++) rows.add(edit.from + i);
    timer ??= setTimeout(flush, TOGETHER_MS);
  };
}
