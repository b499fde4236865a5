import { comparisonOf, holds, type Scene } from "./conditions";
import { fold } from "./cells";
import type { Condition, TopCondition } from "./document";
import { placeOf } from "./ladder";
import { firstOutside, isCompared, isInPopulation, lastInside, listOf } from "./top";

/** How far an account is from where a condition holds: a part of the cut, 0 where it holds; null: no number says. */
export function distanceUp(condition: Condition, account: number, scene: Scene): number | null {
  const doesHold = holds(condition, account, scene);
  if ("all" in condition) return largest(condition.all.map((part) => distanceUp(part, account, scene)));
  if ("any" in condition) return least(condition.any.map((part) => distanceUp(part, account, scene)));
  if ("not" in condition) return distanceDown(condition.not, account, scene);
  if (doesHold) return 0;
  if ("top" in condition) return toTop(condition as TopCondition, account, scene, lastInside);
  if ("segmentAgain" in condition) throw new Error("Distances are to conditions as they are written");
  if ("is" in condition && condition.measure === "segment") {
    const { segments } = scene.measures.document;
    const ways = (segments?.rungs ?? []).map((rung, i) =>
      rung.when && segments && condition.is.some((word) => fold(word) === fold(rung.id))
        ? distanceUp(rung.when, account, { ...scene, place: placeOf(segments, i) })
        : null,
    );
    return least(ways);
  }
  if (isOfText(condition)) return null;
  const value = scene.measures.number(condition.measure, account);
  if (value === null) return null;
  if ("between" in condition) {
    const [from, under] = condition.between;
    return value < from ? apart(from, value) : apart(under, value);
  }
  if ("closed" in condition) throw new Error("Distances are to conditions as they are written");
  const [operator, cut] = comparisonOf(condition);
  return operator === "!=" ? null : apart(cut, value);
}

/** How far an account is from where a condition holds no more: 0 where it does not hold. */
export function distanceDown(condition: Condition, account: number, scene: Scene): number | null {
  const doesHold = holds(condition, account, scene);
  if ("all" in condition) return least(condition.all.map((part) => distanceDown(part, account, scene)));
  if ("any" in condition) return largest(condition.any.map((part) => distanceDown(part, account, scene)));
  if ("not" in condition) return distanceUp(condition.not, account, scene);
  if (!doesHold) return 0;
  if ("top" in condition) return toTop(condition as TopCondition, account, scene, firstOutside);
  if ("segmentAgain" in condition) throw new Error("Distances are to conditions as they are written");
  if ("is" in condition && condition.measure === "segment") {
    const { segments } = scene.measures.document;
    const own = segments?.rungs.findIndex(({ id }) => id === scene.segment?.[account]) ?? -1;
    const when = segments?.rungs[own]?.when;
    return when && segments ? distanceDown(when, account, { ...scene, place: placeOf(segments, own) }) : null;
  }
  if (isOfText(condition)) return null;
  const value = scene.measures.number(condition.measure, account);
  if (value === null) return null;
  if ("between" in condition) return least(condition.between.map((bound) => apart(bound, value)));
  if ("closed" in condition) throw new Error("Distances are to conditions as they are written");
  const [operator, cut] = comparisonOf(condition);
  return operator === "=" ? 0 : apart(cut, value);
}

type TextCondition = Extract<
  Condition,
  | { readonly is: unknown }
  | { readonly contains: unknown }
  | { readonly startsWith: unknown }
  | { readonly blank: unknown }
  | { readonly unreadable: unknown }
>;

const isOfText = (condition: Condition): condition is TextCondition =>
  ["is", "contains", "startsWith", "blank", "unreadable"].some((key) => key in condition);

function toTop(condition: TopCondition, account: number, scene: Scene, edge: typeof lastInside): number | null {
  const value = scene.measures.number(condition.measure, account);
  const list = listOf(condition, account, scene);
  if (value === null || !list) return null;
  if (!isCompared(condition, account, scene) && !isInPopulation(condition, account, scene)) return null;
  const marginal = edge(condition, list, scene.measures);
  return marginal === null ? null : apart(marginal, value);
}

/** As a part of the cut; absolute where the cut is zero. What is larger than a number can be is none. */
function apart(cut: number, value: number): number | null {
  const distance = Math.abs(cut - value) / (cut === 0 ? 1 : Math.abs(cut));
  return Number.isFinite(distance) ? distance : null;
}

/** Of parts that are all needed: one without a number leaves none. */
function largest(parts: readonly (number | null)[]): number | null {
  const known = parts.filter((part) => part !== null);
  return known.length === parts.length ? Math.max(...known) : null;
}

/** Of parts that are enough each: those without a number are left out. */
function least(parts: readonly (number | null)[]): number | null {
  const known = parts.filter((part) => part !== null);
  return known.length > 0 ? Math.min(...known) : null;
}
