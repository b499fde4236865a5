import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { count } from "../../strings/format";
import { runJob, type PresetChoice } from "./job";
import { readOptions, USAGE, UsageError, type Options } from "./options";
import { jsonReport, textReport } from "./report";
import { stopwatch, type Timings } from "./stopwatch";
import { codeOf, openFile, refuseTarget, saveFile } from "./workbookFile";

/** Where the command speaks. */
export interface Streams {
  /** A line of the result. */
  out(line: string): void;
  /** A line about what went wrong, or that is no part of the JSON. */
  err(line: string): void;
  /** Replaces what it showed before; `""` clears it. Left out where nobody watches. */
  progress?(text: string): void;
}

/** Carries out the command and returns its exit code: 0, or 1 with one sentence on `err`. A defect of ours is thrown. */
export async function tier(args: readonly string[], streams: Streams): Promise<0 | 1> {
  try {
    await carryOut(args, streams);
    return 0;
  } catch (error) {
    streams.progress?.("");
    if (!(error instanceof UsageError)) throw error;
    streams.err(error.message);
    return 1;
  }
}

async function carryOut(args: readonly string[], { out, err, progress }: Streams): Promise<void> {
  const options = readOptions(args, new Date().toLocaleDateString("sv")); // Swedish days are ISO days
  if (options === "help") return out(USAGE);
  const clock = stopwatch();
  if (options.out !== null) await refuseTarget(options.out, options.file);
  const choice = await presetChoice(options);
  progress?.("Reading the file");
  const file = await openFile(options.file);
  clock.lap("open");
  const job = await runJob(file.workbook, choice, options, {
    onRows: (done, of) => progress?.(`${count(done)} of ${count(of)} rows`),
  });
  const saving = stopwatch();
  if (options.out !== null && job.after) {
    progress?.("Writing the file");
    await saveFile(options.out, file, job.after);
    saving.lap("save");
  }
  for (const { file, text } of job.sheets.csv) {
    await writeFile(file, text).catch((error: unknown) => {
      throw new UsageError(`--csv ${file}: the file cannot be written (${codeOf(error)}).`);
    });
  }
  progress?.("");
  const timings: Timings = { ...clock.laps, ...job.timings, ...saving.laps };
  const result = { ...job, timings };
  file.notes.forEach(options.json ? err : out); // who asked for JSON gets nothing else on the standard output
  if (options.json) out(JSON.stringify(jsonReport(file.name, result, options), null, 2));
  else out(textReport(file.name, result, options));
}

async function presetChoice({ preset }: Options): Promise<PresetChoice> {
  if (preset === null) return null;
  if (!/\.json$/i.test(preset)) return { id: preset };
  const text = await readFile(preset, "utf8").catch(() => {
    throw new UsageError(`--preset ${preset}: there is no such file.`);
  });
  return { text, file: basename(preset) };
}
