import { isDate, isoOf, type AccountPath, type Edge, type Explanation, type Preset } from "../../engine/index";
import { count, day, digits } from "./format";
import { namesOf, type Names } from "./names";

/** What the card "Why this tier" says beside the sentence itself. Names of controls are stable: tests find them. */
export const WHY = {
  card: "Why this tier",
  select: "Select a row of the accounts in the sheet, or find an account by name.",
  find: "Find account",
  noMatch: "No account of that name",
  searching: "Looking…",
  isOld: "As it was read: the sheet has changed since.",
  distance: "To the next tier",
  steps: "Step by step",
  path: "Path",
  customer: "What the customer may be told",
  noPath: "No review is recorded yet: the path begins with the first one.",
  isNew: "No review knows the account yet.",
} as const;

/** Names of a preset, with digits and days as in the rest of the pane. */
export function shownNames(preset: Preset): Names {
  const names = namesOf(preset);
  return {
    ...names,
    value(id, value) {
      if (typeof value !== "number") return names.value(id, value);
      return isDate(id, preset) ? day(isoOf(Math.floor(value))) : digits(value);
    },
    day,
  };
}

/** What a row is that is no account in a tier; null where it is one, or was turned away. */
export function otherRowSentence({ kind }: Explanation): string | null {
  switch (kind) {
    case "account":
    case "excluded":
    case "merged":
      return null;
    case "unrated":
      return "The row names no account, so it has no tier.";
    case "total":
      return "The row is a total: it is left out.";
    case "blank":
      return "The row is blank.";
    case "header":
    case "title":
    case "outside":
      return WHY.select;
  }
}

/** "Tier 2 · Enterprise", and how many rows the account is. */
export function standingSentence(tier: string, segment: string | null, rows: number): string {
  const all = [tier, segment === tier ? null : segment, rows > 1 ? `${count(rows)} rows` : null];
  return all.filter((part) => part !== null && part !== "").join(" · ");
}

/** What would take the account a tier up or down; `null` is that there is no such tier. */
export function edgeSentence(edge: Edge | null, way: "up" | "down", preset: Preset, names: Names): string {
  if (!edge) return way === "up" ? "It is in the first tier." : "It is in the last tier.";
  const tier = names.tier(edge.tier);
  if (edge.distance === null) return `No number leads ${way} to ${tier}.`;
  if (edge.distance === 0 || !edge.number) {
    return way === "up"
      ? `Its numbers are good enough for ${tier}; the steps say what keeps it down.`
      : `Its numbers are good enough for no more than ${tier}; the steps say what keeps it up.`;
  }
  const { measure, value, cut } = edge.number;
  const moved = `would ${way === "up" ? "lift" : "drop"} it to ${tier}`;
  const edges = `it has ${names.value(measure, value)}, the edge is at ${names.value(measure, cut)}`;
  return `${changePhrase(measure, cut - value, preset, names)} ${moved}: ${edges}.`;
}

/** "12,300 more Revenue". */
function changePhrase(measure: string, change: number, preset: Preset, names: Names): string {
  const name = names.measure(measure);
  const size = Math.abs(change);
  if (change === 0) return `The least change of ${name}`;
  if (isDate(measure, preset)) return `${name} ${count(Math.ceil(size))} days ${change > 0 ? "later" : "earlier"}`;
  return `${digits(size)} ${change > 0 ? "more" : "less"} ${name}`;
}

type Reviews = readonly { readonly date: string; readonly tier: string | null }[];

/** How many reviews the path names; a picture has them all. */
const MOST_NAMED = 8;

/** "Tier 1 → Tier 1 → Tier 2": the last reviews, the newest last. */
export function pathSentence(reviews: Reviews, names: Names): string {
  const shown = reviews.slice(-MOST_NAMED).map(({ tier }) => names.tier(tier));
  return (reviews.length > MOST_NAMED ? ["…", ...shown] : shown).join(" → ");
}

/** Every review with its day, in place of the picture. */
export function pathText(reviews: Reviews, names: Names): string {
  return reviews.map(({ date, tier }) => `${day(date)}: ${names.tier(tier)}`).join("; ");
}

export function pathFacts({ initial, previous, highest }: AccountPath, names: Names): string {
  return `Initial ${names.tier(initial)} · previous ${names.tier(previous)} · highest ${names.tier(highest)}`;
}
