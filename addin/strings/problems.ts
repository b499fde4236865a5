import type { PresetIssue } from "../../engine/index";
import type { Problem, ProblemCode, Written } from "../excel/problem";
import { count, list, moment, things } from "./format";
import { presetIssueSentence } from "./presetIssues";

type Sentence = string | ((params: Problem["params"]) => string);

/** What happened, and what to do next. Whether anything was written is said behind it. */
type Advice = readonly [happened: Sentence, next: Sentence];

const TRY_AGAIN = "Try again.";
const UPDATE = "Update Excel and try again.";
const REPORT = "Try again; if it comes back, send the report behind Details to whoever gave you the add-in.";
const ONE_BLOCK = "Select one block of accounts and try again.";
const NOBODY_EDITS = "Try again when nobody edits it.";
const FEWER = "Try again with fewer accounts at once.";

const ADVICE: Record<ProblemCode, Advice> = {
  "selection-not-cells": ["The selection is not cells.", "Click a cell of your accounts and try again."],
  "selection-several-areas": ["Several areas are selected.", ONE_BLOCK],
  "selection-several-tables": [
    "The selection touches more than one table.",
    "Click a cell in one of them and try again.",
  ],
  "selection-own-sheet": [
    ({ sheet }) => `${sheet} is a sheet that this add-in has made, and holds no accounts to tier.`,
    "Open the sheet with your accounts and try again.",
  ],
  "sheet-empty": [
    ({ sheet }) => `There is nothing on ${sheet}.`,
    "Open a sheet with accounts, or insert the sample accounts.",
  ],
  "sheet-unknown": [({ sheet }) => `There is no sheet named ${sheet}.`, "Choose a sheet of this workbook."],
  "table-without-header": [
    ({ table }) => `The table ${table} has no header row.`,
    "Turn its header row on and try again.",
  ],
  "source-no-rows": [
    ({ sheet, row }) => `There are no accounts below the header in row ${row} of ${sheet}.`,
    "Select the header with the accounts below it.",
  ],
  "source-no-header": [
    ({ sheet, row }) => `Row ${row} of ${sheet} should hold the headers, and it is empty.`,
    "Select the accounts from their header on.",
  ],
  "source-too-large": [
    ({ sheet }) => `The selection on ${sheet} is too large.`,
    "Select only the accounts and try again.",
  ],
  "source-gone": [
    "The accounts that were tiered are no longer there.",
    "Click a cell of the accounts to be tiered and choose Use selection.",
  ],
  "source-never-tiered": ["Nothing has been tiered here yet.", "Look at the preview and apply the tiers first."],
  "header-moved": [
    ({ sheet, before, now }) => `The headers on ${sheet} were in row ${before} and are in row ${now} now.`,
    "Move them back, or clear our columns beside the accounts and apply the tiers again.",
  ],
  "fields-unmapped": [unmapped, "Choose the columns, or change the headers in the sheet."],
  "workbook-read-only": ["The workbook is open for reading only.", "Save a copy and try again."],
  "sheet-protected": [({ sheet }) => `${sheet} is protected.`, "Unprotect it and try again."],
  "filter-active": [({ sheet }) => `A filter hides rows of ${sheet}.`, "Clear the filter and try again."],
  "rows-hidden": [({ sheet }) => `Some rows of ${sheet} are hidden.`, "Show them and try again."],
  "target-spilled": [
    ({ sheet, column }) => `A formula on ${sheet} spills into column ${column}.`,
    "Move it and try again.",
  ],
  "target-merged": [
    ({ sheet, address }) => `${address} on ${sheet} is part of a merged cell.`,
    "Unmerge it and try again.",
  ],
  "cells-right-of-table": [
    ({ sheet, address }) =>
      `New table columns would push aside what stands right of the table on ${sheet} (${address}).`,
    "Move it and try again.",
  ],
  "cells-right-of-range": [
    ({ sheet, address, count: n }) =>
      `The ${count(n)} columns right of the accounts on ${sheet} are not empty (${address}).`,
    "Make room and try again.",
  ],
  "sheet-full": [
    ({ sheet }) => `There is no room right of the accounts on ${sheet}.`,
    "Remove columns, or move the accounts further left.",
  ],
  "column-name-taken": [
    ({ sheet, header, address }) => `${sheet} already has a column "${header}" (${address}) that is not ours.`,
    "Rename it and try again.",
  ],
  "owned-column-gone": ["One of our columns was deleted.", "Apply the tiers again to get it back."],
  "account-column-gone": [
    ({ header, sheet }) =>
      `The account column (${list(header, "disjunction")}) of ${sheet} is gone, so the old tiers cannot be matched.`,
    "Bring the column back, or give it its old header, and try again.",
  ],
  "rows-moved": [({ sheet }) => `Rows of ${sheet} kept moving while the tiers were written.`, NOBODY_EDITS],
  "target-edited": [({ sheet }) => `Tiers on ${sheet} were edited while they were written.`, NOBODY_EDITS],
  "read-back-differs": [
    ({ sheet, address }) => `${address} on ${sheet} did not take its new value.`,
    "Look whether something else writes to it, such as data validation, and try again.",
  ],
  "undo-nothing": ["There is no run to undo.", "The last one was taken back already, or none was made here."],
  "run-unfinished": ["An earlier run was broken off.", "Repair it first."],
  "journal-damaged": [
    "The notes of the last run are incomplete, so it cannot be taken back.",
    "Refresh the tiers, or delete our columns by hand.",
  ],
  "preset-unknown": [
    ({ preset }) => `There is no preset ${preset} in this workbook.`,
    "Choose another preset, or import it.",
  ],
  "preset-refused": ["The preset cannot be used.", "Choose another one, or mend the file that it came from."],
  "preset-changed-elsewhere": [
    changedElsewhere,
    ({ savedAt }) =>
      savedAt === undefined
        ? "Look at the preview and apply it again."
        : "Save yours under another name, or choose the preset again to go on with theirs.",
  ],
  "preset-known": [({ preset }) => `A preset ${preset} is here already.`, "Replace it, keep both, or cancel?"],
  "settings-full": [({ preset }) => `There is no room for the preset ${preset} in this workbook.`, "Delete one first."],
  "own-sheet-taken": [
    ({ sheet }) => `There is a sheet ${sheet} already that this add-in has not made.`,
    "Rename it and try again.",
  ],
  "own-name-taken": [
    ({ name }) => `The name ${name} is used for something else in this workbook.`,
    "Rename that and try again.",
  ],
  "own-header-gone": [
    ({ table, sheet, header }) => `The table ${table} on ${sheet} has no column "${header}" any more.`,
    "Bring the column back, or give it its old header, and try again.",
  ],
  "own-cells-taken": [
    ({ sheet, address }) => `${address} on ${sheet} is in the way: it is not ours, and room is needed there.`,
    "Move it and try again.",
  ],
  "own-sheet-full": [
    ({ sheet, count: n }) => `There is no room for ${things(n, "more row")} on ${sheet}.`,
    "Save the workbook under another name, delete old rows of that sheet and try again.",
  ],
  "review-not-applied": [
    "These tiers do not stand in the sheet as they are shown, so they are no review yet.",
    "Apply or refresh the tiers and record the review then.",
  ],
  "override-unknown": [
    ({ account }) => `There is no such override of ${account}.`,
    "Look at the sheet Tier Overrides: it may have been removed already.",
  ],
  "attention-unknown": [
    ({ account }) => `There is no row for this item${account === "" ? "" : ` of ${account}`} in Tier History any more.`,
    "Look at the sheet: it may have been removed, or changed there.",
  ],
  "attention-changed": [
    ({ account }) => `Somebody has noted something else on ${account === "" ? "this item" : account} meanwhile.`,
    "Look at what stands there now and note yours again.",
  ],
  "request-lost": [
    "Excel has not answered for minutes, so the step was given up.",
    "Look whether Excel asks for something or is still calculating; then try again.",
  ],
  cancelled: ["Cancelled.", "Start again whenever you like."],
  AccessDenied: [
    "Excel refused access: the sheet may be protected, or the file locked by somebody.",
    "Unprotect the sheet, or wait until the file is free.",
  ],
  ActivityLimitReached: ["Excel is busy and asks to wait a moment.", TRY_AGAIN],
  ApiNotAvailable: ["This version of Excel lacks something that is needed.", UPDATE],
  ApiNotFound: ["This version of Excel does not know something that is needed.", UPDATE],
  BadPassword: ["Excel wants a password that was not given.", "Unprotect the sheet or the workbook and try again."],
  Conflict: ["Somebody changed the workbook at the same moment.", TRY_AGAIN],
  ConnectionFailure: ["The connection to Excel was lost.", "Check it and try again."],
  ContentLengthRequired: ["Excel did not accept the request without its length.", REPORT],
  FilteredRangeConflict: ["A filter is in the way.", "Clear the filter and try again."],
  FormulaLengthExceedsLimit: ["A formula got too long for Excel.", "Shorten the labels of the preset and try again."],
  GeneralException: ["Excel reported an internal error.", REPORT],
  InactiveWorkbook: ["The workbook is not in front.", "Click into it and try again."],
  InsertDeleteConflict: ["Excel could not make room on the sheet.", "Move what is in the way and try again."],
  InvalidArgument: ["Excel did not accept a value.", REPORT],
  InvalidBinding: ["A part of the sheet that was watched is no longer there.", TRY_AGAIN],
  InvalidObjectPath: ["A part of the workbook is no longer there.", TRY_AGAIN],
  InvalidOperation: ["Excel cannot do this at the moment.", "Click a cell of your accounts and try again."],
  InvalidOperationInCellEditMode: ["A cell is being edited.", "Press Enter in the cell to continue."],
  InvalidOrTimedOutSession: ["The session with Excel has ended.", "Reload the workbook and try again."],
  InvalidReference: ["A cell that is needed is no longer there.", TRY_AGAIN],
  InvalidRequest: ["Excel did not understand the request.", REPORT],
  InvalidRequestContext: ["Excel did not accept where the request came from.", "Reload the add-in and try again."],
  InvalidSelection: ["The selection cannot be used.", ONE_BLOCK],
  ItemAlreadyExists: ["Something of that name is already there.", "Rename it and try again."],
  ItemNotFound: ["Something that is needed is no longer there.", TRY_AGAIN],
  MemoryLimitReached: ["Excel is out of memory.", "Close other workbooks and try again."],
  MergedRangeConflict: ["Merged cells are in the way.", "Unmerge them and try again."],
  NonBlankCellOffSheet: ["Cells would be pushed off the sheet.", "Make room and try again."],
  NotImplemented: ["This version of Excel cannot do this yet.", UPDATE],
  OperationCellsExceedLimit: ["Too many cells at once for Excel.", FEWER],
  PivotTableRangeConflict: ["A PivotTable is in the way.", "Move it and try again."],
  RangeExceedsLimit: ["The range is too large for Excel.", "Select only the accounts and try again."],
  RequestAborted: ["Excel broke the request off.", TRY_AGAIN],
  RequestPayloadSizeLimitExceeded: ["The request was too large for Excel.", FEWER],
  ResponsePayloadSizeLimitExceeded: ["The answer was too large for Excel.", FEWER],
  ServiceNotAvailable: ["Excel cannot be reached.", "Try again later."],
  Timeout: ["Excel took too long to answer.", TRY_AGAIN],
  Unauthenticated: ["You are signed out.", "Sign in and try again."],
  UnsupportedFeature: ["This kind of workbook cannot do this.", "Save it as an Excel workbook (.xlsx) and try again."],
  UnsupportedOperation: ["Excel does not support this here.", "Open the workbook in another Excel and try again."],
  UnsupportedSheet: ["This kind of sheet holds no accounts.", "Open a worksheet and try again."],
  WriteNotSupportedWhenModalDialogOpen: ["A dialog is open in Excel.", "Close it and try again."],
  unexpected: ["Something unexpected happened.", REPORT],
};

const WRITTEN: Record<Written, string> = {
  nothing: "Nothing was written.",
  restored: "What had been written was put back.",
  partly: "Not everything could be put back; the notes for a repair were kept in the workbook.",
  unknown: "Excel no longer answers, so it is not known what was written; the notes for a repair are in the workbook.",
};

/** Codes that are no attempt to write, so that nothing need be said about writing. */
const SILENT = new Set<ProblemCode>(["preset-unknown", "preset-refused", "preset-known", "undo-nothing"]);

/** What happened, what to do next, and whether anything was written. */
export function problemSentence(problem: Problem): string {
  const sentence = whatHappened(problem);
  return SILENT.has(problem.code) && problem.written === "nothing"
    ? sentence
    : `${sentence} ${WRITTEN[problem.written]}`;
}

/** The same without a word about writing, where nobody would think that something was written. */
export function whatHappened({ code, params, presetIssues }: Problem): string {
  if (presetIssues) return `The preset cannot be used: ${presetReasons(presetIssues)}`;
  return ADVICE[code].map((part) => said(part, params)).join(" ");
}

/** What happened alone, for who knows better what to do next. */
export function happened({ code, params }: Problem): string {
  return said(ADVICE[code][0], params);
}

function said(part: Sentence, params: Problem["params"]): string {
  return typeof part === "string" ? part : part(params);
}

function changedElsewhere({ preset, savedAt }: Problem["params"]): string {
  const when = typeof savedAt === "string" ? moment(savedAt) : "";
  return when === ""
    ? `The preset ${preset} has changed since.`
    : `The preset ${preset} has changed since: somebody saved it on ${when}.`;
}

function unmapped({ missing, unclear, repeated, lost, candidates, sheet, headerRow }: Problem["params"]): string {
  const parts: string[] = [];
  if (isFilled(missing)) parts.push(`there is no column for ${list(missing, "disjunction")} among them`);
  if (isFilled(unclear)) {
    const choice = isFilled(candidates) ? ` (${list([...new Set(candidates)], "disjunction")})` : "";
    parts.push(`there is no single column for ${list(unclear, "disjunction")}${choice} among them`);
  }
  if (isFilled(lost)) parts.push(`${list(lost)} ${lost.length === 1 ? "is" : "are"} no longer among them`);
  if (isFilled(repeated)) parts.push(`several columns are headed ${list(repeated)}: rename one`);
  return `The headers were expected in row ${headerRow} of ${sheet}, and ${list(parts)}.`;
}

function isFilled(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0;
}

/** The first reason why a preset was refused, and how many more there are. */
export function presetReasons(issues: readonly PresetIssue[]): string {
  const [first, ...others] = issues;
  if (!first) return "it is stored under the id of another.";
  const more = others.length > 0 ? ` (and ${count(others.length)} more)` : "";
  return `${presetIssueSentence(first)}${more}.`;
}
