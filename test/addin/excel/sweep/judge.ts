import type { Problem } from "../../../../addin/excel/problem";
import { canonical } from "../../../../engine/index";
import { SUMMARY_SHEET } from "../../../../addin/strings/summary";
import { sheetOf } from "../../../../addin/playground/host/simpleSnapshot";
import type { ConditionalFormatSnapshot, WorkbookSnapshot } from "../../../../addin/playground/host/snapshot";
import type { Act, Prepared } from "./acts";
import type { Scenario } from "./faults";
import { sceneAfter, type Played, type Scene } from "./play";

/** The two ends that something may have: nothing of it is done, or all of it. */
export interface Ends {
  readonly before: string;
  readonly after: string;
}

/** What it comes to where nothing goes wrong. What is taken back must be as if it had never been done. */
export function endsOf({ start, wanted }: Prepared, { outcome, scene }: Played): Ends {
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const ends = { before: textOf(start), after: textOf(scene.workbook.snapshot()) };
  if (ends.before === ends.after) throw new Error("It does nothing.");
  if (wanted) {
    const [found, meant] = [ends.after, textOf(wanted)].map(withoutJournal);
    if (found !== meant) throw new Error(`It is not as it was: ${difference(found ?? "", meant ?? "")}`);
  }
  return ends;
}

/**
 * Everything that is not as it must be; none where all is well. A workbook is as it was before or as it would be without
 * the fault; or a note says what was under way, and a repair (of an undo: another undo) brings it to its end. What was
 * said of it is true: `nothing` and `restored` mean that all is as before, `partly` that a note is there.
 */
export async function judge(act: Act, ends: Ends, scenario: Scenario, played: Played): Promise<string[]> {
  const { outcome, scene } = played;
  const wrong: string[] = [];
  const found = textOf(scene.workbook.snapshot());
  // Put back without the colours, which Excel would not take either time.
  const isPutBack = !outcome.ok && outcome.problem.written === "restored" && isTwice(scenario);
  const now = isPutBack && isBareOf(found, ends.before) ? ends.before : found;
  const isPending = hasNote(scene);
  if (played.lateRequests > 0) wrong.push(`${played.lateRequests} requests were sent after it was given up`);
  if (!scene.host.faults.isSessionGone) {
    const history = await scene.tiering.history();
    if (!history.ok) wrong.push(`the next task fails: ${history.problem.code}`);
    else if (history.value.isUnfinished !== isPending) wrong.push("the history is wrong about what is unfinished");
  }
  if (outcome.ok) {
    if (isPending) wrong.push("it succeeded, and left its note");
  } else {
    wrong.push(...untrue(act, outcome.problem, now, ends, isPending), ...wrongCode(outcome.problem, scenario));
    if (now === ends.before && (act.does === "repair" || !isPending)) return wrong;
    if (act.does === "write" && isPending) return [...wrong, ...(await afterRepair(ends, scenario, played))];
  }
  if (now === ends.after) return wrong;
  if (isBareOf(now, ends.after) && isTwice(scenario)) {
    return act.does === "write" ? [...wrong, ...(await afterUndo(ends, scenario, played))] : wrong;
  }
  const isUnknown = !outcome.ok && outcome.problem.written === "unknown";
  if (act.does === "sheet" && isUnknown) return wrong;
  if (outcome.ok || act.does === "plain" || act.does === "sheet" || act.does === "write") {
    return [...wrong, `${outcome.ok ? "it succeeded" : "no note is there"}, and ${difference(now, ends.after)}`];
  }
  return [...wrong, ...(await afterAnother(act.does, ends, scenario, played))];
}

/** What is wrong when something broken off was repaired. */
async function afterRepair(ends: Ends, scenario: Scenario, played: Played): Promise<string[]> {
  const wrong = isOnce(scenario) ? ["one fault alone was not put right at once"] : [];
  const scene = sceneAfter(played, scenario.repairedBy);
  const isOver = isNoteOver(scene);
  const refused = await scene.tiering.undo();
  if (refused.ok || refused.problem.code !== "run-unfinished") wrong.push("an undo was not refused");
  const repaired = await scene.tiering.repair();
  if (!repaired.ok) wrong.push(`the repair failed: ${repaired.problem.code} ${repaired.problem.detail ?? ""}`);
  else if (!repaired.value.isRestored) wrong.push("the repair restored nothing");
  const now = textOf(scene.workbook.snapshot());
  if (now === ends.before || (isOver && now === ends.after)) return wrong;
  return [...wrong, `it was repaired, and ${difference(now, ends.before)}`];
}

/** What is wrong when something that was done without its colours was undone. */
async function afterUndo(ends: Ends, scenario: Scenario, played: Played): Promise<string[]> {
  if (journalOf(textOf(played.scene.workbook.snapshot())) === journalOf(ends.before)) return []; // of something earlier
  const scene = sceneAfter(played, scenario.repairedBy);
  const undone = await scene.tiering.undo();
  const isLost = !undone.ok && undone.problem.code === "journal-damaged" && scenario.repairedBy === "later session";
  if (isLost) return []; // too many old values for the settings: no other session has them
  if (!undone.ok) return [`without its colours, it is not undone: ${undone.problem.code}`];
  const now = withoutJournal(textOf(scene.workbook.snapshot()));
  const before = withoutJournal(ends.before);
  return now === before ? [] : [`it was undone without its colours, and ${difference(now, before)}`];
}

/** What is wrong when what failed half-way was tried again. */
async function afterAnother(does: "undo" | "repair", ends: Ends, scenario: Scenario, played: Played) {
  const { workbook, tiering } = sceneAfter(played, scenario.repairedBy);
  const again = await (does === "undo" ? tiering.undo() : tiering.repair());
  const wrong = again.ok ? [] : [`trying again failed: ${again.problem.code} ${again.problem.detail ?? ""}`];
  const now = textOf(workbook.snapshot());
  if (now === ends.after) return wrong;
  return [...wrong, `it was tried again, and ${difference(now, ends.after)}`];
}

/** Whether what it says of the workbook is not so. */
function untrue({ does }: Act, { written }: Problem, now: string, { before }: Ends, isPending: boolean): string[] {
  const isBefore = does === "undo" || does === "repair" ? sheetsOf(now) === sheetsOf(before) : now === before;
  if (written === "nothing" && !isBefore) return ['it says "nothing", and the workbook is another'];
  if (written === "restored" && (!isBefore || isPending)) return ['it says "restored", and the workbook is another'];
  if (written === "partly" && does === "write" && !isPending) return ['it says "partly", and no note is there'];
  return [];
}

/** The code of the first fault, whatever followed it. */
function wrongCode({ code }: Problem, { faults }: Scenario): string[] {
  const codes = faults.map((fault) => {
    if ("session" in fault) return "InvalidOrTimedOutSession";
    if (!("reply" in fault)) return fault.code;
    return fault.reply === "held" ? "request-lost" : (fault.code ?? "ConnectionFailure");
  });
  return codes.includes(code) ? [] : [`it says ${code}`];
}

/** One request that went wrong, in a workbook that answers all others. */
function isOnce({ faults }: Scenario): boolean {
  const [fault] = faults;
  const isOne = faults.length === 1 && fault !== undefined && (fault.times ?? 1) === 1;
  return isOne && !("session" in fault) && !("reply" in fault && fault.reply === "held");
}

/** More than one request that went wrong. */
function isTwice({ faults }: Scenario): boolean {
  return faults.length > 1 || faults.some(({ times = 1 }) => times > 1);
}

/** Whether all is done, and only the note is left of it. */
function isNoteOver({ workbook }: Scene): boolean {
  const { "tiering.pending": pending, "tiering.journal": journal } = workbook.settings();
  const runOf = (note: unknown) => /"runId":"(\w+)"/.exec(String(note))?.[1];
  return String(pending).includes('"state":"done"') || runOf(pending) === runOf(journal);
}

function hasNote({ workbook }: Scene): boolean {
  return "tiering.pending" in workbook.settings();
}

/** Colours, widths and charts help, the tiers are what counts: where Excel takes none, twice, the rest is there. */
function isBareOf(now: string, end: string): boolean {
  const bare = (text: string) => {
    const { sheets, ...others } = JSON.parse(text) as WorkbookSnapshot;
    const plain = sheets.map((sheet) => (sheet.name === SUMMARY_SHEET ? { ...sheet, ...PLAIN_LOOKS } : sheet));
    return JSON.stringify({ ...others, sheets: plain }, (key, value: unknown) => (HELPS.has(key) ? undefined : value));
  };
  return bare(now) === bare(end);
}

const HELPS = new Set([
  "withoutColours",
  "hasFilterButtons",
  "rules",
  "colours",
  "width",
  "columnWidths",
  "charts",
  "conditionalFormats",
]);
const { styles, page, showsGridlines, frozenRows, hiddenColumns, rowHeights } = sheetOf("");
/** How the summary's page is dressed; its figures are what counts. */
const PLAIN_LOOKS = { styles, page, showsGridlines, frozenRows, hiddenColumns, rowHeights };

function sheetsOf(text: string): string {
  return JSON.stringify((JSON.parse(text) as WorkbookSnapshot).sheets);
}

function journalOf(text: string): string {
  return canonical((JSON.parse(text) as WorkbookSnapshot).settings["tiering.journal"] ?? null);
}

/** What an undo can take back is known for one step only. */
function withoutJournal(text: string): string {
  const { settings, ...others } = JSON.parse(text) as WorkbookSnapshot;
  return JSON.stringify({ ...others, settings: { ...settings, "tiering.journal": undefined } });
}

/**
 * A whole workbook as text, without what may differ between two equal ends: ids of rules, charts and runs, and the order
 * of what has none.
 */
export function textOf(snapshot: WorkbookSnapshot): string {
  const sorted = <T>(all: readonly T[]) => [...all].sort((a, b) => (canonical(a) < canonical(b) ? -1 : 1));
  const named = { ...snapshot, settings: Object.fromEntries(Object.entries(snapshot.settings).map(readable)) };
  const text = withoutIds(JSON.stringify(named));
  const plain = JSON.parse(text) as WorkbookSnapshot;
  const sheets = plain.sheets.map((sheet) => ({
    ...sheet,
    conditionalFormats: sorted(sheet.conditionalFormats.map(overTen)),
    styles: sorted(sheet.styles),
    numberFormats: sorted(sheet.numberFormats),
    charts: sorted(sheet.charts.map((chart) => ({ ...chart, id: "" }))),
  }));
  return canonical({ ...plain, sheets, names: sorted(plain.names) });
}

function withoutIds(text: string): string {
  return text.replace(/\{[0-9A-F]{8}-000C[^}]*\}|run\d+x\d+/g, "");
}

/** Rules that are made again reach over the row that was appended before, too. */
function overTen(format: ConditionalFormatSnapshot): ConditionalFormatSnapshot {
  return { ...format, areas: format.areas.map((area) => ({ ...area, rows: area.rows === 11 ? 10 : area.rows })) };
}

/** Settings hold JSON as text. */
function readable([key, value]: [string, unknown]): [string, unknown] {
  try {
    return [key, typeof value === "string" ? (JSON.parse(value) as unknown) : value];
  } catch {
    return [key, value];
  }
}

/** Where two texts part. */
function difference(found: string, wanted: string): string {
  let at = 0;
  while (at < found.length && found[at] === wanted[at]) at++;
  const from = Math.max(0, at - 80);
  return `…${found.slice(from, at + 120)}… stands where …${wanted.slice(from, at + 120)}… should`;
}
