/** Words of the lists of a tier. */

export const LIST_HEADERS = {
  rank: "Rank",
  account: "Account",
  segment: "Segment",
  value: "Value",
  score: "Score",
  why: "Why",
  owner: "Owner",
} as const;

/** What a new sheet with the list of a tier is called, if that is still free. Excel takes 31 characters. */
export function listName(tier: string): string {
  return `${tier.replace(/[[\]:*?/\\']+/g, " ").slice(0, 26).trim()} list`;
}
