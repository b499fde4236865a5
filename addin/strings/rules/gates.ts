/** What the section "Gates" says. */
export const GATES = {
  intro: "Who fails a gate is not tiered, or is held down. Gates are asked before anything is ranked.",
  none: "Every account is tiered.",
  add: "Add gate",
  word: "Gate",
  name: "Name",
  nameHint: "Given where it is explained why an account has its tier.",
  nameMissing: "Give it a name.",
  condition: "Who passes",
  otherwise: "Who fails",
  outcomes: { exclude: "Is not tiered", maxTier: "Is held in a lower tier" },
  label: "Written in place of a tier",
  firstLabel: "Not tiered",
  maxTier: "The best tier",
} as const;

/** "Unless Employees is at least 200: at most Tier 2". The phrase is that of who passes. */
export function gateTitle(phrase: string, outcome: { exclude: string } | { tier: string }): string {
  const what = "exclude" in outcome ? `not tiered, "${outcome.exclude}"` : `at most ${outcome.tier}`;
  return `Unless ${phrase}: ${what}`;
}
