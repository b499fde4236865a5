import { canonical } from "../../engine/index";
import type { Progress } from "./blocks";
import { rangeOf } from "./cells";
import { ColumnPrint, together } from "./fingerprint";
import { askObstacles } from "./obstacles";
import type { PlannedColumn, WritePlan } from "./plan";
import { Refusal } from "./problem";
import { readColumns } from "./read";
import { locate } from "./record";
import { askWidths, neededWidth, wideningTo, type Widening } from "./widths";

/**
 * Looks at the workbook right before a write, in the same `Excel.run`: whether it is still what the plan was made from,
 * and whether it may be written to. Throws a refusal with nothing written; `rows-moved` and `target-edited` mean that a
 * new plan may succeed.
 *
 * Answers which new columns have to be widened: learnt here, where it takes no request of its own, and before the run is
 * noted down.
 */
export async function preflight(
  context: Excel.RequestContext,
  plan: WritePlan,
  progress: Progress,
): Promise<ReadonlyMap<PlannedColumn, Widening>> {
  if (plan.obstacle) throw new Refusal(plan.obstacle.code, plan.obstacle.params);
  const { source, columns } = plan;
  const now = await locate(context, source, plan.before);
  if (canonical(now) !== canonical(source)) throw new Refusal("rows-moved", { sheet: source.sheet.name });
  const fresh = columns.filter(({ placed }) => placed === null);
  const refuseObstacles = askObstacles(context, source, {
    placed: columns.flatMap(({ placed, column }) => (placed ? [column] : [])),
    fresh: fresh.map(({ column }) => column),
  });
  const widthsOf = askWidths(
    fresh.map(({ column }) => rangeOf(context, source, -1, 1, column - source.firstColumn, 1)),
  );
  await context.sync();
  refuseObstacles();
  const widths = widthsOf();
  await refuseChanges(context, plan, progress);
  return new Map(
    fresh.flatMap((column, i) => {
      const needed = neededWidth(column.header, column.labels, source.table !== null);
      const width = wideningTo(needed, widths[i] ?? null);
      return width ? [[column, width] as const] : [];
    }),
  );
}

/** Compares the account column and our own columns with what the plan has seen. */
async function refuseChanges(context: Excel.RequestContext, plan: WritePlan, progress: Progress): Promise<void> {
  const { source, placed, expected } = plan;
  const place = { sheet: source.sheet.name };
  const keys = new ColumnPrint();
  const targets = [...placed.values()].map(({ column }) => ({
    position: column - source.firstColumn,
    print: new ColumnPrint(),
  }));
  const positions = [expected.keyPosition, ...targets.map(({ position }) => position)];
  await readColumns(context, source, positions, progress, (block) => {
    keys.add(block.column(expected.keyPosition));
    for (const { position, print } of targets) print.add(block.column(position));
  });
  if (keys.digest() !== expected.keys) throw new Refusal("rows-moved", place);
  if (together(targets.map(({ print }) => print)) !== expected.targets) throw new Refusal("target-edited", place);
}
