import { kindOf, type Condition } from "../conditions/registry";
import { explain } from "../explain";
import { scopeOf } from "../ladder/climb";
import type { Ladder } from "../preset/schema";
import type { Run } from "../run";
import { hasSteps, steps } from "../steps";
import { whyOf, type Why } from "../why";
import { blank, ofStep } from "../whyFigures";
import { byRow } from "./coded";
import type { ResultColumn } from "./column";
import { leavesOf, type Leaf } from "./leaves";
import { WhyPacker } from "./whys";

/**
 * Why each row has its tier: what `whyOf` says of its explanation.
 *
 * Accounts that are in a tier are not explained one by one: what is said follows from the rungs, from which conditions hold
 * and from what the stages did, and only their figures are collected.
 */
export function whyColumn(run: Run): ResultColumn[] {
  const packer = new WhyPacker();
  const { accounts, facts, decision } = run;
  const { firstRowOf } = accounts;
  const whyAt = (account: number): Why => {
    const why = whyOf(explain(run, firstRowOf(account) + run.firstRow), run.preset);
    return why ?? UNRATED_ROW; // it is an account
  };
  const onLadders = climbs(run);
  const codeAt = (account: number) => {
    if (facts.included[account] === 0 || (decision.final[account] ?? -1) < 0) return packer.add(whyAt(account));
    const { key, leaves } = onLadders(account);
    const own = hasSteps(run, account) ? steps(run, account) : [];
    let signs = key;
    for (const leaf of leaves) signs += leaf.signAt(account);
    if (own.length > 0) signs += JSON.stringify(own.map((step) => ofStep(step, blank)));
    const shape = packer.shape(signs, () => whyAt(account));
    for (const leaf of leaves) {
      const figure = leaf.figureAt(account);
      if (figure !== null) packer.figure(figure);
    }
    for (const step of own) ofStep(step, (figure) => (packer.figure(figure), figure));
    return packer.end(shape);
  };
  let unnamed = -1;
  const codes = byRow(accounts, codeAt, () => (unnamed < 0 ? (unnamed = packer.add(UNRATED_ROW)) : unnamed));
  return [{ kind: "why", codes, values: packer.packed(), isOpen: true }];
}

const UNRATED_ROW: Why = { kind: "unrated" };

interface Climbs {
  /** Names the rungs. */
  readonly key: string;
  readonly leaves: readonly Leaf[];
}

/** What decides about an account by the rungs it has climbed to: worked out once for each pair of them. */
function climbs(run: Run): (account: number) => Climbs {
  const { preset, decision } = run;
  const known = new Map<number, Climbs>();
  return (account) => {
    const tier = decision.ladder[account] ?? -1;
    const segment = decision.segments?.[account] ?? -1;
    const pair = tier * 1000 + segment; // a ladder has 24 rungs at most
    let found = known.get(pair);
    if (!found) {
      const asked = decidingCondition(preset.tiers, tier);
      const ofSegment = preset.segments && asked && asksSegment(asked) ? preset.segments : null;
      const leaves = [
        ...leavesOfRung(preset.tiers, tier, run),
        ...(ofSegment ? leavesOfRung(ofSegment, segment, run) : []),
      ];
      known.set(pair, (found = { key: `${pair} `, leaves }));
    }
    return found;
  };
}

function asksSegment(condition: Condition): boolean {
  if ("measure" in condition) return condition.measure === "segment";
  return kindOf(condition).parts(condition).some(asksSegment);
}

/** The condition of the rung, or of the one above where it is open to everybody: what `WhyRung` tells of. */
function decidingRung({ rungs }: Ladder, rung: number): number {
  return rungs[rung]?.when === undefined ? rung - 1 : rung;
}

function decidingCondition(ladder: Ladder, rung: number) {
  return ladder.rungs[decidingRung(ladder, rung)]?.when;
}

function leavesOfRung(ladder: Ladder, rung: number, run: Run): Leaf[] {
  const when = decidingCondition(ladder, rung);
  return when ? leavesOf(when, scopeOf(ladder, decidingRung(ladder, rung)), run) : [];
}
