import { fold, isWordFor } from "./cells";
import { OPERATORS, type Condition, type Operator, type TopCondition } from "./document";
import { isBlank, isUnreadable, type Measures } from "./measures";
import { climb } from "./ladder";
import { isInTop, type Place, type RankedList } from "./top";

/** All that a condition may ask about an account. */
export interface Scene {
  readonly measures: Measures;
  /** Turned away by a gate. */
  readonly isExcluded: (account: number) => boolean;
  /** The ids of the rungs where accounts stand, as far as the run has come. */
  readonly segment?: readonly (string | null)[];
  readonly tier?: readonly (string | null)[];
  /** Where the condition stands; absent where no `top` may. */
  readonly place?: Place;
  /** What `top` conditions have ranked already, in this run. */
  readonly lists: Map<TopCondition, Map<string, RankedList>>;
}

export function holds(condition: Condition, account: number, scene: Scene): boolean {
  if ("all" in condition) return condition.all.every((part) => holds(part, account, scene));
  if ("any" in condition) return condition.any.some((part) => holds(part, account, scene));
  if ("not" in condition) return !holds(condition.not, account, scene);
  if ("segmentAgain" in condition) {
    const segment = climb(condition.rungs, scene.measures.document.segments, account, scene);
    return segment !== undefined && condition.segmentAgain.includes(fold(segment.id));
  }
  if ("top" in condition) return isInTop(condition as TopCondition, account, scene);

  const { measure } = condition;
  if ("is" in condition) {
    const value = valueOf(measure, account, scene);
    if (value === null) return false;
    if (typeof value === "boolean") return condition.is.some((word) => isWordFor(word, value));
    return condition.is.some((word) => fold(word) === fold(String(value)));
  }
  if ("contains" in condition) {
    const text = textOf(measure, account, scene);
    return text !== null && condition.contains.some((word) => text.includes(fold(word)));
  }
  if ("startsWith" in condition) {
    const text = textOf(measure, account, scene);
    return text !== null && condition.startsWith.some((word) => text.startsWith(fold(word)));
  }
  if ("blank" in condition) return isBlankAt(measure, account, scene) === condition.blank;
  if ("unreadable" in condition) {
    const isLadder = measure === "segment" || measure === "tier";
    return (!isLadder && isUnreadable(scene.measures.kind(measure, account))) === condition.unreadable;
  }

  const value = valueOf(measure, account, scene);
  if (typeof value !== "number") return false;
  if ("between" in condition) return value >= condition.between[0] && value < condition.between[1];
  if ("closed" in condition) return value >= condition.closed[0] && value <= condition.closed[1];
  const [operator, cut] = comparisonOf(condition);
  return compares(value, operator, cut);
}

export function comparisonOf(condition: { readonly [operator in Operator]?: number }): [Operator, number] {
  for (const operator of OPERATORS) {
    const cut = condition[operator];
    if (cut !== undefined) return [operator, cut];
  }
  throw new Error("A condition without an operator");
}

function compares(value: number, operator: Operator, cut: number): boolean {
  switch (operator) {
    case ">=":
      return value >= cut;
    case ">":
      return value > cut;
    case "<=":
      return value <= cut;
    case "<":
      return value < cut;
    case "=":
      return value === cut;
    case "!=":
      return value !== cut;
  }
}

function valueOf(measure: string, account: number, scene: Scene): string | number | boolean | null {
  if (measure === "segment") return scene.segment?.[account] ?? null;
  if (measure === "tier") return scene.tier?.[account] ?? null;
  return scene.measures.value(measure, account);
}

function textOf(measure: string, account: number, scene: Scene): string | null {
  const value = valueOf(measure, account, scene);
  return value === null ? null : fold(String(value));
}

function isBlankAt(measure: string, account: number, scene: Scene): boolean {
  if (measure === "segment" || measure === "tier") return valueOf(measure, account, scene) === null;
  return isBlank(scene.measures.kind(measure, account));
}

/** Every `top` of a condition, in the order of the document. */
export function topsOf(condition: Condition): TopCondition[] {
  if ("all" in condition) return condition.all.flatMap(topsOf);
  if ("any" in condition) return condition.any.flatMap(topsOf);
  if ("not" in condition) return topsOf(condition.not);
  return "top" in condition ? [condition as TopCondition] : [];
}
