import type { Run } from "../run";
import { bestOfEach } from "./reviewOf";

/** Where an account stands in the table, however its name is written: its input row, of several that of its best tier; null where it is not there. */
export function standsAt({ accounts, facts, decision }: Run): (name: string | null) => number | null {
  const { codes, codeOf } = accounts.table.accounts;
  const rows = bestOfEach(codes, decision.final);
  return (name) => {
    const account = name === null ? undefined : rows.get(codeOf(name));
    return account === undefined ? null : facts.inputRow(account);
  };
}
