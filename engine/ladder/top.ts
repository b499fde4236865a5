import { isNothing, NOTHING, picked, placed, union, type Changes } from "../edited/changes";
import { rankAgain } from "../edited/rankAgain";
import { maskAgain } from "../edited/maskAgain";
import { OPEN_SCOPE, type Facts, type KeyPart, type Scope } from "../facts";
import { kindOf, type Condition } from "../conditions/registry";
import { countInPercent } from "./count";
import { foldedWords, type TextColumn } from "../table/column";
import { compareCodePoints } from "../table/fold";
import { keepBoth, positiveIn } from "../masks";
import { rank, type Ranking } from "./rank";
import { countInRefill, countInShare } from "./share";
import type { ShareTop, TopSpec } from "./topSpec";
import { wholeOrderAtHand } from "./wholeOrder";

/** A `top` worked out over its population. */
export interface Top {
  /** 1 for each row that is in. */
  readonly mask: Uint8Array;
  readonly ranking: Ranking;
  /** One per list of the ranking, in its order. */
  readonly cuts: readonly Cut[];
}

export interface Cut {
  /** How many accounts of the list are in. */
  readonly count: number;
  /** Running sums of the list's values, for shares only. */
  readonly sums?: Float64Array;
  /** The lowest value inside (the highest, in ascending order); NaN where nobody is in. */
  readonly marginal: number;
  /** The value that stands on both sides of the cut, where there is one. */
  readonly splitTie: { readonly value: number; readonly inside: number; readonly outside: number } | null;
}

/** Works `top` out once; kept for as long as its measure, population and numbers stay. */
export function topOf(spec: TopSpec, facts: Facts, scope: Scope): Top {
  const key: KeyPart[] = ["top", facts.keyOf({ condition: spec, scope })];
  return facts.kept(key, () => workOut(spec, facts, scope), {
    changes: () => changesBehind(spec, facts, scope),
    mend: (before, rows) => workOutAgain(before, spec, facts, scope, rows),
  });
}

/** The rows at which what a `top` ranks by has changed. */
export function changesBehind({ measure, top }: TopSpec, facts: Facts, scope: Scope): Changes {
  const [among, within] = [top.among ?? scope.among, top.within ?? scope.within];
  return union([
    facts.changesOf({ measure }),
    facts.changesOf("included"),
    among === undefined ? NOTHING : facts.changesOf({ condition: among, scope: OPEN_SCOPE }),
    within === undefined ? NOTHING : facts.changesOf({ measure: within }),
    ...scope.tieBreak.map((id) => facts.changesOf({ measure: id })),
  ]);
}

function workOut(spec: TopSpec, facts: Facts, scope: Scope): Top {
  const { top } = spec;
  const ranking = rankingFor(spec, facts, scope);
  const mask = facts.buffers.bytes(facts.size);
  const cuts = ranking.starts.slice(0, -1).map((start, i) => {
    const cut = cutOf(spec, ranking, i, scope);
    const order = ranking.splitAt(start + cut.count);
    markRows(mask, order, start, start + cut.count);
    return cut;
  });
  if ("share" in top && top.outside === "compare")
    letOutsidersIn(mask, facts, populationOf(spec, facts, scope), ranking, cuts);
  return { mask, ranking, cuts };
}

/** A function of its own, as the loops of `masks.ts`. */
function markRows(mask: Uint8Array, order: Int32Array, from: number, to: number): void {
  for (let position = from; position < to; position++) mask[order[position]!] = 1; // within a list
}

/** The same after an edit; null where there are several lists. */
function workOutAgain(before: Top, spec: TopSpec, facts: Facts, scope: Scope, rows: Int32Array): Top | null {
  const ranking = rankingFor(spec, facts, scope);
  const [cutBefore] = before.cuts;
  if (!ranking.isOneList || !cutBefore) return null;
  const cut = cutOf(spec, ranking, 0, scope);
  const mask = maskAgain(before, { ranking, count: cut.count }, rows);
  if ("share" in spec.top && spec.top.outside === "compare") {
    const population = populationOf(spec, facts, scope);
    if (Object.is(cut.marginal, cutBefore.marginal)) {
      for (const row of rows) {
        if (facts.included[row] === 1 && population[row] === 0 && ranking.values[row]! >= cut.marginal) mask[row] = 1; // rows have values
      }
    } else reachAnew(mask, ranking.values, facts.included, population, cut.marginal);
  }
  return { mask, ranking, cuts: [cut] };
}

/** 1 for each account that a `top` may rank. */
export function populationOf(spec: TopSpec, facts: Facts, scope: Scope): Uint8Array {
  return includedAmong(spec.top.among ?? scope.among, facts);
}

/** 1 for each included account on which the condition holds; all of them without one. */
export function includedAmong(among: Condition | undefined, facts: Facts): Uint8Array {
  if (among === undefined) return facts.included;
  const key = ["included among", facts.keyOf({ condition: among, scope: OPEN_SCOPE }), facts.includedKey];
  const both = ({ included, buffers }: Facts, holds: Uint8Array) => {
    const out = buffers.copy(included);
    keepBoth(out, holds);
    return out;
  };
  return facts.kept(key, () => both(facts, facts.holds(among, OPEN_SCOPE)), {
    changes: () => union([facts.changesOf("included"), facts.changesOf({ condition: among, scope: OPEN_SCOPE })]),
    mend(before, rows) {
      const part = facts.at(rows);
      return placed(before, rows, both(part, part.holds(among, OPEN_SCOPE)));
    },
  });
}

/** The population in order. A ranking is kept apart from its cut, so that another cut re-uses it. */
function rankingFor(spec: TopSpec, facts: Facts, scope: Scope): Ranking {
  const { top, measure } = spec;
  const isShare = "share" in top;
  const direction = isShare ? "desc" : top.order;
  const within = top.within ?? scope.within;
  const among = top.among ?? scope.among;
  const key: KeyPart[] = [
    "ranking",
    isShare ? "positive" : direction,
    facts.keyOf({ measure }),
    within === undefined ? null : facts.keyOf({ measure: within }),
    among === undefined ? null : facts.keyOf({ condition: among, scope: OPEN_SCOPE }),
    ...scope.tieBreak.map((id) => facts.keyOf({ measure: id })),
    facts.includedKey,
  ];
  const values = facts.number(measure);
  const tieBreaks = scope.tieBreak.map((id) => facts.number(id));
  const ranked = (population: Uint8Array, values: Float64Array) =>
    isShare ? positiveIn(population, values, facts.buffers) : population;
  const make = () =>
    rank(facts, {
      values,
      direction,
      tieBreaks,
      population: ranked(populationOf(spec, facts, scope), values),
      list: within === undefined ? undefined : listsOf(facts.text(within)),
      whole: direction === "desc" ? wholeOrderAtHand(measure, facts) : undefined,
    });
  return facts.kept(key, make, {
    changes: () => changesBehind(spec, facts, scope),
    mend(before, rows) {
      const { list } = before.by;
      if (within !== undefined && !isNothing(facts.changesOf({ measure: within }))) return null;
      const part = ranked(picked(populationOf(spec, facts, scope), rows), picked(values, rows));
      const population = placed(before.by.population, rows, part);
      return rankAgain(before, facts.accounts, { values, direction, tieBreaks, population, list }, rows);
    },
  });
}

/** One list per word, compared as `is` compares them and in their order; blanks are a list of their own. */
function listsOf(column: TextColumn): Int32Array {
  const { keys, codes } = foldedWords(column);
  const ranks = new Int32Array(keys.length);
  const inOrder = keys.map((_, code) => code).sort((a, b) => compareCodePoints(keys[a] ?? "", keys[b] ?? ""));
  inOrder.forEach((code, rank) => (ranks[code] = rank));
  return codes.map((code) => ranks[code] ?? -1);
}

function cutOf({ measure, top }: TopSpec, ranking: Ranking, list: number, scope: Scope): Cut {
  const start = ranking.starts[list] ?? 0;
  const end = ranking.starts[list + 1] ?? start;
  const size = end - start;
  const settled = (count: number, ties: TopSpec["top"]["ties"]) =>
    settleTies(ranking, start, end, start + count, ties) - start;
  let count: number;
  let sums: Float64Array | undefined;
  if ("share" in top) {
    sums = ranking.sumsOf(list);
    if (top.crossing === "refill") {
      const refills = [...refillsAbove(measure, top, scope.above), top];
      const shares = refills.map(({ share }) => share);
      count = countInRefill(sums, shares, (end, i) => settled(end, refills[i]?.ties ?? top.ties));
    } else {
      count = settled(countInShare(sums, top.share, top.crossing), top.ties);
    }
  } else {
    count = "count" in top ? Math.min(size, top.count) : countInPercent(size, top.percent, top.rounding);
    count = settled(count, top.ties);
  }
  const position = start + count;
  const marginal = position > start ? valueAt(ranking, position - 1) : NaN;
  const cut = { count, marginal, splitTie: splitTie(ranking, start, end, position) };
  return sums ? { ...cut, sums } : cut;
}

function valueAt(ranking: Ranking, position: number): number {
  const value = ranking.values[ranking.splitAt(0)[position] ?? -1] ?? NaN;
  return value === 0 ? (ranking.values[ranking.rowAt(position)] ?? NaN) : value; // of the two zeros the one that stands there
}

/** Moves a cut so that accounts equal in everything stay together, and equal values as `ties` asks. */
function settleTies(
  { isSame, isTied }: Ranking,
  start: number,
  end: number,
  cut: number,
  ties: TopSpec["top"]["ties"],
): number {
  let position = cut;
  if (position === start || position === end) return position;
  if (ties === "up" || ties === "with") {
    while (position < end && isTied(position, position - 1)) position++;
  } else if (ties === "down" || ties === "drop") {
    if (isTied(position, position - 1)) {
      const out = position;
      while (position > start && isTied(position - 1, out)) position--;
    }
  } else {
    while (position < end && isSame(position, position - 1)) position++;
  }
  return position;
}

function splitTie(ranking: Ranking, start: number, end: number, position: number): Cut["splitTie"] {
  if (position === start || position === end || !ranking.isTied(position, position - 1)) return null;
  let [first, last] = [position, position];
  while (first > start && ranking.isTied(first - 1, position)) first--;
  while (last < end && ranking.isTied(last, position)) last++;
  return { value: valueAt(ranking, position), inside: position - first, outside: last - position };
}

/** The refills in the rungs above that this one continues, wherever they stand in them, their shares ascending. */
function refillsAbove(measure: string, top: ShareTop, above: readonly Condition[]): ShareTop[] {
  const byShare = new Map<number, ShareTop>();
  for (const spec of above.flatMap(topsIn)) {
    const other = spec.top;
    if (!("share" in other) || other.crossing !== "refill" || other.share >= top.share) continue;
    const isOne =
      spec.measure === measure &&
      other.within === top.within &&
      JSON.stringify(other.among) === JSON.stringify(top.among);
    if (isOne && !byShare.has(other.share)) byShare.set(other.share, other);
  }
  return [...byShare.values()].sort((a, b) => a.share - b.share);
}

/** The `top` conditions in another one. */
function topsIn(condition: Condition): TopSpec[] {
  return "top" in condition ? [condition] : kindOf(condition).parts(condition).flatMap(topsIn);
}

/** `outside: "compare"`: who is not ranked is in when the value reaches the lowest one inside, in its own list. */
function letOutsidersIn(
  mask: Uint8Array,
  facts: Facts,
  population: Uint8Array,
  ranking: Ranking,
  cuts: readonly Cut[],
): void {
  const { included } = facts;
  if (ranking.isOneList) {
    reach(mask, ranking.values, included, population, cuts[0]?.marginal ?? NaN);
    return;
  }
  for (let row = 0; row < mask.length; row++) {
    if (included[row] === 0 || population[row] === 1) continue;
    const marginal = cuts[ranking.listOf(row)]?.marginal ?? NaN;
    if ((ranking.values[row] ?? NaN) >= marginal) mask[row] = 1; // false where either is missing
  }
}

/** The same where there is one list. A function of its own, as the loops of `masks.ts`. */
function reach(
  mask: Uint8Array,
  values: Float64Array,
  included: Uint8Array,
  population: Uint8Array,
  marginal: number,
): void {
  for (let row = 0; row < mask.length; row++) {
    if (values[row]! >= marginal && included[row] === 1 && population[row] === 0) mask[row] = 1; // row < length
  }
}

/** The same for a mask in which some of them are that were let in before. */
function reachAnew(
  mask: Uint8Array,
  values: Float64Array,
  included: Uint8Array,
  population: Uint8Array,
  marginal: number,
): void {
  for (let row = 0; row < mask.length; row++) {
    if (included[row] === 1 && population[row] === 0) mask[row] = values[row]! >= marginal ? 1 : 0; // row < length
  }
}
