import { canonical } from "../../engine/index";
import type { Progress } from "./blocks";
import { ColumnPrint, together } from "./fingerprint";
import { askObstacles } from "./obstacles";
import type { WritePlan } from "./plan";
import { Refusal } from "./problem";
import { readColumns } from "./read";
import { locate } from "./record";

/**
 * Looks at the workbook right before a write, in the same `Excel.run`: whether it is still what the plan was made from,
 * and whether it may be written to. Throws a refusal with nothing written; `rows-moved` and `target-edited` mean that a
 * new plan may succeed.
 */
export async function preflight(context: Excel.RequestContext, plan: WritePlan, progress: Progress): Promise<void> {
  if (plan.obstacle) throw new Refusal(plan.obstacle.code, plan.obstacle.params);
  const { source, columns } = plan;
  const now = await locate(context, source, plan.before);
  if (canonical(now) !== canonical(source)) throw new Refusal("rows-moved", { sheet: source.sheet.name });
  const columnsOf = (isThere: boolean) =>
    columns.filter(({ placed }) => (placed !== null) === isThere).map(({ column }) => column);
  const refuseObstacles = askObstacles(context, source, { placed: columnsOf(true), fresh: columnsOf(false) });
  await context.sync();
  refuseObstacles();
  await refuseChanges(context, plan, progress);
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
