import { SUMMARY_COLUMNS, type SummaryColumn } from "./summaryContent";

/** How the figures of the summary look, in Excel's English form. */

const WHOLE = "#,##0";
const PART = "0.0%";
const CHANGE = "+0.0%;-0.0%;0.0%";
const DIFFERENCE = "+#,##0;-#,##0;0";

/** Number format and width, in points. */
const LOOKS: Readonly<Record<SummaryColumn, readonly [format: string, width: number]>> = {
  section: ["General", 86],
  name: ["General", 90],
  accounts: [WHOLE, 62],
  accountShare: [PART, 98],
  value: [WHOLE, 76],
  valueShare: [PART, 84],
  mean: [WHOLE, 72],
  growth: [CHANGE, 54],
  retention: [PART, 60],
  conversion: [PART, 66],
  seatsUsed: [WHOLE, 66],
  seatsMin: [WHOLE, 62],
  seatsMax: [WHOLE, 62],
  hoursNeeded: [WHOLE, 82],
  hoursAvailable: [WHOLE, 88],
  expected: [WHOLE, 104],
  target: [WHOLE, 92],
  variance: [DIFFERENCE, 62],
  pipeline: [WHOLE, 62],
  pipelineTarget: [WHOLE, 88],
  play: ["General", 290],
};

export const SUMMARY_FORMATS: readonly string[] = SUMMARY_COLUMNS.map((column) => LOOKS[column][0]);
export const SUMMARY_WIDTHS: readonly number[] = SUMMARY_COLUMNS.map((column) => LOOKS[column][1]);

/** Of the headers of both tables. */
export const HEADER_COLOURS = { fill: "#44546A", text: "#FFFFFF" } as const;

/** Of charts: what has no tier's colour. */
export const CHART_COLOURS = { figures: "#44546A", left: "#A6A6A6" } as const;

/** The tier before, and how many accounts. */
export const MOVEMENT_FORMATS: readonly string[] = ["General", WHOLE];
