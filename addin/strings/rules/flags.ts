/** What the section "Flags" says. */
export const FLAGS = {
  intro: "Yes or no, beside the tiers. Alerts can be about them, and they can be columns.",
  add: "Add flag",
  word: "Flag",
  label: "Label",
  labelHint: "Heads its column.",
  condition: "Who has it",
} as const;
