/** Switch that lets tiers follow the analyst's edits. */
export const AUTOMATIC = {
  name: "Refresh automatically",
  /** While it is on. */
  lasts: "Follows your own edits until you switch it off or close the pane.",
} as const;

/** Why it cannot be switched on. */
export const CANNOT_FOLLOW = {
  untiered: "Apply the tiers once; then they can follow your edits.",
  unapproved: "Apply what is shown first.",
} as const;

/** What the status says in place of how the sheet stands to its rules. */
export const FOLLOWING = {
  beginning: "Refreshing",
  pending: "Edited: the tiers follow in a moment",
  running: "Refreshing",
} as const;

export const EDITED_BY_OTHERS = "Stale: somebody else edited the accounts";

/** Goes before how the sheet stands. */
export function stoppedSentence(standing: string): string {
  return standing === "" ? "Automatic refresh has stopped" : `Automatic refresh has stopped · ${standing}`;
}

export const CELL_IS_EDITED = "Excel waits for you to finish editing a cell. Press Enter or Esc there.";
