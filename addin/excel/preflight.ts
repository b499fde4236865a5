import { canonical, RunningHash } from "../../engine/index";
import { columnLetters, LAST_COLUMN } from "./address";
import type { Progress } from "./blocks";
import type { WritePlan } from "./plan";
import { Refusal } from "./problem";
import { cellsText, rangeOf, readColumns, together } from "./read";
import { locate } from "./record";

/**
 * Looks at the workbook right before a write, in the same `Excel.run`: whether it may be written to, and whether it is
 * still what the plan was made from. Throws a refusal with nothing written; `rows-moved` and `target-edited` mean that
 * a new plan may succeed.
 */
export async function preflight(context: Excel.RequestContext, plan: WritePlan, progress: Progress): Promise<void> {
  if (plan.obstacle) throw new Refusal(plan.obstacle.code, plan.obstacle.params);
  await refuseObstacles(context, plan);
  await refuseChanges(context, plan, progress);
}

async function refuseObstacles(context: Excel.RequestContext, { source, columns }: WritePlan): Promise<void> {
  const { workbook } = context;
  const sheet = workbook.worksheets.getItem(source.sheet.id);
  const filter = source.table ? workbook.tables.getItem(source.table.id).autoFilter : sheet.autoFilter;
  const body = rangeOf(context, source, 0, source.rows, 0, source.columns);
  const fresh = columns.filter(({ placed }) => placed === null).map(({ column }) => column);
  const targets = columns.map(({ column }) => rangeOf(context, source, 0, source.rows, column - source.firstColumn, 1));
  const inTheWay = fresh.length > 0 ? cellsInTheWay(sheet, source, fresh) : null;
  workbook.load("readOnly");
  sheet.protection.load("protected");
  filter.load("isDataFiltered");
  body.load("rowHidden");
  targets.forEach((target) => target.load("hasSpill"));
  inTheWay?.load("address");
  await context.sync();

  const place = { sheet: source.sheet.name };
  if (workbook.readOnly) throw new Refusal("workbook-read-only");
  if (sheet.protection.protected) throw new Refusal("sheet-protected", place);
  if (filter.isDataFiltered) throw new Refusal("filter-active", place);
  if ((body.rowHidden as boolean | null) !== false) throw new Refusal("rows-hidden", place); // null: some of them
  targets.forEach((target, i) => {
    // false: no cell of the column belongs to a spilled formula; null: some do
    const letters = columnLetters(columns[i]?.column ?? 0);
    if ((target.hasSpill as boolean | null) !== false)
      throw new Refusal("target-spilled", { ...place, column: letters });
  });
  if (inTheWay && !inTheWay.isNullObject) {
    const code = source.table ? "cells-right-of-table" : "cells-right-of-range";
    throw new Refusal(code, { ...place, address: inTheWay.address.split("!").at(-1) ?? "", count: fresh.length });
  }
}

/**
 * What stands where new columns will. A new table column pushes aside whatever stands right of the table in its rows,
 * so there all of it counts; beside a plain range only the cells themselves do.
 */
function cellsInTheWay(sheet: Excel.Worksheet, source: WritePlan["source"], fresh: readonly number[]): Excel.Range {
  const first = source.table ? source.firstColumn + source.columns : Math.min(...fresh);
  const last = source.table ? LAST_COLUMN : Math.max(...fresh);
  const area = sheet.getRangeByIndexes(source.headerRow, first, source.rows + 1, last - first + 1);
  return area.getUsedRangeOrNullObject(true);
}

/** Compares the rows, the headers, the account column and our own columns with what the plan has seen. */
async function refuseChanges(context: Excel.RequestContext, plan: WritePlan, progress: Progress): Promise<void> {
  const { source, placed, expected } = plan;
  const place = { sheet: source.sheet.name };
  const now = await locate(context, source, plan.before);
  if (canonical(now) !== canonical(source)) throw new Refusal("rows-moved", place);
  const keys = new RunningHash();
  const targets = [...placed.values()].map(({ column }) => ({
    position: column - source.firstColumn,
    hash: new RunningHash(),
  }));
  const positions = [expected.keyPosition, ...targets.map(({ position }) => position)];
  await readColumns(context, source, positions, progress, (block) => {
    keys.add(cellsText(block.rows, block.indexOf(expected.keyPosition)));
    for (const { position, hash } of targets) hash.add(cellsText(block.rows, block.indexOf(position)));
  });
  if (keys.digest() !== expected.keys) throw new Refusal("rows-moved", place);
  if (together(targets.map(({ hash }) => hash)) !== expected.targets) throw new Refusal("target-edited", place);
}
