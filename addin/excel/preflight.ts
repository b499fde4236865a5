import { canonical, type CellValue } from "../../engine/index";
import { rangeOf } from "./cells";
import { askObstacles } from "./obstacles";
import type { PlannedColumn, WritePlan } from "./plan";
import { problemOf, Refusal, type ProblemCode } from "./problem";
import { locate } from "./record";
import { askWhetherStill } from "./stillThere";
import { askWidths, neededWidth, wideningTo, type Widening } from "./widths";

/**
 * Looks at the workbook right before a write, in the same `Excel.run`: whether the accounts are still where the plan was
 * made from, and whether it may be written to. Throws a refusal with nothing written; `rows-moved` means that a new plan
 * may succeed.
 *
 * Of the rows themselves only some are looked at: what a sort or a row that came or went would hardly leave in place. All
 * of them are compared where they are written, and all once more when everything is.
 *
 * Answers which new columns have to be widened: learnt here, where it takes no request of its own, and before the run is
 * noted down.
 */
export async function preflight(
  context: Excel.RequestContext,
  plan: WritePlan,
): Promise<ReadonlyMap<PlannedColumn, Widening>> {
  if (plan.obstacle) throw new Refusal(plan.obstacle.code, plan.obstacle.params);
  return (await look(context, plan, askWhetherStill(context, plan))) ?? (await lookClosely(context, plan));
}

type Widenings = ReadonlyMap<PlannedColumn, Widening>;

/** What a request is refused with that asks about a sheet or a table that is gone. */
const GONE: readonly ProblemCode[] = ["ItemNotFound", "InvalidReference", "InvalidArgument"];

/** All in one request, for accounts that stand exactly where they stood; null where they may not. */
async function look(
  context: Excel.RequestContext,
  plan: WritePlan,
  isStill: (() => boolean) | null,
): Promise<Widenings | null> {
  if (!isStill) return null;
  const rest = askRest(context, plan);
  try {
    await context.sync();
  } catch (thrown) {
    if (GONE.includes(problemOf(thrown).code)) return null;
    throw thrown;
  }
  return isStill() ? rest() : null;
}

async function lookClosely(context: Excel.RequestContext, plan: WritePlan): Promise<Widenings> {
  const { source } = plan;
  const now = await locate(context, source, plan.before);
  if (canonical(now) !== canonical(source)) throw new Refusal("rows-moved", { sheet: source.sheet.name });
  const rest = askRest(context, plan);
  await context.sync();
  return rest();
}

/** Obstacles, some accounts, and widths. */
function askRest(context: Excel.RequestContext, plan: WritePlan): () => Widenings {
  const { source, columns } = plan;
  const fresh = columns.filter(({ placed }) => placed === null);
  const refuseObstacles = askObstacles(context, source, {
    placed: columns.flatMap(({ placed, column }) => (placed ? [column] : [])),
    fresh: fresh.map(({ column }) => column),
  });
  const haveMoved = askAccounts(context, plan);
  const widthsOf = askWidths(
    fresh.map(({ column }) => rangeOf(context, source, -1, 1, column - source.firstColumn, 1)),
  );
  return () => {
    refuseObstacles();
    if (haveMoved()) throw new Refusal("rows-moved", { sheet: source.sheet.name });
    const widths = widthsOf();
    return new Map(
      fresh.flatMap((column, i) => {
        const needed = neededWidth(column.header, column.labels, source.table !== null);
        const width = wideningTo(needed, widths[i] ?? null);
        return width ? [[column, width] as const] : [];
      }),
    );
  };
}

/** Rows whose accounts are looked at: the first, the last, and some between them. */
const LOOKS = 8;

function askAccounts(context: Excel.RequestContext, { source, accounts, expected }: WritePlan): () => boolean {
  const rows = new Set(Array.from({ length: LOOKS }, (_, i) => Math.round((i * (source.rows - 1)) / (LOOKS - 1))));
  const looks = [...rows].map((row) => {
    const cell = rangeOf(context, source, row, 1, expected.keyPosition, 1);
    cell.load("values");
    return { row, cell };
  });
  return () => looks.some(({ row, cell }) => !accounts.isSameCell(row, (cell.values[0]?.[0] ?? "") as CellValue));
}
