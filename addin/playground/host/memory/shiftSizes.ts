import type { CellShift } from "../rules/shift";

/** Numbers of rows or columns after `count` of them were put in or taken out at `from`. */
export function movedNumbers(
  numbers: ReadonlySet<number>,
  { shift }: CellShift,
  from: number,
  count: number,
): Set<number> {
  const isInsert = shift === "down" || shift === "right";
  const kept = [...numbers].filter((number) => isInsert || number < from || number >= from + count);
  return new Set(kept.map((number) => (number < from ? number : number + (isInsert ? count : -count))));
}

export function movedSizes(
  sizes: ReadonlyMap<number, number>,
  edit: CellShift,
  from: number,
  count: number,
): Map<number, number> {
  const moved = new Map<number, number>();
  for (const [number, size] of sizes) {
    for (const target of movedNumbers(new Set([number]), edit, from, count)) moved.set(target, size);
  }
  return moved;
}
