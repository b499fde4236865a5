import type { Preset } from "../../../engine/index";
import type { Progress } from "../../excel/blocks";
import { presetHash } from "../../excel/plan";
import type { Outcome } from "../../excel/problem";
import type { SourceRecord } from "../../excel/record";
import { createTiering, type Preview, type Tiered, type Tiering, type Where } from "../../excel/tiering";
import { list } from "../../strings/format";
import { problemSentence } from "../../strings/problems";
import { connect } from "../host/client";
import { MemoryWorkbook } from "../host/memory/memory-workbook";
import type { WorkbookSnapshot } from "../host/snapshot";
import { UsageError, type Options } from "./options";

export interface Job {
  readonly preview: Preview;
  /** null where only a preview was asked for. */
  readonly tiered: Tiered | null;
  readonly after: WorkbookSnapshot;
  /** Milliseconds of each step. */
  readonly timings: Readonly<Record<string, number>>;
}

/** A preset named on the command line: an id, or the text of a file. */
export type PresetChoice = { readonly id: string } | { readonly text: string; readonly file: string } | null;

const FIRST_PRESET = "revenue-share";

/** Runs the add-in on a workbook in memory, through Microsoft's client, as the pane would run it in Excel. */
export async function runJob(
  workbook: WorkbookSnapshot,
  where: Where,
  choice: PresetChoice,
  options: Options,
  progress: Progress,
): Promise<Job> {
  const clock = stopwatch();
  const memory = MemoryWorkbook.from(workbook);
  const tiering = createTiering(connect(memory).Excel);
  const { record } = must(await tiering.find(where));
  const preset = await presetOf(tiering, choice, record);
  clock.lap("connect");
  refuseUnknownFields(preset, options);
  const isSame = record?.preset.hash === presetHash(preset);
  const approved = isSame ? record.mapping : [];
  const mapping = new Map([...approved, ...options.mapping]);
  const dateOrder = isSame ? record.dateOrder : null;
  const preview = must(await tiering.preview({ where, preset, mapping, dateOrder, asOf: options.asOf }, progress));
  clock.lap("preview");
  const tiered = options.out === null ? null : must(await tiering.apply(preview, progress));
  if (tiered) clock.lap("apply");
  return { preview, tiered, after: memory.snapshot(), timings: clock.laps };
}

async function presetOf(tiering: Tiering, choice: PresetChoice, record: SourceRecord | null): Promise<Preset> {
  if (choice && "text" in choice) {
    const imported = await tiering.presets.import(choice.text, "replace"); // a workbook that is written holds its preset
    if (!imported.ok) throw new UsageError(`${choice.file}: ${problemSentence(imported.problem)}`);
    return imported.value;
  }
  const found = await tiering.presets.get(choice?.id ?? record?.preset.id ?? FIRST_PRESET);
  if (found.ok || found.problem.code !== "preset-unknown") return must(found);
  const known = must(await tiering.presets.list()).map(({ id }) => id);
  throw new UsageError(`${problemSentence(found.problem)} Known are ${known.join(", ")}; a file must end in .json.`);
}

function refuseUnknownFields({ fields, name }: Preset, { mapping }: Options): void {
  const unknown = [...mapping.keys()].find((field) => !fields.has(field));
  if (unknown === undefined) return;
  throw new UsageError(`--map ${unknown}: ${name} reads ${[...fields.keys()].join(", ")}.`);
}

function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const { problem } = outcome;
  const hint = problem.code === "fields-unmapped" ? ` Name the column: ${examples(problem.params["fields"])}.` : "";
  throw new UsageError(problemSentence(problem) + hint);
}

function examples(fields: unknown): string {
  return list((Array.isArray(fields) ? fields : []).map((field) => `--map ${field}=HEADER`));
}

/** Wall-clock laps in whole milliseconds. */
export function stopwatch() {
  const laps: Record<string, number> = {};
  let last = performance.now();
  return {
    laps,
    lap(name: string) {
      const now = performance.now();
      laps[name] = Math.round(now - last);
      last = now;
    },
  };
}
