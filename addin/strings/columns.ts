import type { ColumnKind, Preset, ResultColumn } from "../../engine/index";

/** What our columns say. It is written for everybody who opens the file, and so does not follow anybody's own locale. */

type Plain = Exclude<ColumnKind, `flag:${string}`>;

const HEADERS: Readonly<Record<Plain, string>> = {
  segment: "Segment",
  tier: "Tier",
  score: "Score",
  movement: "Movement",
  why: "Why",
  reason: "Reason for the customer",
  rank: "Rank in tier",
  initial: "Initial tier",
  previous: "Previous tier",
  highest: "Highest tier",
  nextReview: "Next review",
  play: "Play",
};

/** What stands where there is nothing to say; never a blank, which some versions of Excel cut off at the end of a column. */
const NOTHING: Readonly<Record<Plain, string>> = {
  segment: "",
  tier: "",
  score: "No score",
  movement: "No tier",
  why: "",
  reason: "No tier",
  rank: "No tier",
  initial: "None",
  previous: "None",
  highest: "None",
  nextReview: "No tier",
  play: "No play",
};

/** Arrows say it without the colour. */
const MOVES = { up: "▲ Up", down: "▼ Down", stable: "Same", new: "New", left: "Left" } as const;

/** What a new column is headed. A flag has its own label, as far as no other column of ours, of another flag either, has that header. */
export function columnHeader(kind: ColumnKind, { flags }: Pick<Preset, "flags">): string {
  if (!isFlag(kind)) return HEADERS[kind];
  const label = flags.find(({ id }) => `flag:${id}` === kind)?.label ?? kind.slice("flag:".length);
  const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  if (!Object.values(HEADERS).some((header) => isSame(header, label))) return label;
  for (let number = 1; ; number++) {
    const header = `${label} (flag${number === 1 ? "" : ` ${number}`})`;
    if (!flags.some((other) => isSame(other.label, header))) return header;
  }
}

export function nothingIn(kind: ColumnKind): string {
  return isFlag(kind) ? "No tier" : NOTHING[kind];
}

export function flagWord(has: boolean): string {
  return has ? "Yes" : "No";
}

export function moveWord(move: keyof typeof MOVES): string {
  return MOVES[move];
}

type Reasons = NonNullable<Extract<ResultColumn, { kind: "reason" }>["values"][number]>;

const CRITERIA: Readonly<Record<Exclude<Reasons[number], "team" | "standard">, string>> = {
  size: "the size of your account",
  growth: "your growth",
  engagement: "how active you are with us",
  relationship: "our relationship so far",
  strategic: "what we do together",
  fit: "the kind of company you are",
};

/** For the customer: which criteria counted, and nothing else. */
export function customerSentence(codes: Reasons): string {
  if (codes.includes("team")) return "Your account team has chosen this level of service for you.";
  const criteria = codes.flatMap((code) => (code === "team" || code === "standard" ? [] : [CRITERIA[code]]));
  if (criteria.length === 0) return "This is the level of service that all our customers have.";
  const [first = "", ...others] = criteria;
  const last = others.pop();
  const all = last === undefined ? first : `${[first, ...others].join(", ")} and ${last}`;
  return `Your level of service follows from ${all}.`;
}

function isFlag(kind: ColumnKind): kind is `flag:${string}` {
  return kind.startsWith("flag:");
}
