import { things } from "../format";

/** What the section "Bumps" says. */
export const BUMPS = {
  isOn: "Move accounts for special reasons",
  off: "Nobody is moved up or down for a reason that the tiers do not see.",
  maxUp: "Most levels up",
  maxDown: "Most levels down",
  budget: "Most accounts moved",
  budgetHint: "The best ones first. Any number where it is blank.",
  add: "Add reason",
  word: "Reason",
  reason: "Reason",
  move: "Levels",
  moveHint: "1 is a tier up, -1 a tier down.",
  condition: "Who is moved",
} as const;

/** "Reference logo: 1 level up". */
export function bumpTitle(reason: string, levels: number | null): string {
  const name = reason === "" ? BUMPS.word : reason;
  if (levels === null || levels === 0) return `${name}: nobody is moved`;
  return `${name}: ${things(Math.abs(levels), "level")} ${levels > 0 ? "up" : "down"}`;
}
