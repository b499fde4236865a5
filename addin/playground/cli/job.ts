import { fold, type Preset } from "../../../engine/index";
import { cellAddress } from "../../excel/address";
import type { Progress } from "../../excel/blocks";
import { presetHash } from "../../excel/plan";
import type { Outcome, Problem } from "../../excel/problem";
import type { SourceRecord } from "../../excel/record";
import type { Recording } from "../../excel/sheets/history/historyServices";
import type { Source } from "../../excel/source";
import { createTiering, type Preview, type Tiered, type Tiering, type Where } from "../../excel/tiering";
import { count, list } from "../../strings/format";
import { happened, presetReasons, whatHappened } from "../../strings/problems";
import { connect } from "../host/client";
import { MemoryWorkbook } from "../host/memory/memoryWorkbook";
import type { WorkbookSnapshot } from "../host/snapshot";
import { UsageError, type Options } from "./options";
import { placeOf } from "./place";
import { makeSheets, refuseTiers, type SheetsMade } from "./sheets";
import { stopwatch, type Timings } from "./stopwatch";

export interface Job {
  readonly preview: Preview;
  /** null where only a preview was asked for. */
  readonly tiered: Tiered | null;
  /** The workbook with its tiers; null where only a preview was asked for. */
  readonly after: WorkbookSnapshot | null;
  /** null where no review was to be recorded. */
  readonly recording: Recording | null;
  readonly sheets: SheetsMade;
  readonly timings: Timings;
}

/** A preset named on the command line: an id, or the text of a file. */
export type PresetChoice = { readonly id: string } | { readonly text: string; readonly file: string } | null;

const FIRST_PRESET = "revenue-share";

/** Runs the add-in on a workbook in memory, through Microsoft's client, as the pane would run it in Excel. */
export async function runJob(
  workbook: WorkbookSnapshot,
  choice: PresetChoice,
  options: Options,
  progress: Progress = {},
): Promise<Job> {
  const clock = stopwatch();
  const memory = MemoryWorkbook.from(workbook);
  const tiering = createTiering(connect(memory).Excel);
  const where = (await tieredBefore(tiering, options)) ?? placeOf(workbook, options);
  const { record } = must(await tiering.find(where));
  const preset = await presetOf(tiering, choice, record);
  const { source } = must(await tiering.find(where, { preset, mapping: options.mapping }));
  clock.lap("connect");
  refuseMapping(preset, source, options);
  refuseTiers(preset, options);
  const isSame = record?.preset.hash === presetHash(preset);
  const approved = isSame ? record.mapping : [];
  const mapping = new Map([...approved, ...options.mapping]);
  const dateOrder = isSame ? record.dateOrder : null;
  const preview = must(await tiering.preview({ where, preset, mapping, dateOrder, asOf: options.asOf }, progress));
  clock.lap("preview");
  if (options.out === null) {
    const sheets = await makeSheets(tiering, preview, options, must);
    return { preview, tiered: null, after: null, recording: null, sheets, timings: clock.laps };
  }
  const tiered = must(await tiering.apply(preview, progress));
  clock.lap("apply");
  const recording = options.record ? must(await tiering.recordReview(preview, progress)) : null;
  const sheets = await makeSheets(tiering, preview, options, must);
  const after = memory.snapshot();
  clock.lap("snapshot");
  return { preview, tiered, after, recording, sheets, timings: clock.laps };
}

/** The only accounts of the workbook, or of the named sheet, that were tiered before, wherever on it they are. */
async function tieredBefore(tiering: Tiering, { sheet, range }: Options): Promise<Where | null> {
  if (range !== null) return null;
  const found: Where[] = [];
  for (const { id } of must(await tiering.sources())) {
    const where = { by: "record", id } as const;
    const there = await tiering.find(where); // refused where its cells were deleted since
    if (!there.ok) continue;
    const { name } = there.value.source.sheet;
    if (sheet === null || name.toLowerCase() === sheet.toLowerCase()) found.push(where);
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}

async function presetOf(tiering: Tiering, choice: PresetChoice, record: SourceRecord | null): Promise<Preset> {
  if (choice && "text" in choice) {
    const imported = await tiering.presets.import(choice.text, "replace"); // a workbook that is written holds its preset
    if (imported.ok) return imported.value;
    const { presetIssues } = imported.problem;
    const reason = presetIssues ? presetReasons(presetIssues) : whatHappened(imported.problem);
    throw new UsageError(`${choice.file}: ${reason}`);
  }
  const id = choice?.id ?? record?.preset.id ?? FIRST_PRESET;
  const found = await tiering.presets.get(id);
  if (found.ok || found.problem.code !== "preset-unknown") return must(found);
  if (choice === null) throw new UsageError(`The preset ${id} was applied and is gone; name one with --preset.`);
  const listed = must(await tiering.presets.list());
  const named = listed.flatMap((each) =>
    each.state === "ok" && fold(each.preset.name) === fold(id) ? [each.preset] : [],
  );
  if (named.length === 1 && named[0]) return named[0];
  const known = listed.map((each) => each.id);
  throw new UsageError(
    `--preset ${id}: there is no such preset; there is ${list(known)}, and a file must end in .json.`,
  );
}

/** Says which --map is wrong, where the add-in would only say which field has no column. */
function refuseMapping({ fields, name }: Preset, { headers, sheet, headerRow, firstColumn }: Source, options: Options) {
  for (const [field, wanted] of options.mapping) {
    if (!fields.has(field)) throw new UsageError(`--map ${field}: ${name} reads ${list([...fields.keys()])}.`);
    for (const header of wanted) {
      const columns = columnsHeaded(headers, header);
      if (columns.length === 1) continue;
      const row = `row ${count(headerRow + 1)} of ${sheet.name}`;
      if (columns.length === 0) {
        throw new UsageError(`--map ${field}=${header}: ${row} has no such header; it has ${namesOf(headers)}.`);
      }
      const cells = list(columns.map((column) => cellAddress(headerRow, firstColumn + column)));
      throw new UsageError(`--map ${field}=${header}: ${cells} of ${sheet.name} have the same header; rename one.`);
    }
  }
}

/** As the engine finds them: the header as it stands, else without regard to case and spaces. */
function columnsHeaded(headers: readonly string[], wanted: string): number[] {
  const where = (is: (header: string) => boolean) => headers.flatMap((header, i) => (is(header) ? [i] : []));
  const same = where((header) => header === wanted);
  return same.length > 0 ? same : where((header) => fold(header) === fold(wanted));
}

const MOST_NAMES = 12;

function namesOf(headers: readonly string[]): string {
  const names = headers.map((header) => header.trim()).filter((header) => header !== "");
  const more = names.length - MOST_NAMES;
  return list(more > 0 ? [...names.slice(0, MOST_NAMES), `${count(more)} more`] : names);
}

/** The value of an outcome. In a workbook in memory a refusal has written nothing, so nothing is said about that. */
function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const { problem } = outcome;
  if (problem.code === "unexpected") throw new Error(problem.detail);
  if (problem.code === "fields-unmapped") throw new UsageError(happened(problem) + mapHint(problem.params));
  throw new UsageError(whatHappened(problem));
}

function mapHint({ fields, candidates }: Problem["params"]): string {
  const names = Array.isArray(candidates) ? candidates : [];
  if (new Set(names.map((name) => fold(String(name)))).size < names.length) return " Rename one.";
  return ` Say which with ${list((Array.isArray(fields) ? fields : []).map((field) => `--map ${field}=HEADER`))}.`;
}
