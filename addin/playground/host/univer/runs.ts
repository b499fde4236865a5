import type { Area } from "../snapshot";

export interface Run<T> {
  area: Area;
  value: T;
}

/** Pieces of columns, from left to right, as fewer and wider areas: neighbours of the same rows and value become one. */
export function joined<T>(runs: readonly Run<T>[]): Run<T>[] {
  const open = new Map<string, Run<T>>();
  const areas: Run<T>[] = [];
  for (const { area, value } of runs) {
    const key = `${area.row}:${area.rows}`;
    const left = open.get(key);
    if (left && left.value === value && left.area.column + left.area.columns === area.column) {
      left.area.columns += area.columns;
    } else {
      const run = { area: { ...area }, value };
      areas.push(run);
      open.set(key, run);
    }
  }
  return areas;
}
