import { fold } from "./cells";
import { holds, type Scene } from "./conditions";
import type { Condition, Top, TopCondition } from "./document";
import * as exact from "./exact";
import { fromBig, fromDecimal, fromDouble, plus, sumOf, times, type Exact } from "./exact";
import type { Measures } from "./measures";

/** What a ladder says about the `top` conditions in one of its rungs; outside of ladders nothing. */
export interface Place {
  readonly among?: Condition;
  readonly within?: string;
  readonly tieBreak: readonly string[];
  /** The `refill` conditions of the rungs above, highest first. */
  readonly refillsAbove: readonly TopCondition[];
}

/** The accounts that are ranked against each other, best first: all, or those of one value of `within`. */
export interface RankedList {
  readonly ranked: readonly number[];
  /** So many of them are in. */
  readonly inside: number;
}

export function isInTop(condition: TopCondition, account: number, scene: Scene): boolean {
  const value = scene.measures.number(condition.measure, account);
  if (value === null) return false;
  const list = listOf(condition, account, scene);
  if (!list) return false;
  if (isInPopulation(condition, account, scene)) return list.ranked.slice(0, list.inside).includes(account);
  if (!isCompared(condition, account, scene)) return false;
  const lowest = lastInside(condition, list, scene.measures);
  return lowest !== null && value >= lowest;
}

/** The value of the last account that is in. */
export function lastInside({ measure }: TopCondition, list: RankedList, measures: Measures): number | null {
  const last = list.inside === 0 ? undefined : list.ranked[list.inside - 1];
  return last === undefined ? null : measures.number(measure, last);
}

/** The value of the first account that is ranked and not in. */
export function firstOutside({ measure }: TopCondition, list: RankedList, measures: Measures): number | null {
  const first = list.ranked[list.inside];
  return first === undefined ? null : measures.number(measure, first);
}

/** Whether an account outside of the population finds its class by its value; nobody whom a gate turned away does. */
export const isCompared = ({ top }: TopCondition, account: number, scene: Scene): boolean =>
  top.outside === "compare" && !scene.isExcluded(account);

export function isInPopulation({ top }: TopCondition, account: number, scene: Scene): boolean {
  const among = top.among ?? scene.place?.among;
  return !scene.isExcluded(account) && (!among || holds(among, account, scene));
}

/** The list that an account is in, or would be in by its value of `within`. */
export function listOf(condition: TopCondition, account: number, scene: Scene): RankedList | undefined {
  let lists = scene.lists.get(condition);
  if (!lists) {
    lists = listsOf(condition, scene);
    scene.lists.set(condition, lists);
  }
  return lists.get(groupOf(condition, account, scene));
}

/** Blanks are one group; no word folds to nothing. */
function groupOf({ top }: TopCondition, account: number, { measures, place }: Scene): string {
  const within = top.within ?? place?.within;
  return within === undefined ? "" : fold(String(measures.value(within, account) ?? ""));
}

function listsOf(condition: TopCondition, scene: Scene): Map<string, RankedList> {
  const { measures } = scene;
  const isShare = condition.top.share !== undefined;
  const groups = new Map<string, number[]>();
  measures.accounts.forEach((_, account) => {
    const value = measures.number(condition.measure, account);
    if (value === null || (isShare && value <= 0) || !isInPopulation(condition, account, scene)) return;
    const group = groupOf(condition, account, scene);
    groups.set(group, [...(groups.get(group) ?? []), account]);
  });
  const order = orderOf(condition, scene);
  return new Map(
    [...groups].map(([group, members]) => {
      const ranked = members.sort(order);
      return [group, { ranked, inside: insideOf(condition, ranked, order, scene) }];
    }),
  );
}

type Order = (a: number, b: number) => number;

function orderOf({ measure, top }: TopCondition, { measures, place }: Scene): Order {
  const direction = top.order === "asc" ? -1 : 1;
  return (a, b) =>
    direction * descending(measures.number(measure, a), measures.number(measure, b)) ||
    byTieBreak(place?.tieBreak ?? [], measures)(a, b) ||
    byKey(measures)(a, b);
}

/** Missing last. */
export function descending(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a > b ? -1 : a < b ? 1 : 0;
}

export const byTieBreak =
  (tieBreak: readonly string[], measures: Measures): Order =>
  (a, b) => {
    for (const id of tieBreak) {
      const order = descending(measures.number(id, a), measures.number(id, b));
      if (order !== 0) return order;
    }
    return 0;
  };

/** By code points: signs beyond the first 65,536 come last, which comparing strings would not do. */
export const byKey =
  ({ accounts }: Measures): Order =>
  (a, b) => {
    const left = Array.from(accounts[a]?.key ?? "", (sign) => sign.codePointAt(0) ?? 0);
    const right = Array.from(accounts[b]?.key ?? "", (sign) => sign.codePointAt(0) ?? 0);
    for (let i = 0; i < Math.min(left.length, right.length); i++) {
      const difference = (left[i] ?? 0) - (right[i] ?? 0);
      if (difference !== 0) return difference;
    }
    return left.length - right.length;
  };

function insideOf(condition: TopCondition, ranked: readonly number[], order: Order, scene: Scene): number {
  const { top } = condition;
  if (top.share === undefined) {
    const most =
      top.count ?? Number(rounded(times(fromDecimal(top.percent ?? 0), fromBig(BigInt(ranked.length))), top));
    return settled(condition, ranked, 0, Math.min(most, ranked.length), order, scene);
  }
  const values = ranked.map((account) => fromDouble(scene.measures.number(condition.measure, account) ?? NaN));
  if (top.crossing !== "refill") {
    const reached = firstNotIn(values, top.crossing ?? "up", fromDecimal(top.share), sumOf(values));
    return settled(condition, ranked, 0, reached, order, scene);
  }
  // Each class starts where the one before it ended, and counts its own sum only.
  let start = 0;
  let shareBefore = exact.ZERO;
  for (const one of [
    ...(scene.place?.refillsAbove.filter((above) => isSameSequence(above, condition, scene)) ?? []),
    condition,
  ]) {
    const share = fromDecimal(one.top.share ?? 0);
    const reached = firstNotIn(values.slice(start), "up", exact.minus(share, shareBefore), sumOf(values));
    start = settled(one, ranked, start, start + reached, order, scene);
    shareBefore = share;
  }
  return start;
}

function isSameSequence(above: TopCondition, condition: TopCondition, { place }: Scene): boolean {
  const sequence = ({ measure, top }: TopCondition): string =>
    JSON.stringify([measure, top.among ?? place?.among ?? null, top.within ?? place?.within ?? null]);
  return sequence(above) === sequence(condition);
}

function rounded(places: Exact, { rounding = "ceil" }: Top): bigint {
  switch (rounding) {
    case "ceil":
      return exact.ceil(places);
    case "floor":
      return exact.floor(places);
    case "nearest":
      return exact.floor(plus(places, { over: 1n, under: 2n }));
  }
}

/** The first place that is out, for values in order. Sums within a billionth of the total are equal. */
function firstNotIn(values: readonly Exact[], crossing: "up" | "down" | "nearest", share: Exact, total: Exact): number {
  const line = times(share, total);
  const slack = times(total, fromDecimal(1e-9));
  let before = exact.ZERO;
  for (const [place, value] of values.entries()) {
    const after = plus(before, value);
    const middle = times(plus(before, after), { over: 1n, under: 2n });
    const isIn =
      crossing === "down"
        ? exact.compare(after, plus(line, slack)) <= 0
        : exact.compare(crossing === "up" ? before : middle, exact.minus(line, slack)) < 0;
    if (!isIn) return place;
    before = after;
  }
  return values.length;
}

/**
 * Where the cut stands when it may not go through accounts that are equal in everything, nor, unless ties are settled
 * by the order, through equal values.
 */
function settled(
  { measure, top }: TopCondition,
  ranked: readonly number[],
  start: number,
  reached: number,
  order: Order,
  { measures }: Scene,
): number {
  const at = (place: number): number => ranked[place] ?? NaN;
  const isOneAccount = (place: number): boolean =>
    place > start && place < ranked.length && order(at(place - 1), at(place)) === 0;
  const isTie = (place: number): boolean =>
    place > start &&
    place < ranked.length &&
    measures.number(measure, at(place - 1)) === measures.number(measure, at(place));
  const isKeptOut = top.ties === "down" || top.ties === "drop";
  const isTakenIn = top.ties === "up" || top.ties === "with";
  let cut = reached;
  if (isKeptOut) while (isTie(cut)) cut--;
  else while (isTakenIn ? isTie(cut) : isOneAccount(cut)) cut++;
  return cut;
}
