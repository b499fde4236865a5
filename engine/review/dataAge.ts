import type { Preset } from "../preset/schema";
import type { Run } from "../run";

/** What presets call the days since an account was last updated, and the date itself. */
const AGE = "dataAge";
const UPDATED = "updated";

/**
 * Days since what is known of each account was last updated, by row of the accounts: the measure asked for, else the
 * measure `dataAge`, else the date field `updated`. NaN where a cell is missing or in the future; null where nothing tells it.
 */
export function dataAges({ preset, facts, asOf }: Run, asked: string | undefined): Float64Array | null {
  const id = asked ?? (hasMeasure(preset, AGE) ? AGE : null);
  if (id !== null) return facts.isMapped(id) ? facts.number(id) : null;
  if (preset.fields.get(UPDATED)?.type !== "date" || !facts.isMapped(UPDATED)) return null;
  return facts.number(UPDATED).map((date) => {
    const day = Math.floor(date);
    return day <= asOf ? asOf - day : NaN;
  });
}

function hasMeasure({ measures }: Preset, id: string): boolean {
  return measures.some((measure) => measure.id === id && measure.type === "daysSince");
}
