import type { DateOrder, Preset } from "../../engine/index";
import type { Meant } from "../excel/place";
import { count, list, percent, rowsNamed, things } from "./format";
import { spelled } from "./spelled";

/** Everything the pane says that is no problem and no issue of the data. Names of controls are stable: tests find them. */
export const PANE = {
  title: "Account Tiering",
  screens: "Screens",
  tierTab: "Tier",
  reviewTab: "Review",
  planTab: "Plan",
  editRules: "Edit rules",
  preset: "Preset",
  builtIn: "Built-in",
  inWorkbook: "In this workbook",
  /** Behind the name of a built-in preset of which this workbook has rules of its own. */
  changed: "(changed in this workbook)",
  unusable: "cannot be used",
  presetActions: "Preset actions",
  newPreset: "New preset",
  save: "Save",
  unsaved: "Unsaved changes",
  discard: "Discard changes",
  /** The same beside the mark of unsaved changes. */
  discardDraft: "Discard",
  keepEditing: "Keep editing",
  back: "Back",
  saveAs: "Save as",
  rename: "Rename",
  duplicate: "Duplicate",
  delete: "Delete",
  import: "Import",
  export: "Export",
  restoreBuiltIn: "Restore built-in",
  cancel: "Cancel",
  close: "Close",
  copy: "Copy",
  copied: "Copied",
  details: "Details",
  result: "Result",
  accounts: "Accounts",
  useSelection: "Use selection",
  asOf: "As of",
  columns: "Columns read",
  none: "none",
  chooseColumn: "choose a column",
  notRead: "Not read",
  dateOrder: "Dates such as 03/04/2026",
  dataCheck: "Data check",
  dataClean: "Nothing needs a look",
  alsoNoted: "Also noted",
  preview: "Preview",
  movers: "Accounts that change tier",
  segment: "Segment",
  tier: "Tier",
  share: "Share",
  applyTiers: "Apply tiers",
  refreshTiers: "Refresh tiers",
  undoLastRun: "Undo last run",
  undo: "Undo",
  showTiers: "Show tiers",
  repair: "Repair",
  dismiss: "Dismiss",
  upToDate: "Up to date",
  neverTiered: "Not tiered yet",
  notApplied: "Not applied yet",
  reading: "Reading",
  readAgain: "Read again",
  unread: "Not read yet",
  editedSince: "Edited since it was read",
  insertSample: "Insert sample accounts",
  howItWorks: "How it works",
  sampleSheet: "Sample accounts",
} as const;

export const FIRST_RUN = [
  "Sorts the accounts of a sheet into segments and tiers by rules that you choose, beside your rows.",
  "Click a cell of your accounts and choose Use selection, or try it on made-up accounts.",
] as const;

export const HOW_IT_WORKS = [
  "Your accounts stay where they are: one row an account, headers above them; titles further up are left out. Nothing is sorted or moved.",
  "The preset finds the columns it needs by their headers; you can choose others.",
  "You see who gets which tier, and who changes, before anything is written.",
  "Apply tiers writes two columns, Segment and Tier, right of your accounts. Nothing else is touched, and Undo last run takes it back.",
  "After edits the status says Stale; Refresh tiers writes what must change.",
] as const;

/** "Accounts · table on Sheet1 · 500 accounts". */
export function sourceSentence(found: {
  sheet: string;
  table: string | null;
  address: string;
  accounts: number | null;
  rows: number;
  /** Sheet rows of the header, counted from 1, where it is not the first row alone. */
  header?: readonly number[];
}): string {
  const { sheet, table, address, accounts, rows, header = [] } = found;
  const what = table === null ? `${sheet} · ${address}` : `${table} · table on ${sheet}`;
  const headed = header.length === 0 ? "" : ` · headers in ${rowsNamed(header, header.length)}`;
  return `${what} · ${accounts === null ? things(rows, "row") : things(accounts, "account")}${headed}`;
}

/** How the selection was understood, where that is not plain from the address. */
export const MEANT: Readonly<Record<Meant, string | null>> = {
  table: null,
  block: null,
  cells: "Just the selected cells; rows that come below are not among them.",
  columns: "The used part of the selected columns.",
  sheet: "All that stands on the sheet, since the selected cell is away from it.",
};

/** What a field of a preset is for, said where no column was found for it. */
export function purposeOf(field: string, preset: Preset): string {
  if (field === "account") return "needed: names the account of a row";
  if (preset.fields.get(field)?.required) return "needed: what accounts are tiered by";
  const reader = preset.measures.find((measure) => reads(measure, field));
  if (reader?.type === "lifecycle") return "tells New Starts and Prospects from the others";
  if (reader?.type === "expectedWhenNew") return "the value of accounts without a history";
  if (reader) return `counts towards ${spelled(reader.id)}`;
  const part = PURPOSES.find(([name]) => reads(preset[name], field));
  return part?.[1] ?? OF_REVIEWS.get(field) ?? "not needed";
}

/** Fields that no rule reads, but reviews do, by their ids. */
const OF_REVIEWS: ReadonlyMap<string, string> = new Map([
  ["owner", "tells reviews who looks after an account"],
  ["updated", "tells reviews how old the data are"],
  ["pipeline", "tells the plan what is in the pipeline"],
  ["initialTier", "tells reviews the first tier of an account"],
  ["highestTier", "tells reviews the best tier of an account so far"],
]);

/** What the parts of a preset beside its measures read a field for. */
const PURPOSES = [
  ["rollUp", "joins rows to accounts"],
  ["currency", "converts amounts"],
  ["gates", "decides who is tiered at all"],
  ["segments", "counts towards the segment"],
  ["tiers", "counts towards the tier"],
  ["bumps", "can move an account up or down"],
  ["flags", "raises a flag"],
] as const;

/** Whether a part of a preset names the field somewhere. */
function reads(part: unknown, field: string): boolean {
  if (part === field) return true;
  return typeof part === "object" && part !== null && Object.values(part).some((inner) => reads(inner, field));
}

export function dateOrderName(order: DateOrder | null): string {
  if (order === null) return "Not used until chosen";
  return order === "dmy" ? "Day first: 3 April" : "Month first: March 4";
}

/** "4 rows need a look", or "2 checks need a look" where one row may be in several. Notes are counted apart. */
export function dataCheckTitle(warnings: readonly number[], notes: number): string {
  const [rows = 0] = warnings;
  if (warnings.length > 1) return `${things(warnings.length, "check")} need a look`;
  if (rows > 0) return `${things(rows, "row")} ${rows === 1 ? "needs" : "need"} a look`;
  return notes > 0 ? things(notes, "note") : PANE.dataClean;
}

export function rowLink(row: number): string {
  return `Row ${row}`; // as Excel shows it, without digit groups
}

export function moreRows(n: number): string {
  return `and ${count(n)} more`;
}

export interface Moved {
  readonly up: number;
  readonly down: number;
  readonly new: number;
  readonly same: number;
}

/** "12 up · 5 down · 3 new · 480 same". */
export function changesSentence({ up, down, new: fresh, same }: Moved): string {
  return `Changes: ${count(up)} up · ${count(down)} down · ${count(fresh)} new · ${count(same)} same`;
}

export function moveSentence({ from, to, isUp }: { from: string; to: string; isUp: boolean }): string {
  return `${isUp ? "up" : "down"} from ${from} to ${to}`;
}

/** What the counts of tiers do not tell. */
export function segmentsOnlySentence(rows: number): string {
  return `${things(rows, "account")} ${rows === 1 ? "changes" : "change"} segment only.`;
}

export function leftSentence(headers: readonly string[]): string {
  return `${list(headers)} ${headers.length === 1 ? "is" : "are"} not written by this preset and ${headers.length === 1 ? "stays" : "stay"} as before.`;
}

export const HEADERS_BELOW = "If your headers are further down, click one of them and choose Use selection.";

export function shareText(share: number | null): string {
  return share === null ? "–" : percent(share);
}

/** "Stale: 18 rows changed". */
export function staleSentence(rows: number): string {
  return rows > 0 ? `Stale: ${things(rows, "row")} changed` : STALE.cells;
}

/** Why tiers are stale, where it is not told by rows; what weighs most comes first. */
export const STALE = {
  tiers: "Stale: tiers were edited by hand",
  columns: "Stale: the accounts changed",
  cells: "Stale: the accounts changed",
  preset: "Stale: the preset was edited",
  overrides: "Stale: the overrides changed",
  history: "Stale: a review was recorded",
  day: "Stale: the day has changed",
} as const;

const VERBS = { reading: "Reading", writing: "Writing", undoing: "Putting back", adding: "Adding the sheet" } as const;

export function progressSentence({ kind, done, of }: { kind: keyof typeof VERBS; done: number; of: number }): string {
  return of === 0 ? `${VERBS[kind]}…` : `${VERBS[kind]}: ${count(done)} of ${count(of)} rows`;
}

/** Why "Apply tiers" cannot be used now. */
export const CANNOT_APPLY = {
  reading: "The accounts are being read.",
  working: "Another step is under way.",
  noSource: "Choose the accounts first.",
  noPreview: "There is nothing to apply yet.",
  noValues: "No account has a value that can be read. Look at the data check, or choose another column.",
  rules: "The rules are not complete. Edit them, or discard the changes.",
  edited: "The sheet was edited since it was read.",
  old: "The preview is not of what is chosen.",
  unfinished: "An earlier run was broken off. Repair it first.",
} as const;

export const PRESET_UNREADABLE =
  "These accounts were tiered by a preset of this workbook that this version cannot read. Applying another one replaces its tiers.";
export const CANNOT_UNDO = "There is no run to undo.";
export const CANNOT_COPY = "The text could not be copied. Select it and press Ctrl+C.";
export const CANNOT_WRITE = "It cannot be written yet.";

export const DIALOG = {
  name: "Name",
  nameTaken: "There is a preset of that name already.",
  nameMissing: "Give the preset a name.",
  nameNotAllowed: "Begin with a letter, a digit or a bracket, and use no line breaks.",
  importTitle: "Import a preset",
  importFile: "Preset file",
  importText: "or paste its text",
  replace: "Replace it",
  keepBoth: "Keep both",
  exportText: "Preset as text",
  saveFile: "Save as file",
} as const;

export function deleteQuestion(name: string): string {
  return `Delete the preset "${name}" from this workbook? Tiers that it wrote stay.`;
}

export function restoreQuestion(name: string): string {
  return `Bring back the built-in "${name}" as it came? Your edits to it are lost.`;
}

/** "Board view copy", "Board view copy 2": the name is cut where the whole would be longer than `most`. */
export function copyName(name: string, number: number, most: number): string {
  const end = number === 1 ? " copy" : ` copy ${number}`;
  return name.slice(0, most - end.length).trimEnd() + end;
}

export const CRASH = {
  title: "The pane met an error of its own.",
  text: "Your workbook is untouched by this. Start again; if it comes back, send the report to whoever gave you the add-in.",
  again: "Start again",
  report: "Report",
} as const;

export const NOT_IN_EXCEL = "Open this page from Excel: it is the task pane of the add-in Account Tiering.";
