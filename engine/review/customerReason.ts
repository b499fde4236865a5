import { explain, type Explanation } from "../explain";
import type { Run } from "../run";
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
  const account = accountOf ? (accountOf[position] ?? -1) : position;
  const codes = new Set(codesOf(run, explanation, account));
  return ORDER.filter((code) => codes.has(code));
}

function codesOf(
  run: Run,
  { steps, tier, segment }: Extract<Explanation, { kind: "account" }>,
  account: number,
): CustomerCode[] {
  const isMovedByPeople = steps.some(({ stage, from, to }) => stage === "override" && from !== to);
  if (isMovedByPeople || tier === null) return ["team"];
  const hold = steps.find((step) => step.stage === "steadiness" && step.from !== step.to);
  const isHeld = hold?.stage === "steadiness";
  const own = isHeld ? hold.reason : (tier.tried.at(-1)?.reason ?? null);
  const ofSegment = segment?.tried.at(-1)?.reason ?? null;
  const measures = (own ? measuresOf(own) : []).flatMap((id) => {
    if (id === "segment") return ofSegment ? measuresOf(ofSegment) : [];
    return [id];
  });
  const isLifted = steps.some((step) => step.stage === "bumps" && step.kind === "moved" && step.move > 0);
  const codes: CustomerCode[] = [
    ...measures.flatMap((id) => familiesOf(run, id, account)),
    ...(isHeld ? (["relationship"] as const) : []),
    ...(isLifted ? (["strategic"] as const) : []),
  ];
  return codes.length > 0 ? codes : ["standard"];
}
