import type { Run } from "../run";
import { coded } from "./coded";
import type { ResultColumn } from "./column";

/** The treatment of the account's tier, in the words of its play. No column where no tier has one. */
export function playColumn({ preset, decision, accounts }: Run): ResultColumn[] {
  const treatments = preset.tiers.rungs.map(({ play }) => play?.treatment ?? null);
  const known = [...new Set(treatments.filter((each) => each !== null))];
  if (known.length === 0) return [];
  const valueAt = (account: number) => treatments[decision.final[account] ?? -1] ?? null;
  return [{ kind: "play", ...coded<string | null>(accounts, valueAt, known), isOpen: false }];
}
