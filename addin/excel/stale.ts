import { bindFields, type Preset } from "../../engine/index";
import { ColumnPrint, together } from "./fingerprint";
import { readColumns } from "./read";
import type { SourceRecord } from "./record";
import type { Source } from "./source";

/** Why tiers may no longer be right; up to date where no reason is left. */
export interface Staleness {
  readonly isStale: boolean;
  readonly reasons: readonly StaleReason[];
}

/**
 * columns: a column that was read is gone or renamed · cells: rows came or went, or a cell that was read changed · preset:
 * it was edited · day: another day of the run, which only rules with dates can see.
 */
export type StaleReason = "columns" | "cells" | "preset" | "day";

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
  const binding = bindFields(source.headers, preset.fields, { chosen: new Map(record.mapping) });
  const isReadable = !binding.issues.some(({ severity }) => severity === "error");
  const inputs = isReadable ? await inputsNow(context, source, binding.columns.values()) : null;
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

/** What a run would see now against what the last one saw. */
export function reasonsOf(record: SourceRecord, { inputs, preset, presetHash, asOf }: Now): StaleReason[] {
  const reasons: StaleReason[] = [];
  if (inputs === null) reasons.push("columns");
  else if (inputs !== record.inputs) reasons.push("cells");
  if (presetHash !== record.preset.hash) reasons.push("preset");
  if (asOf !== record.asOf && preset.measures.some(({ type }) => type === "lifecycle")) reasons.push("day");
  return reasons;
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
