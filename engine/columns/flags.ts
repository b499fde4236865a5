import type { Run } from "../run";
import { coded } from "./coded";
import type { ResultColumn } from "./column";

/** A column for each flag of the preset: whether the account has it; null of who is in no tier. */
export function flagColumns({ preset, decision, accounts }: Run): ResultColumn[] {
  return preset.flags.map(({ id }, i): ResultColumn => {
    const valueAt = (account: number) =>
      (decision.final[account] ?? -1) < 0 ? null : decision.flags[i]?.[account] === 1;
    return { kind: `flag:${id}`, ...coded<boolean | null>(accounts, valueAt, [true, false]), isOpen: false };
  });
}
