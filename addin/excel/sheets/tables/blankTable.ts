import type { CellValue } from "../../../../engine/index";
import { rangeOf } from "../../cells";
import type { FoundTable } from "./findTable";

/** A table without rows has a blank one, which is written to first. */
export async function isBlankTable(context: Excel.RequestContext, found: FoundTable): Promise<boolean> {
  if (found.rows > 1) return false;
  const only = rangeOf(context, found, 0, 1, 0, found.headers.length);
  only.load("values");
  await context.sync();
  const cells = (only.values[0] ?? []) as CellValue[];
  return Object.values(found.positions).every((position) => cells[position] === "");
}
