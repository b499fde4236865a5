import type { Run } from "../run";
import type { Override } from "../stages/overrides";
import { compareCodePoints } from "../table/fold";
import { serialOfIso } from "../table/date";
import { bestOfEach } from "./reviewOf";

/** A decision of people that acts on an account in a run. */
export interface Pinned {
  readonly key: string;
  readonly account: string;
  /** Input row, of several that of its best tier. */
  readonly row: number;
  readonly kind: Override["kind"];
  /** Id of the tier of the decision; null for `exclude`. */
  readonly tier: string | null;
  /** Ids of its tier by the rules alone, and as it is; null for none. */
  readonly computed: string | null;
  readonly final: string | null;
  /** null where nobody wrote it. */
  readonly by: string | null;
  readonly reason: string | null;
  /** The last day of it, ISO; null for ever. */
  readonly until: string | null;
}

/** Which accounts are pinned, by whom and until when: those that end first come first, those without an end last; then by account key. */
export function pinned({ preset, decision, accounts, facts }: Run): Pinned[] {
  const { keys, codes, nameAt } = accounts.table.accounts;
  const { acting } = decision.overriding;
  const tierAt = (tiers: Int16Array, row: number) => preset.tiers.rungs[tiers[row] ?? -1]?.id ?? null;
  const found: Pinned[] = [];
  for (const [code, row] of acting.size > 0 ? bestOfEach(codes, decision.final) : []) {
    const key = keys[code] ?? "";
    for (const { kind, tier, by, reason, until } of acting.get(key) ?? []) {
      found.push({
        ...{ key, account: nameAt(row), row: facts.inputRow(row), kind },
        tier: kind === "exclude" ? null : (tier ?? null),
        computed: tierAt(decision.computed, row),
        final: tierAt(decision.final, row),
        ...{ by: by ?? null, reason: reason ?? null, until: until ?? null },
      });
    }
  }
  const lastDay = ({ until }: Pinned) => serialOfIso(until ?? "") || Number.MAX_VALUE; // NaN where it never ends
  return found.sort((a, b) => lastDay(a) - lastDay(b) || compareCodePoints(a.key, b.key));
}
