import { customerCodes, type CustomerCode } from "../review/customerReason";
import type { Run } from "../run";
import { coded } from "./coded";
import type { ResultColumn } from "./column";

/** What the customer may hear of why it has its tier. */
export function reasonColumn(run: Run): ResultColumn[] {
  const keyOf = (codes: readonly CustomerCode[] | null) => codes?.join(" ") ?? null;
  const column = coded<readonly CustomerCode[] | null>(run.accounts, customerCodes(run), [], keyOf);
  return [{ kind: "reason", ...column, isOpen: false }];
}
