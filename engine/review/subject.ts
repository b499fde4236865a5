import { shownValue } from "../conditions/condition";
import type { Run } from "../run";
import { fold } from "../table/fold";
import { valueMeasure } from "../valueMeasure";
import { ownerField } from "./alertRules";
import { standingsBefore, type Recorded, type RecordedReview } from "./history";
import type { Move, Movement } from "./movement";
import { bestOfEach } from "./reviewOf";

/** One account, as alerts look at it. Tiers and segments are ids; null is none. */
export interface Subject {
  readonly key: string;
  /** Its name; the key of one that is no longer in the table. */
  readonly account: string;
  /** Row of the accounts, of several the best tier's; -1 for one that is no longer in the table. */
  readonly row: number;
  readonly tier: string | null;
  readonly segment: string | null;
  /** How it stood in the last review; null where that did not know it. */
  readonly earlier: Recorded | null;
  readonly move: Move | null;
  /** Now, or as last recorded for one that is no longer in the table; null where missing. */
  readonly value: number | null;
  readonly owner: string | null;
}

/** Every account of a run, in the order of the table, then those of the last review that are no longer in it. */
export function subjects(run: Run, history: readonly RecordedReview[], { moves }: Movement): Subject[] {
  const { preset, decision, accounts, facts, asOf } = run;
  const { keys, codes, nameAt } = accounts.table.accounts;
  const before = standingsBefore(history, preset.id, asOf);
  const moveOf = new Map(moves.map((move) => [fold(move.account), move]));
  const valueId = valueMeasure(preset);
  const values = valueId === null ? null : facts.number(valueId);
  const ownerId = ownerField(preset);
  const owners = ownerId === null ? null : facts.column(ownerId);
  const found: Subject[] = [];
  const present = new Set<string>();
  for (const [code, row] of bestOfEach(codes, decision.final)) {
    const key = keys[code] ?? "";
    const value = values?.[row] ?? NaN;
    present.add(key);
    found.push({
      key,
      account: nameAt(row),
      row,
      tier: preset.tiers.rungs[decision.final[row] ?? -1]?.id ?? null,
      segment: preset.segments?.rungs[decision.segments?.[row] ?? -1]?.id ?? null,
      earlier: before.get(key) ?? null,
      move: moveOf.get(key) ?? null,
      value: Number.isNaN(value) ? null : value,
      owner: owners ? (shownValue(owners, row) as string | null) : null, // the field is text
    });
  }
  const gone = { row: -1, tier: null, segment: null, owner: null };
  for (const [key, earlier] of before) {
    if (present.has(key)) continue;
    found.push({ ...gone, key, account: key, earlier, move: moveOf.get(key) ?? null, value: earlier.value });
  }
  return found;
}
