import { shownValue } from "../conditions/condition";
import type { Facts } from "../facts";
import { issueOfRows, type Issue } from "../issue";
import { scopeOf } from "./climb";
import type { Ladder } from "../preset/schema";
import { topOf, type Top } from "./top";
import type { TopSpec } from "./topSpec";

/** A class is called overfull when it holds this much more of the total than its target: 5 points, our convention. */
const OVERSHOOT = 0.05;

type Rung = Ladder["rungs"][number];

/** A rung that is a plain `top`, worked out. */
interface TopRung {
  readonly rung: Rung;
  readonly spec: TopSpec;
  readonly top: Top;
  /** Name of the measure that splits the population into lists, where one does. */
  readonly within: string | undefined;
}

/**
 * What an analyst must know of the classes of a ladder: empty ones, shares far over their target, an account that spans
 * two cuts, a cut between equal values. For ladders whose rungs are plain `top` conditions; others are not judged.
 *
 * Where the population is split into lists there is still one issue of each kind and rung: it counts the lists (the
 * accounts, for accounts) and carries the figures of the worst or first list, named in `within`.
 */
export function classIssues(ladder: Ladder, rungOf: Int16Array, facts: Facts): Issue[] {
  const issues: (Issue | null)[] = [];
  const count = new Uint32Array(ladder.rungs.length);
  for (let row = 0; row < rungOf.length; row++) if (rungOf[row]! >= 0) count[rungOf[row]!]!++; // row < length
  let above: TopRung | null = null;
  ladder.rungs.forEach((rung, index) => {
    const { when } = rung;
    if (!when || !("top" in when)) return;
    const top = topOf(when, facts, scopeOf(ladder, index));
    const own: TopRung = { rung, spec: when, top, within: when.top.within ?? ladder.within };
    if (count[index] === 0)
      issues.push({ code: "class-empty", severity: "warning", count: 1, rows: [], params: named(rung) });
    issues.push(splitTies(own, facts));
    if ("share" in when.top) {
      // One ranking is kept for one measure, population and split: then the cuts of both stand in the same lists.
      const isNext = above?.top.ranking === top.ranking;
      issues.push(overshoot(own, isNext ? above : null, facts), spanned(own, isNext ? above : null, facts));
      above = own;
    }
  });
  return issues.filter((issue) => issue !== null);
}

function named({ id, label }: Rung) {
  return { rung: id, label };
}

/** The word of a list, where there are lists; `""` for the list of blanks. */
function nameOfList({ top, within }: TopRung, list: number, facts: Facts): { within?: string } {
  if (within === undefined) return {};
  const row = top.ranking.rowAt(top.ranking.starts[list] ?? 0);
  return { within: String(shownValue(facts.text(within), row) ?? "") };
}

function shareIn(rung: TopRung | null): number {
  return rung && "share" in rung.spec.top ? rung.spec.top.share : 0;
}

function overshoot(own: TopRung, above: TopRung | null, facts: Facts): Issue | null {
  const target = shareIn(own) - shareIn(above);
  const over = own.top.cuts.flatMap(({ count, sums }, list) => {
    const total = sums?.at(-1) ?? 0;
    if (!sums || total === 0) return [];
    const sumOf = (count: number) => (count === 0 ? 0 : (sums[count - 1] ?? total));
    const actual = (sumOf(count) - sumOf(above?.top.cuts[list]?.count ?? 0)) / total;
    return actual > target + OVERSHOOT ? [{ list, actual }] : [];
  });
  const [worst] = over.sort((a, b) => b.actual - a.actual);
  if (!worst) return null;
  const params = { ...named(own.rung), target, actual: worst.actual, ...nameOfList(own, worst.list, facts) };
  return { code: "share-overshoot", severity: "warning", count: over.length, rows: [], params };
}

/** Accounts that begin under the cut above and end over this one: the class between has no room for them. */
function spanned(own: TopRung, above: TopRung | null, facts: Facts): Issue | null {
  if (above === null) return null;
  const [from, to] = [shareIn(above), shareIn(own)];
  const { ranking, cuts } = own.top;
  const rows = cuts.flatMap(({ sums }, list) => {
    const total = sums?.at(-1) ?? 0;
    const crosser = sums ? crossing(sums, from * total, to * total) : -1;
    if (crosser < 0) return [];
    return [facts.inputRow(ranking.rowAt((ranking.starts[list] ?? 0) + crosser))];
  });
  return issueOfRows("account-spans-cuts", "warning", rows, { ...named(own.rung), from, to });
}

/** The position that begins under one line and ends over another; -1 where there is none. */
function crossing(sums: Float64Array, from: number, to: number): number {
  let before = 0;
  for (let i = 0; i < sums.length; i++) {
    const sum = sums[i]!; // i < length
    if (before < from && sum > to) return i;
    before = sum;
  }
  return -1;
}

function splitTies(own: TopRung, facts: Facts): Issue | null {
  const { ranking, cuts } = own.top;
  const split = cuts.flatMap(({ splitTie, count }, list) => (splitTie ? [{ ...splitTie, count, list }] : []));
  const [first] = split;
  if (!first) return null;
  const rows = split.flatMap(({ inside, outside, count, list }) => {
    const start = (ranking.starts[list] ?? 0) + count - inside;
    const order = ranking.splitAt(start + inside); // the group that is split is one
    return [...order.subarray(start, start + inside + outside)].map((row) => facts.inputRow(row));
  });
  const { value, inside, outside, list } = first;
  const params = { ...named(own.rung), value, inside, outside, ...nameOfList(own, list, facts) };
  return issueOfRows("tie-at-cut", "info", rows, params);
}
