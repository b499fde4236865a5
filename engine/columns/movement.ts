import type { Asked } from "../questions";
import { standingsBefore } from "../review/history";
import { kindOf, type Move } from "../review/movement";
import { bestOfEach } from "../review/reviewOf";
import { coded } from "./coded";
import type { ResultColumn } from "./column";

const KINDS: readonly Move["kind"][] = ["up", "down", "stable", "new", "left"];

/** How each account has moved since the last review: the kind of its move in `movement`, without what it would take to say why. */
export function movementColumn({ run, history }: Asked): ResultColumn[] {
  const { preset, decision, accounts, asOf } = run;
  const { keys, codes } = accounts.table.accounts;
  const before = standingsBefore(history, preset.id, asOf);
  const tiers = preset.tiers.rungs.map(({ id }) => id);
  const best = bestOfEach(codes, decision.final);
  const valueAt = (account: number) => {
    const code = codes[account] ?? -1;
    const from = before.get(keys[code] ?? "")?.finalTier ?? null;
    return kindOf(from, tiers[decision.final[best.get(code) ?? account] ?? -1] ?? null, tiers);
  };
  return [{ kind: "movement", ...coded<Move["kind"] | null>(accounts, valueAt, KINDS), isOpen: false }];
}
