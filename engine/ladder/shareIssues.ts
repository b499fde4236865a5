import type { Facts } from "../facts";
import type { Issue } from "../issue";
import { scopeOf, type Ladder } from "./climb";
import { topOf, type Top } from "./top";
import type { TopSpec } from "./topSpec";

/** A class is called overfull when it holds this much more of the total than its target: 5 points, our convention. */
const OVERSHOOT = 0.05;

/**
 * What an analyst must know of the classes of a ladder: empty ones, shares far over their target, an account that spans
 * two cuts, a cut between equal values. For ladders whose rungs are plain `top` conditions; others are not judged.
 */
export function classIssues(ladder: Ladder, rungOf: Int16Array, facts: Facts): Issue[] {
  const issues: Issue[] = [];
  const count = new Uint32Array(ladder.rungs.length);
  for (const rung of rungOf) if (rung >= 0) count[rung] = (count[rung] ?? 0) + 1;
  let above: { spec: TopSpec; top: Top } | null = null;
  ladder.rungs.forEach((rung, index) => {
    const { when } = rung;
    if (when && "top" in when) {
      const top = topOf(when, facts, scopeOf(ladder, index));
      if (count[index] === 0) issues.push(issue("class-empty", "warning", [], { rung: rung.id, label: rung.label }));
      issues.push(...splitTies(top, rung, facts));
      if ("share" in when.top) {
        const isNext = above !== null && above.spec.measure === when.measure;
        issues.push(...shareIssues(rung, when, top, isNext ? above : null, facts));
        above = { spec: when, top };
      }
    }
  });
  return issues;
}

type Rung = Ladder["rungs"][number];

function shareIssues(
  rung: Rung,
  spec: TopSpec,
  top: Top,
  above: { spec: TopSpec; top: Top } | null,
  facts: Facts,
): Issue[] {
  const issues: Issue[] = [];
  const share = shareIn(spec);
  const shareAbove = above ? shareIn(above.spec) : 0;
  const target = share - shareAbove;
  top.cuts.forEach((cut, list) => {
    const { sums } = cut;
    const total = sums?.at(-1) ?? 0;
    if (!sums || total === 0) return;
    const countAbove = above?.top.cuts[list]?.count ?? 0;
    const sumOf = (count: number) => (count === 0 ? 0 : (sums[count - 1] ?? total));
    const actual = (sumOf(cut.count) - sumOf(countAbove)) / total;
    if (actual > target + OVERSHOOT) {
      issues.push(issue("share-overshoot", "warning", [], { rung: rung.id, label: rung.label, target, actual }));
    }
    const crosser = sums.findIndex((sum, i) => sumOf(i) < shareAbove * total && sum > share * total);
    if (above && crosser >= 0) {
      const row = top.ranking.order[(top.ranking.starts[list] ?? 0) + crosser] ?? 0;
      issues.push(
        issue("account-spans-cuts", "warning", [row + facts.firstRow], {
          from: shareAbove,
          to: share,
          label: rung.label,
        }),
      );
    }
  });
  return issues;
}

function shareIn({ top }: TopSpec): number {
  return "share" in top ? top.share : 0;
}

function splitTies(top: Top, rung: Rung, facts: Facts): Issue[] {
  return top.cuts.flatMap(({ splitTie, count }, list) => {
    if (!splitTie) return [];
    const { value, inside, outside } = splitTie;
    const first = (top.ranking.starts[list] ?? 0) + count - inside;
    const rows = [...top.ranking.order.slice(first, first + inside + outside)].map((row) => row + facts.firstRow);
    return [{ ...issue("tie-at-cut", "info", rows, { rung: rung.id, label: rung.label, value, inside, outside }) }];
  });
}

function issue(
  code: Issue["code"],
  severity: Issue["severity"],
  rows: readonly number[],
  params: Issue["params"],
): Issue {
  return { code, severity, count: Math.max(1, rows.length), rows: rows.slice(0, 10), params };
}
