import type { Changes } from "../edited/changes";
import type { Facts } from "../facts";
import type { Issue, IssueParams } from "../issue";
import { onRung, setWhere } from "../masks";
import { OWNER_FIELD } from "../preset/parts";
import type { Preset } from "../preset/schema";
import type { Standing } from "../review/history";
import { wholeOrderAtHand } from "../ladder/wholeOrder";
import type { Overriding } from "./overrides";
import { Refusals, type RefusalsOfTier } from "./refusals";
import { seatLists, type SeatList } from "./seatLists";
import { seatTier } from "./seatTier";

/** Tiers after seats were given. */
export interface Seated {
  /** The tier whose seat each account has in the end, overrides counted in; -1 for none. */
  readonly tiers: Int16Array;
  /** Where each account sought its first seat: its tier, or where an override put it. */
  readonly sought: Int16Array;
  /** The tiers that had no seat for an account, best first. */
  readonly refusals: Refusals;
  /** Accounts that sat down only because they had the seat before. */
  readonly incumbents: ReadonlySet<number>;
  /** Seats by tier. */
  readonly seats: readonly (Seats | null)[];
  readonly issues: readonly Issue[];
}

/** The seats of one tier, over all its lists. */
export interface Seats {
  readonly used: number;
  /** null where there is none. */
  readonly min: number | null;
  readonly max: number | null;
}

/**
 * Stage 10: tier by tier, best first, those who seek a seat get one while there are any; the others seek one in the next
 * tier. Seats go to (a) overrides into the tier, by right, (b) those whose rank is within the seats less the buffer, (c)
 * those who were in the tier in the review before, within the seats and the buffer, (d) the others, by rank. Rank is by
 * `rankBy`, missing last, then the ladder's tie-breaks, then account key; one account on several equal rows sits whole or not at all.
 */
export function giveSeats(
  preset: Preset,
  facts: Facts,
  tiers: Int16Array,
  overrides: Overriding,
  standings: ReadonlyMap<string, Standing>,
): Seated {
  const { rungs, tieBreak } = preset.tiers;
  const sought = overrides.acting.size === 0 ? tiers : placesSought(tiers, overrides);
  const seeking = rungs.some(({ capacity }) => capacity) ? facts.buffers.copy(sought) : sought;
  const refusals: RefusalsOfTier[] = [];
  const incumbents = new Set<number>();
  const issues: Issue[] = [];
  const seats = rungs.map(({ id, label, capacity }, tier): Seats | null => {
    if (!capacity) return null;
    const seekers = onRung(seeking, tier, facts.buffers);
    const lists = seatLists(capacity, facts, seekers);
    const isPutHere = (row: number) => overrides.exact[row] === tier || overrides.floor[row] === tier;
    const keyOf = (row: number) => facts.accounts.keys[facts.accounts.codes[row] ?? -1] ?? "";
    const given = seatTier(facts, seekers, lists, {
      by: {
        values: facts.number(capacity.rankBy),
        tieBreaks: tieBreak.map((measure) => facts.number(measure)),
        whole: lists.listOf && wholeOrderAtHand(capacity.rankBy, facts),
      },
      buffer: capacity.incumbentBuffer,
      hasRight: overrides.acting.size > 0 ? isPutHere : null,
      wasHere: standings.size > 0 ? (row) => standings.get(keyOf(row))?.finalTier === id : null,
    });
    given.incumbents.forEach((row) => incumbents.add(row));
    if (given.refused) {
      setWhere(seeking, given.refused.refused, 1, tier + 1);
      refusals.push({ tier, ...given.refused });
    }
    const { used } = given;
    const min = capacity.min ?? null;
    issues.push(...unevenLists(lists.lists, used, min, { rung: id, label }));
    return {
      used: used.reduce((sum, each) => sum + each, 0),
      min: min === null ? null : min * lists.lists.length,
      max: lists.lists.reduce<number | null>((sum, { max }) => (sum === null || max === null ? null : sum + max), 0),
    };
  });
  return { tiers: seeking, sought, refusals: new Refusals(refusals), incumbents, seats, issues };
}

/** What seats go by beside the tiers and the overrides: the rows at which it has changed. */
export function changesBehindSeats({ tiers: { rungs, tieBreak } }: Preset, facts: Facts): Changes[] {
  const capacities = rungs.flatMap(({ capacity }) => capacity ?? []);
  if (capacities.length === 0) return [];
  const read = capacities.flatMap(({ per, perOwner, owners, rankBy }) => [
    rankBy,
    ...(per === "all" ? [] : [per]),
    ...(perOwner === undefined || typeof owners === "number" ? [] : [owners ?? OWNER_FIELD]),
  ]);
  return [facts.changesOf("included"), ...[...read, ...tieBreak].map((measure) => facts.changesOf({ measure }))];
}

function placesSought(tiers: Int16Array, overrides: Overriding): Int16Array {
  return tiers.map((tier, row) => placeSought(tier, row, overrides));
}

/** Where an account seeks a seat, by the rules and the overrides on it. */
function placeSought(tier: number, row: number, { exact, floor, ceiling, excluded }: Overriding): number {
  const [pinned = -1, lowest = -1, highest = -1] = [exact[row], floor[row], ceiling[row]];
  if (excluded[row] === 1) return -1;
  if (pinned >= 0) return pinned;
  const raised = lowest >= 0 && (tier < 0 || tier > lowest) ? lowest : tier;
  return raised >= 0 && raised < highest ? highest : raised;
}

/** Lists with fewer accounts than there should be, or more than there are seats. */
function unevenLists(
  lists: readonly SeatList[],
  used: readonly number[],
  min: number | null,
  named: { readonly rung: string; readonly label: string },
): Issue[] {
  const issues: Issue[] = [];
  const tell = (
    code: Issue["code"],
    name: string,
    limitOf: (list: SeatList) => number | null,
    isOff: (used: number, limit: number) => boolean,
  ) => {
    const off = lists.flatMap((list, i) => {
      const limit = limitOf(list);
      return limit !== null && isOff(used[i] ?? 0, limit) ? [{ list, used: used[i] ?? 0, limit }] : [];
    });
    const [first] = off;
    if (!first) return;
    const params: IssueParams = { ...named, used: first.used, [name]: first.limit };
    const { within } = first.list;
    issues.push({
      code,
      severity: "warning",
      count: off.length,
      rows: [],
      params: within === null ? params : { ...params, within },
    });
  };
  tell(
    "seats-under-min",
    "min",
    () => min,
    (taken, limit) => taken < limit,
  );
  tell(
    "seats-over-max",
    "max",
    ({ max }) => max,
    (taken, limit) => taken > limit,
  );
  return issues;
}
