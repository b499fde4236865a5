import { COLUMN, FIRST_NUMBER, type Cells } from "./cells";
import {
  AS_OF_SERIAL,
  BUMPED,
  LAST_ESTABLISHED,
  REVIEW,
  SCORES,
  SEATS,
  SEGMENTS,
  SHARES,
  TIERS,
  WEIGHTS,
  type Contender,
  type Labels,
} from "./job";

export interface Account {
  readonly name: string;
  readonly industry: string;
  readonly employees: number;
  readonly isReview: boolean;
  readonly life: "prospect" | "new" | "established";
  readonly value: number | null;
  readonly engagement: number | null;
  readonly growth: number | null;
  rank: number | null;
  /** 0 where nothing is known. */
  score: number;
  /** The part of the sum that stands above it; 1 for whom the shares are not of. */
  above: number;
  segment: string;
  /** Position in `TIERS`; -1 in review. */
  tier: number;
}

/** As it is mostly written: an object for each account, arrays of them sorted and gone through. */
export const objects: Contender = { name: "objects and sort", run: byObjects };

function byObjects(rows: Cells): Labels {
  const accounts = rankedAccounts(rows);
  for (const account of accounts) {
    account.segment = segmentOf(account);
    account.tier = tierOf(account);
  }
  return seated(accounts);
}

/** The accounts with all that takes the others to know: rank, score, and what part of the sum stands above them. */
export function rankedAccounts(rows: Cells): Account[] {
  const accounts = rows.map(accountOf);
  const ranked = accounts.filter(({ value }) => value !== null);
  ranked.sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  giveRanks(ranked);
  giveSums(ranked);
  for (const account of accounts) account.score = scoreOf(account);
  return accounts;
}

/** The words of accounts that have a segment and a tier, once the best of those in tier 1 have sat down. */
export function seated(accounts: readonly Account[]): Labels {
  const first = accounts.filter(({ tier }) => tier === 0);
  first.sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || (a.name < b.name ? -1 : 1));
  for (const account of first.slice(SEATS)) account.tier = 1;
  return {
    segment: accounts.map(({ segment }) => segment),
    tier: accounts.map(({ tier }) => TIERS[tier] ?? REVIEW),
  };
}

function accountOf(row: Cells[number]): Account {
  const numberAt = (at: number) => (typeof row[at] === "number" ? row[at] : null);
  const isText = (at: number) => typeof row[at] === "string" && row[at] !== "";
  const parts = [COLUMN.licences, COLUMN.services, COLUMN.support].map(numberAt).filter((part) => part !== null);
  const income = parts.length === 0 ? null : parts.reduce((sum, part) => sum + part, 0);
  const [first, expected] = [numberAt(COLUMN.firstPurchase), numberAt(COLUMN.expected)];
  const life = first === null || first > AS_OF_SERIAL ? "prospect" : first > LAST_ESTABLISHED ? "new" : "established";
  return {
    name: String(row[COLUMN.account]).toLowerCase(),
    industry: String(row[COLUMN.industry]),
    employees: numberAt(COLUMN.employees) ?? 0,
    isReview: row.some((_, at) => at >= FIRST_NUMBER && isText(at)),
    life,
    value: life === "established" ? (income ?? expected) : (expected ?? income),
    engagement: numberAt(COLUMN.engagement),
    growth: numberAt(COLUMN.growth),
    rank: null,
    score: 0,
    above: 1,
    segment: REVIEW,
    tier: -1,
  };
}

/** `ranked` is by value, highest first; equal values have the rank of the lowest place. */
function giveRanks(ranked: readonly Account[]): void {
  let lower = 0;
  for (let i = ranked.length - 1; i >= 0; i--) {
    const account = ranked[i];
    if (!account) continue;
    if (account.value !== ranked[i + 1]?.value) lower = ranked.length - 1 - i;
    account.rank = lower / (ranked.length - 1);
  }
}

function giveSums(ranked: readonly Account[]): void {
  const shared = ranked.filter(({ isReview, life, value }) => !isReview && life === "established" && (value ?? 0) > 0);
  const total = shared.reduce((sum, { value }) => sum + (value ?? 0), 0);
  let [sum, above, last] = [0, 0, NaN];
  for (const account of shared) {
    const value = account.value ?? 0;
    if (value !== last) above = sum;
    account.above = above / total;
    sum += value;
    last = value;
  }
}

function segmentOf({ isReview, life, above }: Account): string {
  if (isReview) return REVIEW;
  if (life !== "established") return life === "prospect" ? SEGMENTS[0] : SEGMENTS[1];
  return above < SHARES.key ? SEGMENTS[2] : above < SHARES.enterprise ? SEGMENTS[3] : SEGMENTS[4];
}

function tierOf({ isReview, segment, score, industry, employees }: Account): number {
  if (isReview) return -1;
  const tier = segment === SEGMENTS[2] || score >= SCORES.tier1 ? 0 : score >= SCORES.tier2 ? 1 : 2;
  const isLarge = employees >= BUMPED.employees && BUMPED.industries.includes(industry);
  return isLarge ? Math.max(0, tier - 1) : tier;
}

function scoreOf({ rank, engagement, growth }: Account): number {
  const clamped = (value: number) => Math.min(1, Math.max(0, value));
  let [sum, weights] = [0, 0];
  const add = (part: number | null, weight: number) => {
    if (part === null) return;
    sum += weight * part;
    weights += weight;
  };
  add(rank, WEIGHTS.rank);
  add(engagement === null ? null : clamped(engagement / 100), WEIGHTS.engagement);
  add(growth === null ? null : clamped(growth), WEIGHTS.growth);
  return weights === 0 ? 0 : Math.round((sum / weights) * 1e4) / 1e4;
}
