import { rankInTier } from "../review/rankInTier";
import type { Run } from "../run";
import { coded } from "./coded";
import type { ResultColumn } from "./column";

/** The place in the tier, from 1. */
export function rankColumn(run: Run): ResultColumn[] {
  const ranks = rankInTier(run);
  const { firstRowOf } = run.accounts;
  const valueAt = (account: number) => ranks[firstRowOf(account)] || null; // 0: in no tier
  return [{ kind: "rank", ...coded<number | null>(run.accounts, valueAt), isOpen: true }];
}
