import { bindFields, dependsOnDay, type Preset } from "../../engine/index";
import { ColumnPrint, together } from "./fingerprint";
import { readColumns } from "./read";
import type { SourceRecord } from "./record";
import { askSheets, goesByHistory, printOfInputs } from "./sheets/readSheets";
import type { Source } from "./source";

/** Why tiers may no longer be right; up to date where no reason is left. */
export interface Staleness {
  readonly isStale: boolean;
  readonly reasons: readonly StaleReason[];
}

/**
 * columns: a column that was read is gone or renamed · cells: rows came or went, or a cell that was read changed ·
 * overrides: one came, changed, went or has run out · history: a review was recorded that the rules go by · preset: it was
 * edited · day: another day of the run, which only rules with dates and a next review without an earlier one can see.
 */
export type StaleReason = "columns" | "cells" | "overrides" | "history" | "preset" | "day";

export interface StaleInput {
  readonly record: SourceRecord;
  readonly source: Source;
  readonly preset: Preset;
  readonly presetHash: string;
  /** ISO day of today's run. */
  readonly asOf: string;
}

/** Reads again what the last run has read, and compares. */
export async function staleness(context: Excel.RequestContext, input: StaleInput): Promise<Staleness> {
  const { record, source, preset, presetHash, asOf } = input;
  const sheets = askSheets(context, { history: goesByHistory(preset) });
  const binding = bindFields(source.headers, preset.fields, { chosen: new Map(record.mapping) });
  const isReadable = !binding.issues.some(({ severity }) => severity === "error");
  const cells = isReadable ? await inputsNow(context, source, binding.columns.values()) : null;
  const inputs = cells === null ? null : printOfInputs(cells, preset, asOf, await sheets());
  const reasons = reasonsOf(record, { inputs, preset, presetHash, asOf });
  return { isStale: reasons.length > 0, reasons };
}

interface Now {
  /** Fingerprint of what would be read; null where a column is gone. */
  readonly inputs: string | null;
  readonly preset: Preset;
  readonly presetHash: string;
  readonly asOf: string;
}

/** The parts of a fingerprint of inputs, as `printOfInputs` puts them together. */
const PARTS = ["cells", "overrides", "history"] as const;

/** What a run would see now against what the last one saw. */
export function reasonsOf(record: SourceRecord, { inputs, preset, presetHash, asOf }: Now): StaleReason[] {
  const reasons: StaleReason[] = [];
  if (inputs === null) reasons.push("columns");
  else {
    const [now, before] = [inputs, record.inputs].map((print) => print.split(":"));
    const differs = (at: number) => (now?.[at] ?? "") !== (before?.[at] ?? "");
    reasons.push(...PARTS.filter((_, at) => differs(at)));
  }
  if (presetHash !== record.preset.hash) reasons.push("preset");
  if (asOf !== record.asOf && seesDay(preset, inputs)) reasons.push("day");
  return reasons;
}

/** Whether another day alone may change what is written: measures that go by it, and a next review where there was none yet. */
function seesDay({ measures, review, columns = [] }: Preset, inputs: string | null): boolean {
  const isReviewed = (inputs?.split(":")[PARTS.indexOf("history")] ?? "") !== "";
  return measures.some(dependsOnDay) || (review !== null && columns.includes("nextReview") && !isReviewed);
}

async function inputsNow(
  context: Excel.RequestContext,
  source: Source,
  columns: Iterable<readonly number[]>,
): Promise<string> {
  const positions = [...new Set([...columns].flat())].sort((a, b) => a - b);
  const prints = positions.map((position) => ({ position, print: new ColumnPrint() }));
  await readColumns(context, source, positions, {}, (block) => {
    for (const { position, print } of prints) print.add(block.column(position));
  });
  return together(prints.map(({ print }) => print));
}
