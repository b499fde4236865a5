import type { Problem } from "../excel/problem";
import { count, things } from "./format";
import { problemSentence } from "./problems";

/** The sections of "Edit rules", in their order. */
export const SECTIONS = {
  fields: "Columns read",
  value: "Value and other measures",
  lifecycle: "Lifecycle",
  gates: "Gates",
  segments: "Segments",
  score: "Score",
  tiers: "Tiers",
  bumps: "Bumps",
  steadiness: "Steadiness",
  flags: "Flags",
  review: "Review",
  columns: "Columns written",
  description: "Description",
} as const;

export type SectionId = keyof typeof SECTIONS;

/** What the editor of rules says, beside its sections. */
export const RULES = {
  result: "What follows",
  notANumber: "This is no number.",
  moveUp: "Move up",
  moveDown: "Move down",
  remove: "Remove",
} as const;

/** What is not yet right, for the head of the editor. */
/** In place of the counts of each tier. */
export function noCountsSentence(problem: Problem): string {
  return `No counts yet: ${problemSentence(problem)}`;
}

export function incompleteSentence(issues: number): string {
  return `${things(issues, "thing")} to complete before the rules can be used; what follows is that of the last complete ones.`;
}

/** "14 → 22", or "14" where nothing changes. */
export function wasAndIs(before: number, now: number): string {
  return before === now ? count(now) : `${count(before)} → ${count(now)}`;
}
