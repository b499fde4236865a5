import type { Condition } from "../conditions/registry";
import { explain } from "../explain";
import type { Scope } from "../facts";
import { scopeOf } from "../ladder/climb";
import type { Ladder } from "../preset/schema";
import type { Run } from "../run";
import { Bump } from "../stages/bumps";
import { criteriaOf, FAMILIES, NONE, type FamilyBits } from "./criteria";
import type { Family } from "./families";

/** `team`: people have decided · `standard`: nothing was asked for. */
export type CustomerCode = Family | "team" | "standard";

/**
 * Why a customer has its tier, as codes that a sentence for the customer can be made of: which kinds of criteria counted.
 * No scores, cuts, amounts, seats, labels, or others. Where people have moved it, that alone.
 *
 * Of an input row (0 is the first of the source); null where it is no account in a tier.
 */
export function customerReason(run: Run, row: number): CustomerCode[] | null {
  const explanation = explain(run, row);
  if (explanation.kind === "merged") return customerReason(run, explanation.into);
  if (explanation.kind !== "account") return null;
  const { accountOf } = run.accounts;
  const position = row - run.table.firstRow;
  return customerCodes(run)(accountOf ? (accountOf[position] ?? -1) : position);
}

/** The same of account rows, each in a moment; null where one is in no tier. */
export function customerCodes(run: Run): (account: number) => CustomerCode[] | null {
  const { facts, decision } = run;
  const criteria = criteriaAt(run);
  const listed = new Map<number, CustomerCode[]>();
  const { steadied, ladder, bumped, capped, seated, overriding, final } = decision;
  const { keys, codes } = facts.accounts;
  const isOverridden = (account: number) =>
    overriding.acting.size > 0 && overriding.acting.has(keys[codes[account] ?? -1] ?? "");
  return (account) => {
    if ((final[account] ?? -1) < 0) return null;
    const isMovedByPeople = isOverridden(account) && capped[account] !== seated.sought[account];
    if (isMovedByPeople || facts.included[account] === 0) return ["team"];
    const isHeld = (steadied.previous[account] ?? -1) >= 0 && ladder[account] !== steadied.tiers[account];
    const isLifted = bumped.outcomes[account] === Bump.moved && (bumped.moves[account] ?? 0) > 0;
    const bits = criteria(account, isHeld) | (isHeld ? RELATIONSHIP : 0) | (isLifted ? STRATEGIC : 0);
    let found = listed.get(bits);
    if (!found) listed.set(bits, (found = codesOf(bits)));
    return found;
  };
}

const [RELATIONSHIP, STRATEGIC] = (["relationship", "strategic"] as const).map(
  (each) => 1 << FAMILIES.indexOf(each),
) as [number, number];

function codesOf(bits: number): CustomerCode[] {
  const families = FAMILIES.filter((_, i) => (bits >> i) & 1);
  return families.length > 0 ? families : ["standard"];
}

/** What decides about an account: the rung that it has climbed to, or the relaxed one that holds it. */
function criteriaAt(run: Run): (account: number, isHeld: boolean) => number {
  const { preset, decision } = run;
  const { ladder, segments, steadied } = decision;
  const known = new Map<Condition, FamilyBits>();
  const criteria = (when: Condition | undefined, scope: () => Scope, ofSegment?: FamilyBits) => {
    if (!when) return NONE;
    let bits = known.get(when);
    if (!bits) known.set(when, (bits = criteriaOf(when, scope(), run, ofSegment)));
    return bits;
  };
  const ofRung = (on: Ladder, rung: number, ofSegment?: FamilyBits) =>
    criteria(on.rungs[rung]?.when, () => scopeOf(on, rung), ofSegment);
  const ofSegment: FamilyBits = (account) =>
    preset.segments && segments ? ofRung(preset.segments, segments[account] ?? -1)(account) : 0;
  return (account, isHeld) => {
    if (!isHeld) return ofRung(preset.tiers, ladder[account] ?? -1, ofSegment)(account);
    const tier = steadied.previous[account] ?? -1;
    return criteria(steadied.relaxedAt(tier), () => scopeOf(preset.tiers, tier), ofSegment)(account);
  };
}
