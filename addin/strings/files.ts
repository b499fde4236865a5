import type { LostPart, ReadFailure, ReadWarning } from "../playground/files/result";
import { count, list } from "./format";

type Params = Readonly<Record<string, string | number>>;

/** Why a file cannot be read; its name comes before the sentence. */
const FAILURES: Record<ReadFailure, (params: Params) => string> = {
  notAWorkbook: () => "this is not an Excel workbook.",
  encrypted: () => "it is protected by a password. Save it without one and try again.",
  oldFormat: () => "it is in the format of Excel 97-2003. Save it as .xlsx and try again.",
  otherFormat: ({ format }) => `it is an .${format} file. Save it as .xlsx and try again.`,
  damaged: ({ part }) => (part === undefined ? "the file is damaged." : `the file is damaged (in ${part}).`),
  tooLarge: ({ what, limit }) => `it holds more than ${count(limit)} ${what}.`,
  notText: () => "this is not a text file.",
};

const WARNINGS: Record<ReadWarning["code"], (params: Params) => string> = {
  carrierDamaged: ({ what }) => `What was saved as ${what} could not be read and was left out.`,
  csvNotUtf8: () => "The file is not UTF-8; it was read as Windows-1252, as Excel does.",
  csvOpenQuote: ({ row }) =>
    `The quotation that begins in row ${row} is never closed; all that follows is in one cell.`,
};

const LOST: Record<LostPart, string> = {
  calculatedColumns: "calculated table columns",
  charts: "charts",
  connections: "data connections",
  controls: "form controls",
  customXml: "custom XML",
  dataModel: "the data model",
  dataTypes: "data types",
  drawings: "pictures and shapes",
  externalLinks: "links to other files",
  extendedConditionalFormats: "newer conditional formats",
  filterCriteria: "filter criteria",
  formatting: "some formatting",
  grouping: "outline groups",
  macros: "macros",
  pivotTables: "PivotTables",
  protectionPassword: "sheet protection passwords",
  slicers: "slicers",
  sparklines: "sparklines",
  threadedComments: "comment threads",
};

export function fileFailureSentence(file: string, code: ReadFailure, params: Params): string {
  return `${file}: ${FAILURES[code](params)}`;
}

export function fileWarningSentence({ code, params }: ReadWarning): string {
  return WARNINGS[code](params);
}

export function lostSentence(parts: readonly LostPart[]): string {
  return `Not kept in the new file: ${list(parts.map((part) => LOST[part]))}.`;
}
