/** Every kind of measure, in the order in which they are offered, with what it gives. */
export const MEASURE_KINDS = {
  sum: "Sum of several numbers",
  field: "A column or measure as it is",
  firstOf: "First number that is there",
  change: "Growth over an earlier number",
  daysSince: "Days since a date",
  count: "Number of rows or different values",
  filled: "Number of filled columns",
  points: "Points for conditions",
  bands: "Points by bands of a number",
  weighted: "Weighted score",
  scale: "Number on a common scale",
  quantileScore: "Score by quantiles",
  variation: "Unsteadiness of periods",
  lifecycle: "Lifecycle by purchase dates",
  expectedWhenNew: "Expected value while new",
} as const;

export type MeasureType = keyof typeof MEASURE_KINDS;

/** What a new measure of each kind is called first. */
export const FIRST_NAMES: Readonly<Record<MeasureType, string>> = {
  sum: "Sum",
  field: "Copy",
  firstOf: "First number",
  change: "Growth",
  daysSince: "Days since",
  count: "Count",
  filled: "Filled columns",
  points: "Points",
  bands: "Band points",
  weighted: "Weighted score",
  scale: "Scaled number",
  quantileScore: "Quantile score",
  variation: "Unsteadiness",
  lifecycle: "Lifecycle",
  expectedWhenNew: "Worth",
};

/** What the editors of measures say. */
export const MEASURES = {
  intro: "What the rules compute from the columns. Each may read any other.",
  add: "Add measure",
  name: "Name",
  nameHint: "Everything that uses it goes on using it under its new name.",
  kind: "Kind",
  nameMissing: "It needs a name with a letter from A to Z.",
  nameTaken: "Another measure or column is called so.",
  isValue: "What an account is worth: shares, the curve and the plan add it up.",
  isScore: "The score of an account, which the Score column shows.",
  kept: "A kind of measure that this editor does not know. It is kept as it is.",
  numbers: "Numbers",
  number: "Number",
  numbersHint: "A missing one adds nothing.",
  columns: "Columns",
  periods: "Periods",
  periodsHint: "One column for each period, three at least.",
  of: "Column or measure",
  preferred: "Numbers, the preferred one first",
  addNumber: "Add number",
  current: "Number now",
  previous: "Number before",
  minBase: "Least number before",
  minBaseHint: "Below it no growth is worked out; blank is 0.",
  date: "Date",
  distinct: "Different values of",
  rows: "Rows of the account",
  pointsOf: "Points, or money",
  addPoints: "Add points",
  condition: "For whom",
  bandFrom: "From",
  bandPoints: "Points",
  addBand: "Add band",
  best: "Best score",
  direction: "Best are",
  offset: "Added to each cut",
  among: "Who is compared",
  method: "Placed",
  to: "Best value becomes",
  toHint: "100 where blank.",
  toHintZ: "Blank: in standard deviations.",
  rangeFrom: "Value that becomes 0",
  rangeTo: "Value that becomes the best",
  winsorise: "Cut off at each end",
  winsoriseHint: "The part of the values beyond which all count as the last one.",
  firstPurchase: "First purchase",
  newMonths: "New for, in months",
  lastPurchase: "Last purchase",
  noLapse: "Nobody is lapsed",
  lapsedMonths: "Lapsed after, in months",
  history: "Brought in",
  expected: "Expected",
  lifecycle: "Lifecycle",
  addPart: "Add part",
  weight: "Weight",
  missing: "A missing part",
  neutral: "Counts as",
  minCompleteness: "Least part of the weights that must be there",
  minCompletenessHint: "With less there is no score; blank is 0.",
  noScore: "There is no score. Without one the tiers can still use any number.",
  addScore: "Add a score",
  scoreTaken: "A column is called score and holds no number, so that no measure can be called so.",
  scoreColumn: "The score is a column that is read as it is.",
  noLifecycle: "Accounts are not told apart by how long they have been with you.",
  addLifecycle: "Add lifecycle",
} as const;

export const DIRECTIONS = { higher: "The highest", lower: "The lowest" } as const;
export const METHODS = {
  range: "between two given values",
  minMax: "between the lowest and the highest",
  percentRank: "by rank among the others",
  z: "by distance from the mean",
} as const;
export const MISSING = {
  renormalise: "leaves its weight to the others",
  zero: "counts as zero",
  neutral: "counts as a middle value",
} as const;

/** Kinds that cannot be added yet, with what is missing for them. */
export function lacksSentence(lacks: readonly ("date" | "number")[]): string | null {
  if (lacks.length === 0) return null;
  const columns = lacks.map((type) => (type === "date" ? "a date column" : "a number column"));
  return `More kinds can be added once ${columns.join(" and ")} is among the columns read.`;
}
