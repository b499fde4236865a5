/** What the section "Columns written" says. */
export const COLUMNS_WRITTEN = {
  intro: "Written beside the accounts, in this order. They are values, which everybody sees who opens the file.",
  add: "Add column",
  flags: "Flags",
} as const;

/** The columns that can be written, and what each of them tells. */
export const COLUMN_HINTS = {
  segment: "The segment of the account.",
  tier: "Its tier.",
  score: "What the section Score works out, or a column read as Score; left out where there is neither.",
  movement: "Up, down, new or the same since the last review.",
  why: "Why it has its tier, in a sentence for colleagues.",
  reason: "The same in a sentence that the customer may hear.",
  rank: "Its place in the tier.",
  initial: "The first tier that it was in.",
  previous: "Its tier in the last review.",
  highest: "The best tier that it was in.",
  nextReview: "The day of its next review.",
  play: "What its tier is treated with.",
  flags: "A column for each flag.",
} as const;

export type WrittenColumn = keyof typeof COLUMN_HINTS;
