import type { AccountFacts } from "../accountFacts";
import type { Condition } from "../conditions/registry";
import { relaxed, type RelaxFacts } from "../conditions/relax";
import { climbBy, scopeOf } from "../ladder/climb";
import { isDate } from "../measures/dates";
import type { Memo } from "../memo";
import type { Preset } from "../preset/schema";
import { fold } from "../table/fold";

/**
 * `segment is one of ids`, relaxed: the segments are climbed again with the rungs of those ids moved. Gives a condition on
 * a column of its own, under a name that no preset can use.
 */
export function relaxedSegments(
  preset: Preset,
  facts: AccountFacts,
  memo: Memo,
  own: Int16Array | null,
): RelaxFacts["segmentIs"] {
  const { segments, steadiness } = preset;
  return (asked, sign): Condition => {
    const plain = { measure: "segment", is: asked };
    if (!segments || !own || !steadiness) return plain;
    const wanted = new Set(asked.map(fold));
    const relaxing: RelaxFacts = { isDate: (measure) => isDate(measure, preset), segmentIs: () => plain };
    const conditions = segments.rungs.map(({ id, when }) =>
      when && wanted.has(fold(id)) ? relaxed(when, steadiness.band, relaxing, sign) : when,
    );
    const scopes = segments.rungs.map((_, index) => scopeOf(segments, index));
    const keys = conditions.map((condition, index) => {
      const scope = scopes[index];
      return condition && scope ? facts.keyOf({ condition, scope }) : null;
    });
    const id = `segment ${sign > 0 ? "relaxed" : "tightened"}: ${[...wanted].join(" ")}`;
    const ids = segments.rungs.map((rung) => rung.id);
    const key = memo.name(JSON.stringify([id, ids, keys, facts.includedKey]));
    const rungs = facts.kept(["climb", key], () => climbBy(conditions, scopes, facts));
    facts.decide({ id, key, column: { type: "text", codes: Int32Array.from(rungs), words: ids } });
    return { measure: id, is: asked };
  };
}
