import type { PresetIssue } from "../../engine/index";
import type { Problem, ProblemCode, Written } from "../excel/problem";
import { count, list } from "./format";
import { presetIssueSentence } from "./presetIssues";

type Sentence = (params: Problem["params"]) => string;

/** What happened and what to do next, for every code. Whether anything was written is said behind it. */
const SENTENCES: Record<ProblemCode, Sentence> = {
  "selection-not-cells": () => "The selection is not cells. Click a cell of your accounts and try again.",
  "selection-several-areas": () => "Several areas are selected. Select one block of accounts and try again.",
  "selection-several-tables": () =>
    "The selection touches more than one table. Click a cell in one of them and try again.",
  "sheet-empty": ({ sheet }) =>
    `There is nothing on ${sheet}. Open a sheet with accounts, or insert the sample accounts.`,
  "sheet-unknown": ({ sheet }) => `There is no sheet named ${sheet}.`,
  "table-without-header": ({ table }) => `The table ${table} has no header row. Turn its header row on and try again.`,
  "source-no-rows": ({ sheet, row }) => `There are no accounts below the header in row ${row} of ${sheet}.`,
  "source-no-header": ({ sheet, row }) => `Row ${row} of ${sheet} should hold the headers, and it is empty.`,
  "source-too-large": ({ sheet }) => `The selection on ${sheet} is too large. Select only the accounts and try again.`,
  "source-gone": () => "The accounts that were tiered are no longer there.",
  "source-never-tiered": () => "Nothing has been tiered here yet.",
  "fields-unmapped": unmapped,
  "workbook-read-only": () => "The workbook is open for reading only. Save a copy and try again.",
  "sheet-protected": ({ sheet }) => `${sheet} is protected. Unprotect it and try again.`,
  "filter-active": ({ sheet }) => `A filter hides rows of ${sheet}. Clear the filter and try again.`,
  "rows-hidden": ({ sheet }) => `Some rows of ${sheet} are hidden. Show them and try again.`,
  "target-spilled": ({ sheet, column }) => `A formula on ${sheet} spills into column ${column}. Move it and try again.`,
  "target-merged": ({ sheet, address }) => `${address} on ${sheet} is part of a merged cell. Unmerge it and try again.`,
  "cells-right-of-table": ({ sheet, address }) =>
    `New table columns would push aside what stands right of the table on ${sheet} (${address}). Move it and try again.`,
  "cells-right-of-range": ({ sheet, address, count: n }) =>
    `The ${count(n)} columns right of the accounts on ${sheet} are not empty (${address}). Make room and try again.`,
  "sheet-full": ({ sheet }) => `There is no room right of the accounts on ${sheet}.`,
  "column-name-taken": ({ sheet, header, address }) =>
    `${sheet} already has a column "${header}" (${address}) that is not ours. Rename it and try again.`,
  "owned-column-gone": () => "One of our columns was deleted. Apply the tiers again to get it back.",
  "account-column-gone": ({ header, sheet }) =>
    `The account column (${list(header, "disjunction")}) of ${sheet} is gone, so the old tiers cannot be matched.`,
  "rows-moved": ({ sheet }) =>
    `Rows of ${sheet} kept moving while the tiers were written. Try again when nobody edits it.`,
  "target-edited": ({ sheet }) =>
    `Tiers on ${sheet} were edited while they were written. Try again when nobody edits it.`,
  "read-back-differs": ({ sheet, address }) => `${address} on ${sheet} did not take its new value.`,
  "undo-nothing": () => "There is no run to undo.",
  "run-unfinished": () => "An earlier run was broken off. Repair it first.",
  "journal-damaged": () => "The notes of the last run are incomplete, so it cannot be taken back.",
  "preset-unknown": ({ preset }) => `There is no preset ${preset} in this workbook.`,
  "preset-refused": () => "The preset cannot be used.",
  "preset-changed-elsewhere": ({ preset }) =>
    `The preset ${preset} has changed since. Look at the preview and apply it again.`,
  "preset-known": ({ preset }) => `A preset ${preset} is here already. Replace it, keep both, or cancel?`,
  "settings-full": ({ preset }) => `There is no room for the preset ${preset} in this workbook. Delete one first.`,
  cancelled: () => "Cancelled.",
  AccessDenied: () => "Excel refused access: the sheet may be protected, or the file locked by somebody.",
  ActivityLimitReached: () => "Excel is busy and asks to wait a moment. Try again.",
  ApiNotAvailable: () => "This version of Excel lacks something that is needed. Update Excel and try again.",
  ApiNotFound: () => "This version of Excel lacks something that is needed. Update Excel and try again.",
  BadPassword: () => "Excel wants a password that was not given.",
  Conflict: () => "Somebody changed the workbook at the same moment. Try again.",
  ConnectionFailure: () => "The connection to Excel was lost. Check it and try again.",
  ContentLengthRequired: () => "Excel did not accept the request. Try again.",
  FilteredRangeConflict: () => "A filter is in the way. Clear the filter and try again.",
  FormulaLengthExceedsLimit: () => "A formula got too long for Excel.",
  GeneralException: () => "Excel reported an internal error. Try again.",
  InactiveWorkbook: () => "The workbook is not in front. Click into it and try again.",
  InsertDeleteConflict: () => "Excel could not make room on the sheet. Move what is in the way and try again.",
  InvalidArgument: () => "Excel did not accept a value.",
  InvalidBinding: () => "A part of the sheet is no longer there. Try again.",
  InvalidObjectPath: () => "A part of the workbook is no longer there. Try again.",
  InvalidOperation: () => "Excel cannot do this here.",
  InvalidOperationInCellEditMode: () => "A cell is being edited. Press Enter in the cell to continue.",
  InvalidOrTimedOutSession: () => "The session with Excel has ended. Reload the workbook and try again.",
  InvalidReference: () => "A cell that is needed is no longer there. Try again.",
  InvalidRequest: () => "Excel did not understand the request.",
  InvalidRequestContext: () => "Excel did not accept the request. Reload the add-in and try again.",
  InvalidSelection: () => "The selection cannot be used. Select a block of accounts and try again.",
  ItemAlreadyExists: () => "Something of that name is already there. Rename it and try again.",
  ItemNotFound: () => "Something that is needed is no longer there. Try again.",
  MemoryLimitReached: () => "Excel is out of memory. Close other workbooks and try again.",
  MergedRangeConflict: () => "Merged cells are in the way. Unmerge them and try again.",
  NonBlankCellOffSheet: () => "Cells would be pushed off the sheet. Make room and try again.",
  NotImplemented: () => "This version of Excel cannot do this.",
  OperationCellsExceedLimit: () => "Too many cells at once for Excel.",
  PivotTableRangeConflict: () => "A PivotTable is in the way. Move it and try again.",
  RangeExceedsLimit: () => "The range is too large for Excel.",
  RequestAborted: () => "Excel broke the request off. Try again.",
  RequestPayloadSizeLimitExceeded: () => "The request was too large for Excel.",
  ResponsePayloadSizeLimitExceeded: () => "The answer was too large for Excel.",
  ServiceNotAvailable: () => "Excel cannot be reached. Try again later.",
  Timeout: () => "Excel took too long to answer. Try again.",
  Unauthenticated: () => "You are signed out. Sign in and try again.",
  UnsupportedFeature: () => "This kind of workbook cannot do this.",
  UnsupportedOperation: () => "Excel cannot do this here.",
  UnsupportedSheet: () => "This kind of sheet holds no accounts. Open a worksheet and try again.",
  WriteNotSupportedWhenModalDialogOpen: () => "A dialog is open in Excel. Close it and try again.",
  unexpected: () => "Something unexpected happened.",
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
  return presetIssues ? `The preset cannot be used: ${presetReasons(presetIssues)}` : SENTENCES[code](params);
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
