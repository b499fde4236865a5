import type { Band } from "../preset/schema";
import type { Relaxing } from "./condition";
import { decimal } from "./decimal";
import { kindOf, type Condition } from "./registry";

/** What relaxing must know beside the condition. */
export interface RelaxFacts {
  isDate(measure: string): boolean;
  /** A condition that stands for `segment is one of ids`, with the rungs of those segments moved. */
  segmentIs(ids: readonly string[], sign: 1 | -1): Condition;
}

/**
 * A condition with its cuts moved so that it lets more in: a number by `band` of itself, a count up to the next whole
 * one, a share to no more than all. With points only shares and percentages move, by so many. Words, blanks and dates stay.
 * `=` becomes as much on both sides, `between` is widened at both ends, `!=` stays. All and any are relaxed part by part, `not`
 * by making stricter what it denies. For a `refill` the rungs above stay as they are. Moved cuts are rounded to 15 digits.
 * `sign` -1 moves cuts the other way.
 */
export function relaxed(condition: Condition, band: Band, facts: RelaxFacts, sign: 1 | -1 = 1): Condition {
  if ("is" in condition && condition.measure === "segment") return facts.segmentIs(condition.is, sign);
  return kindOf(condition).relax?.(condition, relaxing(band, facts, sign)) ?? condition;
}

function relaxing(band: Band, facts: RelaxFacts, sign: 1 | -1): Relaxing {
  const part = typeof band === "number" ? band : 0;
  const moved = (cut: number) => (typeof band === "number" ? cut * (1 + sign * band) : cut + sign * band.points);
  return {
    sign,
    width: (cut) => part * Math.abs(cut),
    share: (cut) => decimal(Math.min(1, Math.max(0, moved(cut)))),
    count(cut) {
      const exact = decimal(cut * (1 + sign * part));
      return sign > 0 ? Math.ceil(exact) : Math.floor(exact);
    },
    isDate: (measure) => facts.isDate(measure),
    part: (condition) => relaxed(condition, band, facts, sign),
    opposite: (condition) => relaxed(condition, band, facts, sign === 1 ? -1 : 1),
  };
}
