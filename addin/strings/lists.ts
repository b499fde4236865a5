import { count, percent } from "./format";

/** Words of the lists of a tier and of the sheet of dossiers. Headers are read back by: they do not change. */

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
  const plain = tier
    .replace(/[[\]:*?/\\']+/g, " ")
    .slice(0, 22)
    .replace(/\p{Surrogate}/gu, "") // half of an emoji at the end
    .trim();
  return plain === "" ? "List of a tier" : `${plain} list`;
}

export const DOSSIER_SHEET = "Account dossiers";

export const DOSSIER_HEADERS = {
  account: "Account",
  tier: "Tier",
  owner: "Owner",
  value: "Value",
  why: "Why",
  known: "Known contacts",
  toFind: "Contacts to find",
  centres: "Buying centres",
  initiatives: "Initiatives",
  point1: "Point 1",
  point2: "Point 2",
  point3: "Point 3",
  refreshed: "Refreshed",
  due: "Refresh due",
  preset: "Preset",
} as const;

/** "Contacts: 34 known, 12 to find (73.9 %)". */
export function coverageSentence({ known, toFind }: { known: number; toFind: number }): string {
  if (known + toFind === 0) return "Contacts: none noted yet";
  return `Contacts: ${count(known)} known, ${count(toFind)} to find (${percent(known / (known + toFind))})`;
}
