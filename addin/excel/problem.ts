import type { PresetIssue } from "../../engine/index";

/** Something went wrong between us and the workbook: what, and whether anything was written. Words are made in `strings/`. */
export interface Problem {
  readonly code: ProblemCode;
  readonly params: ProblemParams;
  readonly written: Written;
  /** Excel's own code, message and place, for a copyable report. */
  readonly detail?: string;
  /** Why a preset was refused. */
  readonly presetIssues?: readonly PresetIssue[];
}

/**
 * nothing: no cell was touched · restored: what had been written was put back · partly: it could not be put back, and
 * the journal is kept for a repair · unknown: Excel no longer answers, so nobody can tell.
 */
export type Written = "nothing" | "restored" | "partly" | "unknown";
export type ProblemParams = Readonly<Record<string, string | number | readonly string[]>>;

/** Problems of our own finding. */
const OUR_CODES = [
  "selection-not-cells",
  "selection-several-areas",
  "selection-several-tables",
  "selection-own-sheet",
  "sheet-empty",
  "table-without-header",
  "source-no-rows",
  "source-no-header",
  "source-too-large",
  "source-gone",
  "sheet-unknown",
  "source-never-tiered",
  "header-moved",
  "fields-unmapped",
  "workbook-read-only",
  "sheet-protected",
  "filter-active",
  "rows-hidden",
  "target-spilled",
  "target-merged",
  "cells-right-of-table",
  "cells-right-of-range",
  "sheet-full",
  "column-name-taken",
  "owned-column-gone",
  "account-column-gone",
  "rows-moved",
  "target-edited",
  "read-back-differs",
  "undo-nothing",
  "run-unfinished",
  "journal-damaged",
  "preset-unknown",
  "preset-refused",
  "preset-changed-elsewhere",
  "preset-known",
  "settings-full",
  "own-sheet-taken",
  "own-name-taken",
  "own-header-gone",
  "own-cells-taken",
  "own-sheet-full",
  "review-not-applied",
  "override-unknown",
  "attention-unknown",
  "attention-changed",
  "request-lost",
  "cancelled",
] as const;

/** Every code of Excel's own API, as documented ("Error handling with the application-specific JavaScript APIs"). */
const EXCEL_CODES = [
  ...(["AccessDenied", "ActivityLimitReached", "ApiNotAvailable", "ApiNotFound", "BadPassword", "Conflict"] as const),
  ...(["ConnectionFailure", "ContentLengthRequired", "FilteredRangeConflict", "FormulaLengthExceedsLimit"] as const),
  ...(["GeneralException", "InactiveWorkbook", "InsertDeleteConflict", "InvalidArgument", "InvalidBinding"] as const),
  ...(["InvalidObjectPath", "InvalidOperation", "InvalidOperationInCellEditMode", "InvalidOrTimedOutSession"] as const),
  ...([
    "InvalidReference",
    "InvalidRequest",
    "InvalidRequestContext",
    "InvalidSelection",
    "ItemAlreadyExists",
  ] as const),
  ...(["ItemNotFound", "MemoryLimitReached", "MergedRangeConflict", "NonBlankCellOffSheet", "NotImplemented"] as const),
  ...(["OperationCellsExceedLimit", "PivotTableRangeConflict", "RangeExceedsLimit", "RequestAborted"] as const),
  ...([
    "RequestPayloadSizeLimitExceeded",
    "ResponsePayloadSizeLimitExceeded",
    "ServiceNotAvailable",
    "Timeout",
  ] as const),
  ...(["Unauthenticated", "UnsupportedFeature", "UnsupportedOperation", "UnsupportedSheet"] as const),
  "WriteNotSupportedWhenModalDialogOpen",
] as const;

export const PROBLEM_CODES = [...OUR_CODES, ...EXCEL_CODES, "unexpected"] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** What a service answers: the value, or the one problem that stopped it. It never throws. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** Stops a task from inside; the queue turns it into an outcome. */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly params: ProblemParams = {},
    readonly more: Partial<Pick<Problem, "written" | "detail" | "presetIssues">> = {},
  ) {
    super(code);
  }
}

const excelCodes = new Set<string>(EXCEL_CODES);

/** A problem from whatever was thrown: our own refusal, Office's error (which may come from another realm), or a bug. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Refusal) {
    const { code, params, more } = thrown;
    return { code, params, written: "nothing", ...more };
  }
  const { code, message, debugInfo } = officeError(thrown);
  const detail = [code, message, debugInfo].filter((part) => part !== "").join(" · ");
  return { code: excelCodes.has(code) ? (code as ProblemCode) : "unexpected", params: {}, written: "nothing", detail };
}

/** The same problem again, to be thrown with how far the writing came. */
export function refusalWith(thrown: unknown, written: Written): Refusal {
  const { code, params, ...more } = problemOf(thrown);
  return new Refusal(code, params, { ...more, written });
}

/** The same for work that broke off on its way: Excel's word is the only one about what stands now. */
export function refusalMidway(thrown: unknown, hasWritten: boolean): Refusal {
  if (!hasWritten) return refusalWith(thrown, "nothing");
  return refusalWith(thrown, problemOf(thrown).code === "InvalidOrTimedOutSession" ? "unknown" : "partly");
}

function officeError(thrown: unknown): { code: string; message: string; debugInfo: string } {
  if (typeof thrown !== "object" || thrown === null) return { code: "", message: String(thrown), debugInfo: "" };
  const code = "code" in thrown ? String(thrown.code) : "";
  const message = "message" in thrown ? String(thrown.message) : "";
  const info: unknown = "debugInfo" in thrown ? thrown.debugInfo : null;
  const place: unknown = typeof info === "object" && info !== null && "errorLocation" in info ? info.errorLocation : "";
  return { code, message, debugInfo: typeof place === "string" ? place : "" };
}

/** Whether Excel said that a message was too large to send or to answer. */
export function isTooLarge(thrown: unknown): boolean {
  const { code } = officeError(thrown);
  return code === "RequestPayloadSizeLimitExceeded" || code === "ResponsePayloadSizeLimitExceeded";
}
