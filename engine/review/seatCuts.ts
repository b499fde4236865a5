import type { Condition } from "../conditions/registry";
import { parsePreset } from "../preset/gate";
import { presetDocument, type Capacity, type Gate, type Preset } from "../preset/schema";
import type { Run } from "../run";
import { ONE_LIST } from "../stages/order";
import { seatLists } from "../stages/seatLists";

/**
 * Rules with the last seat of each full list of a run as a ceiling: whoever ranks lower than all who sat there, but for
 * those with a seat by an override, stands in the next tier at best. Lists with seats to spare have no such ceiling.
 *
 * The rules as they are where a preset cannot hold the ceilings.
 */
export function withSeatCuts(preset: Preset, run: Run): Preset {
  const { rungs } = run.preset.tiers;
  const ceilings = rungs.flatMap(({ capacity }, tier): Gate[] => {
    const below = rungs[tier + 1];
    const conditions = capacity && below ? lastSeats(capacity, tier, run) : [];
    if (!below || conditions.length === 0) return [];
    return [{ id: `seatsOfTier${tier + 1}`, when: allOf(conditions), else: { maxTier: below.id } }];
  });
  if (ceilings.length === 0) return preset;
  const parsed = parsePreset(presetDocument({ ...preset, gates: [...preset.gates, ...ceilings] }));
  return parsed.ok ? parsed.preset : preset;
}

/** Of each full list of a tier: "not in this list, or at least as high as its last seat". */
function lastSeats(capacity: Capacity, tier: number, { decision, facts }: Run): Condition[] {
  const { seated, overriding } = decision;
  const isRefused = (row: number) => seated.refusals.isAt(row, tier);
  const seekers = seated.tiers.map((each, row) => (each === tier || isRefused(row) ? 1 : 0));
  const { lists, listOf } = seatLists(capacity, facts, seekers);
  const ranks = facts.number(capacity.rankBy);
  const found = new Map(lists.map(({ list, max }) => [list, { left: max ?? Infinity, lowest: Infinity }]));
  seekers.forEach((isSeeker, row) => {
    const list = found.get(listOf?.[row] ?? ONE_LIST);
    if (isSeeker === 0 || !list) return;
    if (isRefused(row)) list.left = -Infinity;
    else list.left--;
    const hasRight = overriding.exact[row] === tier || overriding.floor[row] === tier;
    if (!isRefused(row) && !hasRight) list.lowest = Math.min(list.lowest, ranks[row] ?? NaN);
  });
  const { rankBy, per } = capacity;
  return lists.flatMap(({ list, within }): Condition[] => {
    const { left, lowest } = found.get(list) ?? { left: Infinity, lowest: NaN };
    if (left > 0 || Number.isNaN(lowest)) return []; // one without a number has a seat: anybody may
    const isHigh = lowest === Infinity ? never(rankBy) : { measure: rankBy, ">=": lowest };
    if (within === null) return [isHigh];
    return [{ any: [{ not: inList(per, within) }, isHigh] }];
  });
}

/** Blanks are one list, and cells that cannot be read among them. */
function inList(per: string, within: string): Condition {
  if (within !== "") return { measure: per, is: [within] };
  return { any: [{ measure: per, blank: true }, { measure: per, unreadable: true }] }; // prettier-ignore
}

function never(measure: string): Condition {
  return { all: [{ measure, ">": 0 }, { measure, "<": 0 }] }; // prettier-ignore
}

/** The most parts that a condition can have. */
const MOST_PARTS = 50;

/** All of a list of conditions, however long. */
function allOf(conditions: readonly Condition[]): Condition {
  if (conditions.length <= MOST_PARTS) return { all: conditions };
  const size = Math.ceil(conditions.length / MOST_PARTS);
  return allOf(
    Array.from({ length: Math.ceil(conditions.length / size) }, (_, i) =>
      allOf(conditions.slice(i * size, (i + 1) * size)),
    ),
  );
}
