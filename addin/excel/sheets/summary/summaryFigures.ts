import type { Preset, Reading, RunInputs } from "../../../../engine/index";
import type { Source } from "../../source";
import type { SummaryFigures } from "./summaryContent";

/**
 * Tiers what was read once more, which takes over everything from the last run, and asks for the figures of that run: all
 * at once, so that no other run comes in between. Null where the engine no longer has the cells.
 */
export async function summaryFigures(
  reading: Reading,
  preset: Preset,
  inputs: RunInputs,
  source: Source,
): Promise<SummaryFigures | null> {
  const [run, scorecard, plan, movement] = await Promise.all([
    reading.run(preset, inputs),
    reading.ask("scorecard"),
    reading.ask("plan"),
    reading.ask("movement"),
  ]);
  if (!run.ok || !scorecard.ok || !plan.ok || !movement.ok) return null;
  return {
    run: run.value,
    scorecard: scorecard.value,
    plan: plan.value,
    movement: movement.value,
    source: { sheet: source.sheet.name, table: source.table?.name ?? null },
  };
}
