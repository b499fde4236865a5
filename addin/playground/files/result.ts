import type { WorkbookSnapshot } from "../host/snapshot";

/**
 * What reading a file gives: the workbook with what to know about it, or one reason why not.
 *
 * No sentences here: `code` and `params` are turned into one by the catalogue in addin/strings.
 */
export type ReadResult =
  | { ok: true; workbook: WorkbookSnapshot; lost: LostPart[]; warnings: ReadWarning[] }
  | { ok: false; code: ReadFailure; params: Record<string, string | number> };

export type ReadFailure =
  /** Neither a zip archive nor an old Excel file; or a zip archive without a workbook. */
  | "notAWorkbook"
  /** Protected by a password to open. */
  | "encrypted"
  /** Excel 97-2003 (.xls). */
  | "oldFormat"
  /** A workbook in another format; `format` is "xlsb" or "ods". */
  | "otherFormat"
  /** The archive ends early or a part cannot be read; `part` names it when known. */
  | "damaged"
  /** Unpacks to more than we open; `limit` is in bytes or cells, `what` says which ("bytes", "cells", "rows", "columns"). */
  | "tooLarge"
  /** A .csv that holds binary data. */
  | "notText";

/** The workbook was read, but something in it could not be. */
export type ReadWarning =
  /** Our own hidden sheet is incomplete; `what` names the setting or list that was left out. */
  | { code: "carrierDamaged"; params: { what: string } }
  /** A .csv that is not UTF-8 was read as Windows-1252, as Excel does. */
  | { code: "csvNotUtf8"; params: Record<string, never> }
  /** A quoted field is never closed: everything after `row` (counted from 1) may be in one cell. */
  | { code: "csvOpenQuote"; params: { row: number } };

/**
 * What a file holds and `writeWorkbook` does not write back, even when it is given the original.
 * `formatting` is the mildest: styles of whole rows and columns, and text formatted in parts.
 */
export type LostPart =
  | "calculatedColumns"
  | "charts"
  | "connections"
  | "controls"
  | "customXml"
  | "dataModel"
  | "dataTypes"
  | "drawings"
  | "externalLinks"
  | "extendedConditionalFormats"
  | "filterCriteria"
  | "formatting"
  | "grouping"
  | "macros"
  | "pivotTables"
  | "protectionPassword"
  | "slicers"
  | "sparklines"
  | "threadedComments";

/** Thrown inside this folder and turned into a `ReadResult` at its edge. */
export class FileProblem extends Error {
  constructor(
    readonly code: ReadFailure,
    readonly params: Record<string, string | number> = {},
  ) {
    super(code);
  }
}
