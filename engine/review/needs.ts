import type { Condition } from "../conditions/registry";
import { readsOfCondition } from "../measures/measure";
import { readsOf } from "../measures/registry";
import type { Preset } from "../preset/schema";
import type { Run } from "../run";
import { fold } from "../table/fold";

/** What an account need not have in a field. */
export interface Need {
  /** A blank cell says something there, so that only an unreadable one is a lack. */
  readonly isBlankFine: boolean;
  /** 1 for each account that needs it; null where all do. */
  readonly who: Uint8Array | null;
}

/**
 * What is needed of each field of a run. Blank is an answer in a yes/no column (no), in the dates of a lifecycle (no
 * purchase so far) and in a column that only counts as filled or not (not bought). Where expected stands in for history,
 * new accounts and prospects need the one and all others the other.
 */
export function needOf({ preset, facts }: Run): (field: string) => Need {
  const fine = blankIsFine(preset);
  const who = new Map<string, Uint8Array>();
  for (const measure of preset.measures) {
    if (measure.type !== "expectedWhenNew") continue;
    const { codes, words } = facts.text(measure.lifecycle);
    const isNewWord = words.map((word) => ["prospect", "new"].includes(fold(word)));
    const isNew = Uint8Array.from(codes, (code) => (isNewWord[code] === true ? 1 : 0));
    who.set(measure.expected, isNew);
    who.set(
      measure.history,
      isNew.map((each) => 1 - each),
    );
  }
  return (field) => ({ isBlankFine: fine.has(field), who: who.get(field) ?? null });
}

function blankIsFine(preset: Preset): ReadonlySet<string> {
  const fine = new Set<string>();
  for (const [id, { type }] of preset.fields) if (type === "boolean") fine.add(id);
  const read = new Set(conditionsOf(preset).flatMap((condition) => readsOfCondition(condition).map(({ id }) => id)));
  const counted = new Set<string>();
  for (const measure of preset.measures) {
    if (measure.type === "lifecycle") {
      fine.add(measure.firstPurchase);
      if (measure.lastPurchase !== undefined) fine.add(measure.lastPurchase);
    }
    readsOf(measure).forEach(({ id }) => (measure.type === "filled" ? counted : read).add(id));
  }
  for (const id of counted) if (!read.has(id)) fine.add(id);
  return fine;
}

function conditionsOf({ gates, segments, tiers, bumps, flags }: Preset): Condition[] {
  const ladders = [segments, tiers].filter((ladder) => ladder !== undefined);
  return [
    ...[...gates, ...(bumps?.rules ?? []), ...flags].map(({ when }) => when),
    ...ladders.flatMap(({ among, rungs }) => [among, ...rungs.map(({ when }) => when)]),
  ].filter((condition) => condition !== undefined);
}
