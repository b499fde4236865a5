import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { count } from "../../strings/format";
import { runJob, stopwatch, type PresetChoice } from "./job";
import { readOptions, UsageError, type Options } from "./options";
import { placeOf } from "./place";
import { jsonReport, textReport } from "./report";
import { openFile, saveFile } from "./workbookFile";

/** The command `npm run tier`: tiers a file with the add-in itself, without Excel. */
async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args, new Date().toLocaleDateString("sv")); // Swedish days are ISO days
  const clock = stopwatch();
  const choice = await presetChoice(options);
  const file = await openFile(options.file);
  clock.lap("open");
  const job = await runJob(file.workbook, placeOf(file.workbook, options), choice, options, { onRows: showRows });
  const timings: Record<string, number> = { ...clock.laps, ...job.timings };
  if (options.out !== null) {
    const saving = stopwatch();
    await saveFile(options.out, options.file, file, job.after);
    saving.lap("save");
    Object.assign(timings, saving.laps);
  }
  clearLine();
  const result = { ...job, timings };
  if (options.json) console.log(JSON.stringify(jsonReport(file.name, result, options), null, 2));
  else console.log([...file.notes, textReport(file.name, result, options)].join("\n"));
}

async function presetChoice({ preset }: Options): Promise<PresetChoice> {
  if (preset === null) return null;
  if (!preset.endsWith(".json")) return { id: preset };
  const text = await readFile(preset, "utf8").catch(() => {
    throw new UsageError(`${preset}: there is no such file.`);
  });
  return { text, file: basename(preset) };
}

/** Progress, where somebody watches. */
function showRows(done: number, of: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${count(done)} of ${count(of)} rows`);
}

function clearLine(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  clearLine();
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
