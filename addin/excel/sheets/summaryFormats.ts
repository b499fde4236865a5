import { SUMMARY_COLUMNS, type SummaryColumn } from "./summaryContent";

/** How the figures of the summary look, in Excel's English form. */

const WHOLE = "#,##0";
const PART = "0.0%";
const CHANGE = "+0.0%;-0.0%;0.0%";
const DIFFERENCE = "+#,##0;-#,##0;0";

/** Number format and width, in points. */
const LOOKS: Readonly<Record<SummaryColumn, readonly [format: string, width: number]>> = {
  section: ["General", 62],
  name: ["General", 84],
  accounts: [WHOLE, 50],
  accountShare: [PART, 50],
  value: [WHOLE, 66],
  valueShare: [PART, 45],
  mean: [WHOLE, 54],
  growth: [CHANGE, 48],
  retention: [PART, 52],
  conversion: [PART, 56],
  seatsUsed: [WHOLE, 36],
  seatsMin: [WHOLE, 36],
  seatsMax: [WHOLE, 36],
  hoursNeeded: [WHOLE, 45],
  hoursAvailable: [WHOLE, 50],
  expected: [WHOLE, 66],
  target: [WHOLE, 66],
  variance: [DIFFERENCE, 60],
  pipeline: [WHOLE, 60],
  pipelineTarget: [WHOLE, 60],
  play: ["General", 190],
};

export const SUMMARY_FORMATS: readonly string[] = SUMMARY_COLUMNS.map((column) => LOOKS[column][0]);
export const SUMMARY_WIDTHS: readonly number[] = SUMMARY_COLUMNS.map((column) => LOOKS[column][1]);

/** The tier before, and how many accounts. */
export const MOVEMENT_FORMATS: readonly string[] = ["General", WHOLE];
