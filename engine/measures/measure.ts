import type * as z from "zod";
import { kindOf, type Condition } from "../conditions/registry";
import type { Facts } from "../facts";
import type { Issue } from "../issue";
import type { Column } from "../table/column";

/** One kind of measure: its shape, what it reads, and how a whole column of it is computed. */
export interface MeasureKind<Spec extends MeasureSpec> {
  readonly type: Spec["type"];
  readonly schema: z.ZodType<Spec>;
  /** Ids of the fields and measures it reads, each with the type it must have; `any` where either will do. */
  reads(spec: Spec): readonly Read[];
  /** The conditions in it. What they look at counts as read too; a `top` is refused in them. */
  conditions?(spec: Spec): readonly Condition[];
  /** The type of its column; `"same"` is that of the first column it reads. */
  readonly gives: Column["type"] | "same";
  /** The words it can have, where they are known beforehand: a condition that asks for another is a slip. */
  readonly words?: readonly string[];
  /** One value per account, missing where it cannot be known. */
  compute(spec: Spec, facts: Facts): Column;
  /** Whether what it gives for an account depends on nothing but what stands beside that one: then an edit of others leaves it. */
  isByRow?(spec: Spec, facts: Facts): boolean;
  /** Further columns, read as `<id>.<name>`. */
  readonly sides?: Readonly<Record<string, SideColumn<Spec>>>;
  /** Whether the column depends on the day of the run. */
  readonly dependsOnDay?: boolean;
  /** What the analyst should know about this measure in this run. */
  issues?(spec: Spec, facts: Facts): readonly Issue[];
}

export interface SideColumn<Spec> {
  readonly gives: Column["type"];
  readonly words?: readonly string[];
  compute(spec: Spec, facts: Facts): Column;
}

export interface Read {
  readonly id: string;
  readonly as: "number" | "text" | "date" | "numberOrDate" | "any";
}

export interface MeasureSpec {
  readonly id: string;
  readonly type: string;
}

/** States the kind of a measure; the type of its spec follows from the schema. */
export function defineMeasure<Spec extends MeasureSpec>(kind: MeasureKind<Spec>): MeasureKind<Spec> {
  return kind;
}

/** What a condition looks at, and the conditions inside of it. */
export function readsOfCondition(condition: Condition): readonly Read[] {
  const kind = kindOf(condition);
  const as: Read["as"] = kind.needs === "number" ? "numberOrDate" : (kind.needs ?? "any"); // a date is compared by its serial number
  const [measure, ...lists] = kind.reads(condition);
  return [
    ...(measure === undefined ? [] : [{ id: measure, as }]),
    ...lists.map((id): Read => ({ id, as: "text" })),
    ...kind.parts(condition).flatMap(readsOfCondition),
  ];
}

/**
 * A score as it is emitted: rounded to 4 decimals, halves away from zero as by Excel's ROUND, those that a few last bits
 * have missed too. What is compared with a cut is then what is shown beside it.
 */
export function toScore(value: number): number {
  const size = Math.abs(value);
  if (!(size < 1e11)) return value; // a larger double has no more decimals than that
  const scaled = size * 1e4;
  const rounded = Math.round(scaled + Math.min(scaled * 4 * Number.EPSILON, 1e-3)) / 1e4;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}
