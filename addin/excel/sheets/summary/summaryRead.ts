import type { CellValue } from "../../../../engine/index";
import { SECTIONS, SUMMARY_HEADERS, SUMMARY_SHEET } from "../../../strings/summary";
import { maybeDay, maybeNumber, maybeText, text, word } from "../tables/cellKinds";
import { findTables } from "../tables/findTable";
import type { OurTable, RowOf } from "../tables/ourTable";
import { readRows, type SheetIssue } from "../tables/readRows";
import { lookAtSummary, SUMMARY_TABLE, type Standing } from "./summaryLook";

const H = SUMMARY_HEADERS;

const columns = {
  section: word(H.section, 0, "text", SECTIONS),
  name: text(H.name, 0),
  accounts: maybeNumber(H.accounts, 0),
  accountShare: maybeNumber(H.accountShare, 0),
  value: maybeNumber(H.value, 0),
  valueShare: maybeNumber(H.valueShare, 0),
  mean: maybeNumber(H.mean, 0),
  growth: maybeNumber(H.growth, 0),
  retention: maybeNumber(H.retention, 0),
  conversion: maybeNumber(H.conversion, 0),
  seatsUsed: maybeNumber(H.seatsUsed, 0),
  seatsMin: maybeNumber(H.seatsMin, 0),
  seatsMax: maybeNumber(H.seatsMax, 0),
  hoursNeeded: maybeNumber(H.hoursNeeded, 0),
  hoursAvailable: maybeNumber(H.hoursAvailable, 0),
  expected: maybeNumber(H.expected, 0),
  target: maybeNumber(H.target, 0),
  variance: maybeNumber(H.variance, 0),
  pipeline: maybeNumber(H.pipeline, 0),
  pipelineTarget: maybeNumber(H.pipelineTarget, 0),
  play: maybeText(H.play, 0),
};

/** The table `TierSummary` as it is read back. */
const SUMMARY: OurTable<typeof columns> = {
  sheet: SUMMARY_SHEET,
  name: SUMMARY_TABLE,
  columns,
  key: ["section", "name"],
  blank: {},
};

export type SummaryRow = RowOf<typeof columns>;

/** A summary as it stands, such as last quarter's. */
export interface SummaryRead {
  /** What the title says; null where somebody has written something else there. Days are ISO. */
  readonly preset: string | null;
  readonly asOf: string | null;
  readonly since: string | null;
  readonly rows: readonly SummaryRow[];
  /** Cells that cannot be understood; their rows are left out. */
  readonly issues: readonly SheetIssue[];
}

/** Reads the summary back; null where there is none. Refused as writing it is. */
export async function readSummary(context: Excel.RequestContext): Promise<SummaryRead | null> {
  const look = await lookAtSummary(context);
  if (!look.summary) return null;
  const [found] = await findTables(context, [SUMMARY as unknown as OurTable]); // only its columns are looked at
  if (!found) return null;
  const { rows, issues } = await readRows(context, SUMMARY, found);
  const preset = shown(look.title, 0, 0);
  return {
    preset: preset === "" ? null : preset,
    asOf: dayIn(look.title, 1),
    since: dayIn(look.title, 2),
    rows: rows.map(({ row }) => row),
    issues,
  };
}

function dayIn(title: Standing | null, row: number): string | null {
  const read = DAY.safeParse(shown(title, row, 1));
  return read.success ? read.data : null;
}

const DAY = maybeDay("").cell;

function shown(title: Standing | null, row: number, column: number): string {
  const typed: CellValue = title?.cells[row]?.[column] ?? "";
  return String(typed).replace(/^'/, "");
}
