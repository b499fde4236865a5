import type { Run } from "../run";
import { accountValues } from "./accountValues";

/** An account whose value puts it into no share. */
export interface WithoutValue {
  readonly account: string;
  /** Input row, of several its first one. */
  readonly row: number;
  /** Id of its tier; null for none. */
  readonly tier: string | null;
  readonly why: "missing" | "zero" | "negative";
  /** null where missing. */
  readonly value: number | null;
}

/** Which accounts have no usable revenue: every named one whose value is missing, zero or negative, in the order of the table. */
export function withoutValue(run: Run): WithoutValue[] {
  const { preset, decision, facts } = run;
  const { codes, nameAt } = facts.accounts;
  const values = accountValues(run);
  const found: WithoutValue[] = [];
  values.forEach((value, account) => {
    if (value > 0 || (codes[account] ?? -1) < 0) return;
    found.push({
      account: nameAt(account),
      row: facts.inputRow(account),
      tier: preset.tiers.rungs[decision.final[account] ?? -1]?.id ?? null,
      why: Number.isNaN(value) ? "missing" : value === 0 ? "zero" : "negative",
      value: Number.isNaN(value) ? null : value,
    });
  });
  return found;
}
