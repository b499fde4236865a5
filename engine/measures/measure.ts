import type * as z from "zod";
import type { Facts } from "../facts";
import type { Issue } from "../issue";
import type { Column } from "../table/column";

/** One kind of measure: its shape, what it reads, and how a whole column of it is computed. */
export interface MeasureKind<Spec extends MeasureSpec> {
  readonly type: Spec["type"];
  readonly schema: z.ZodType<Spec>;
  /** Ids of the fields and measures it reads, each with the type it must have; `any` where either will do. */
  reads(spec: Spec): readonly Read[];
  /** The type of its column; `"same"` is that of the first column it reads. */
  readonly gives: Column["type"] | "same";
  /** One value per account, missing where it cannot be known. */
  compute(spec: Spec, facts: Facts): Column;
  /** Further columns, read as `<id>.<name>`. */
  readonly sides?: Readonly<Record<string, SideColumn<Spec>>>;
  /** Whether the column depends on the day of the run. */
  readonly dependsOnDay?: boolean;
  /** What the analyst should know about this measure in this run. */
  issues?(spec: Spec, facts: Facts): readonly Issue[];
}

export interface SideColumn<Spec> {
  readonly gives: Column["type"];
  compute(spec: Spec, facts: Facts): Column;
}

export interface Read {
  readonly id: string;
  readonly as: "number" | "text" | "date" | "any";
}

export interface MeasureSpec {
  readonly id: string;
  readonly type: string;
}

/** States the kind of a measure; the type of its spec follows from the schema. */
export function defineMeasure<Spec extends MeasureSpec>(kind: MeasureKind<Spec>): MeasureKind<Spec> {
  return kind;
}
