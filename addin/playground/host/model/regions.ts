import { areaOf, contains, intersect, subtract } from "../rules/area";
import { type CellShift, movedArea } from "../rules/shift";
import type { Area } from "../snapshot";

/** A value for some areas of a sheet, none overlapping; the rest of the sheet has none. Order is kept. */
export class Regions<T> {
  #list: { area: Area; value: T }[];

  constructor(
    list: Iterable<{ area: Area; value: T }>,
    readonly isEqual: (a: T, b: T) => boolean,
  ) {
    this.#list = [...list];
  }

  get list(): readonly { area: Area; value: T }[] {
    return this.#list;
  }

  /** Pieces of `area` that have a value. */
  *within(area: Area): Generator<{ area: Area; value: T }> {
    for (const region of this.#list) {
      const shared = intersect(region.area, area);
      if (shared) yield { area: shared, value: region.value };
    }
  }

  at(row: number, column: number): T | undefined {
    for (const { area, value } of this.#list) {
      const isInside =
        row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
      if (isInside) return value;
    }
    return undefined;
  }

  /** `undefined` takes the value away. A region joins a neighbour of the same value when they make one rectangle. */
  set(area: Area, value: T | undefined): void {
    this.#list = this.#list.flatMap((region) =>
      contains(area, region.area)
        ? []
        : subtract(region.area, area).map((piece) => ({ area: piece, value: region.value })),
    );
    if (value !== undefined) this.#join({ area: areaOf(area), value });
  }

  /** Moves with inserted and deleted cells; a part of a region moves when only that part is in the edit's way. */
  shift(edit: CellShift): void {
    this.#list = this.#list.flatMap(({ area, value }) => {
      const moved = movedPieces(area, edit);
      return moved.map((piece) => ({ area: piece, value }));
    });
  }

  /** Another value for each region; areas stay. */
  map(change: (value: T) => T): void {
    this.#list = this.#list.map(({ area, value }) => ({ area, value: change(value) }));
  }

  #join(added: { area: Area; value: T }): void {
    let area = added.area;
    for (;;) {
      const index = this.#list.findIndex(
        (other) => isFlush(other.area, area) && this.isEqual(other.value, added.value),
      );
      if (index < 0) break;
      const [other] = this.#list.splice(index, 1);
      if (other) area = union(other.area, area);
    }
    this.#list.push({ area, value: added.value });
  }
}

/** The area cut along the edit's band, each part moved as it goes. */
function movedPieces(area: Area, edit: CellShift): Area[] {
  const isVertical = edit.shift === "down" || edit.shift === "up";
  const band: Area = isVertical
    ? { row: 0, rows: area.row + area.rows, column: edit.area.column, columns: edit.area.columns }
    : { column: 0, columns: area.column + area.columns, row: edit.area.row, rows: edit.area.rows };
  const inside = intersect(area, band);
  if (!inside) return [area];
  const moved = movedArea(inside, edit);
  return [...subtract(area, band), ...(moved ? [moved] : [])];
}

/** Side by side with the same rows, or one above the other with the same columns. */
function isFlush(a: Area, b: Area): boolean {
  if (a.row === b.row && a.rows === b.rows)
    return a.column + a.columns === b.column || b.column + b.columns === a.column;
  if (a.column !== b.column || a.columns !== b.columns) return false;
  return a.row + a.rows === b.row || b.row + b.rows === a.row;
}

function union(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}
