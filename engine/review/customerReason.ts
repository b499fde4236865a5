import { explain } from "../explain";
import { scopeOf } from "../ladder/climb";
import type { Ladder } from "../preset/schema";
import { reasonOf } from "../reason";
import type { Run } from "../run";
import { hasSteps, steps } from "../steps";
import { familiesOf, type Family } from "./families";
import { measuresOf } from "./measuresOf";

/** `team`: people have decided · `standard`: nothing was asked for. */
export type CustomerCode = Family | "team" | "standard";

const ORDER: readonly CustomerCode[] = [
  ...(["size", "growth", "engagement", "relationship", "strategic", "fit", "team", "standard"] as const),
];

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

/** The same of an account row; null where it is in no tier. */
export function customerCodes(run: Run): (account: number) => CustomerCode[] | null {
  const { final } = run.decision;
  return (account) => {
    if ((final[account] ?? -1) < 0) return null;
    const codes = new Set(codesOf(run, account));
    return ORDER.filter((code) => codes.has(code));
  };
}

function codesOf(run: Run, account: number): CustomerCode[] {
  const { preset, decision, facts } = run;
  const own = hasSteps(run, account) ? steps(run, account) : [];
  const isMovedByPeople = own.some(({ stage, from, to }) => stage === "override" && from !== to);
  if (isMovedByPeople || facts.included[account] === 0) return ["team"];
  const hold = own.find((step) => step.stage === "steadiness" && step.from !== step.to);
  const isHeld = hold?.stage === "steadiness";
  const reason = isHeld ? hold.reason : reasonOfRung(run, preset.tiers, decision.ladder, account);
  const measures = (reason ? measuresOf(reason) : []).flatMap((id) => {
    if (id !== "segment") return [id];
    const ofSegment =
      preset.segments && decision.segments && reasonOfRung(run, preset.segments, decision.segments, account);
    return ofSegment ? measuresOf(ofSegment) : [];
  });
  const isLifted = own.some((step) => step.stage === "bumps" && step.kind === "moved" && step.move > 0);
  const codes: CustomerCode[] = [
    ...measures.flatMap((id) => familiesOf(run, id, account)),
    ...(isHeld ? (["relationship"] as const) : []),
    ...(isLifted ? (["strategic"] as const) : []),
  ];
  return codes.length > 0 ? codes : ["standard"];
}

/** Why an account is on the rung that it has climbed to; null where that is open to everybody. */
function reasonOfRung(run: Run, ladder: Ladder, rungOf: Int16Array, account: number) {
  const rung = rungOf[account] ?? -1;
  const when = ladder.rungs[rung]?.when;
  return when ? reasonOf(when, account, run, scopeOf(ladder, rung)) : null;
}
