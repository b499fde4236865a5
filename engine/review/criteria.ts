import { shownValue } from "../conditions/condition";
import { kindOf, type Condition } from "../conditions/registry";
import { OPEN_SCOPE, type Scope } from "../facts";
import { measureKind } from "../measures/registry";
import type { Run } from "../run";
import { familyOfField, type Family } from "./families";

/** What criteria are about, one bit for each of `FAMILIES`, by account row. */
export type FamilyBits = (account: number) => number;

export const FAMILIES: readonly Family[] = ["size", "growth", "engagement", "relationship", "strategic", "fit"];

/**
 * What an answer of a condition is about: of `any` the parts that hold, or all where none does. That something is blank or
 * unreadable is about the data, and rests on nothing. Worked out once for a condition, then asked of many accounts.
 *
 * `ofSegment` says what stands for the segment where the condition asks for that.
 */
export function criteriaOf(condition: Condition, scope: Scope, run: Run, ofSegment: FamilyBits = NONE): FamilyBits {
  if ("measure" in condition) {
    if ("blank" in condition || "unreadable" in condition) return NONE;
    return condition.measure === "segment" ? ofSegment : familiesOf(condition.measure, run);
  }
  const parts = kindOf(condition).parts(condition);
  const bits = parts.map((part) => criteriaOf(part, scope, run, ofSegment));
  if (!("any" in condition)) return union(bits);
  const masks = parts.map((part) => run.facts.holds(part, scope));
  return (account) => {
    const isHeld = masks.some((mask) => mask[account] === 1);
    let found = 0;
    bits.forEach((each, i) => {
      if (!isHeld || masks[i]?.[account] === 1) found |= each(account);
    });
    return found;
  };
}

export const NONE: FamilyBits = () => 0;

function union(bits: readonly FamilyBits[]): FamilyBits {
  if (bits.length === 1) return bits[0] ?? NONE;
  return (account) => bits.reduce((found, each) => found | each(account), 0);
}

/**
 * What a field or measure is about for one account: all that it is made of and that the account has. Nothing where it is
 * missing, and of a side column (completeness, basis), which is about the data.
 */
function familiesOf(id: string, run: Run): FamilyBits {
  if (id.includes(".")) return NONE;
  const { preset, facts } = run;
  const field = preset.fields.get(id);
  const measure = preset.measures.find((each) => each.id === id);
  if (!field && !measure) return NONE;
  const column = facts.column(id);
  const bits = field ? bit(familyOfField(id, field)) : measure ? familiesOfMeasure(measure, run) : NONE;
  return (account) => (shownValue(column, account) === null ? 0 : bits(account));
}

function familiesOfMeasure(measure: Run["preset"]["measures"][number], run: Run): FamilyBits {
  switch (measure.type) {
    case "change":
      return bit("growth");
    case "lifecycle":
      return bit("relationship");
    case "daysSince":
    case "count":
    case "filled":
    case "variation":
      return bit("engagement");
    case "expectedWhenNew":
      return union([measure.history, measure.expected].map((part) => familiesOf(part, run)));
    case "points":
      return union(
        measure.add.map(({ when }) => {
          const holds = run.facts.holds(when, OPEN_SCOPE);
          const bits = criteriaOf(when, OPEN_SCOPE, run);
          return (account) => (holds[account] === 1 ? bits(account) : 0);
        }),
      );
    default:
      return union(
        measureKind(measure)
          .reads(measure)
          .map((part) => familiesOf(part.id, run)),
      );
  }
}

function bit(family: Family): FamilyBits {
  const bits = 1 << FAMILIES.indexOf(family);
  return () => bits;
}
