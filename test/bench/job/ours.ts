import {
  bindFields,
  explain,
  parsePreset,
  resultOf,
  run,
  tableBuilder,
  Workspace,
  type Buffers,
  type Classes,
  type Lease,
  type Preset,
  type Run,
  type Table,
} from "../../../engine/index";
import { HEADERS, type Cells } from "./cells";
import { AS_OF, jobPreset, wordsOf, type Contender, type Labels } from "./job";

/** As the add-in reads them. */
const BLOCK_ROWS = 10_500;

/**
 * Our engine: cells to words. A later run goes on as in the add-in: the reading before it is still there, for who goes back to
 * it, and the memory of the one before that is free.
 */
export function ours(which: "first" | "later"): Contender {
  const preset = presetOf();
  let workspace = new Workspace();
  let before: { readonly tiered: Run; readonly buffers: Lease } | null = null;
  return {
    name: `account-tiering, ${which} run`,
    run(rows) {
      if (which === "first") [workspace, before] = [new Workspace(), null];
      const buffers = workspace.lease();
      const tiered = run(tableOf(rows, preset, buffers), preset, { asOf: AS_OF });
      const labels = labelsOf(tiered);
      before?.buffers.end();
      before = { tiered, buffers };
      return labels;
    },
  };
}

export function presetOf(tier1?: number): Preset {
  const parsed = parsePreset(JSON.stringify(jobPreset(tier1)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.preset;
}

export function tableOf(rows: Cells, preset: Preset, buffers?: Buffers): Table {
  const options = { headers: HEADERS, ...(buffers && { buffers }) };
  const builder = tableBuilder(bindFields(HEADERS, preset.fields, {}), preset, rows.length, options);
  if (!builder.ok) throw new Error(builder.issues.map(({ code }) => code).join(", "));
  for (let from = 0; from < rows.length; from += BLOCK_ROWS) {
    const block = rows.slice(from, from + BLOCK_ROWS);
    builder.add(block.length, (index) => ({ rows: block, index }));
  }
  return builder.table();
}

/** The words of a run, from what it hands on. */
export function labelsOf(tiered: Run): Labels {
  const { segment, tier } = resultOf(tiered);
  if (!segment) throw new Error("the preset has segments");
  return { segment: words(segment), tier: words(tier) };
}

function words({ codes, labels }: Classes): string[] {
  return wordsOf(codes, labels);
}

/** What it takes to change one number of the preset and run again, beside a first run: the run alone, no reading. */
export function rerun(rows: Cells): { readonly first: () => Run; readonly again: (before: Run) => Run } {
  const [preset, changed] = [presetOf(), presetOf(0.8)];
  const table = tableOf(rows, preset);
  return {
    first: () => run(table, preset, { asOf: AS_OF }),
    again: (previousRun) => run(table, changed, { asOf: AS_OF, previousRun }),
  };
}

/** Explains some rows of a run, here and there. */
export function explainSome(tiered: Run, count: number): number {
  let found = 0;
  for (let i = 0; i < count; i++) {
    const row = 1 + Math.floor((i * (tiered.size - 1)) / count);
    if (explain(tiered, row).kind === "account") found++;
  }
  return found;
}
