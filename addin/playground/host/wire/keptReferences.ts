import { type CellShift, movedArea } from "../rules/shift";
import type { Area } from "../snapshot";
import type { WireObject } from "./wireClass";

/** Cells that an object stands for. They change while the object is kept; none left means that all were deleted. */
export interface KeptCells {
  readonly sheet: string;
  areas: readonly Area[];
  /** Set while the object is kept. */
  reference?: string;
}

/** Objects the client asked to keep between requests; their cells move with inserts and deletes, as in Excel. */
export class KeptReferences {
  #kept = new Map<string, { object: WireObject; cells: KeptCells }>();
  #next = 1;

  keep(object: WireObject, cells: KeptCells): void {
    if (cells.reference !== undefined) return;
    cells.reference = `kept${this.#next++}`;
    this.#kept.set(cells.reference, { object, cells });
  }

  find(reference: string): WireObject | null {
    return this.#kept.get(reference)?.object ?? null;
  }

  remove(reference: string): void {
    const kept = this.#kept.get(reference);
    if (kept) delete kept.cells.reference;
    this.#kept.delete(reference);
  }

  get size(): number {
    return this.#kept.size;
  }

  sheetDeleted(sheet: string): void {
    for (const { cells } of this.#kept.values()) if (cells.sheet === sheet) cells.areas = [];
  }

  shifted(sheet: string, edit: CellShift): void {
    for (const { cells } of this.#kept.values()) {
      if (cells.sheet !== sheet) continue;
      cells.areas = cells.areas.map((area) => movedArea(area, edit)).filter((area) => area !== null);
    }
  }
}
