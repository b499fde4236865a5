import type * as z from "zod";
import type { Facts, Scope } from "../facts";
import type { Column } from "../table/column";
import type { Condition, Reason } from "./registry";

/** One kind of condition: its shape, its meaning and its explanation. */
export interface ConditionKind<Spec, Why> {
  /** The properties that name this kind; a condition carries exactly one of all kinds' keys. */
  readonly keys: readonly string[];
  /** The shape of the whole condition; `condition` is the schema for those inside it. */
  schema(condition: z.ZodType<Condition>): z.ZodType<Spec>;
  /** What type its measure must have, where it matters. */
  readonly needs?: Column["type"];
  /** Ids of the measures it looks at itself. */
  reads(spec: Spec): readonly string[];
  /** The conditions inside it. */
  parts(spec: Spec): readonly Condition[];
  /** 1 for each row it holds on. A comparison with a missing value never holds. */
  test(spec: Spec, facts: Facts, scope: Scope): Uint8Array;
  /** The facts of one row that the answer rests on. */
  explain(spec: Spec, row: number, facts: Facts, scope: Scope, explain: Explain): Why;
  /** The same with its cuts moved. Absent where nothing can be: words, blanks. */
  relax?(spec: Spec, by: Relaxing): Condition;
  /** How far each row is from the other answer. Absent where no number is: then 0 where it is so already, else never. */
  gap?(spec: Spec, way: Way, facts: Facts, scope: Scope, gap: GapOf): Gap;
}

/** How cuts are moved so that a condition lets more in, or (`tighter`) fewer. */
export interface Relaxing {
  /** 1 where more are let in, -1 where fewer. */
  readonly sign: 1 | -1;
  /** How far a cut of a number moves; 0 where only shares do. */
  width(cut: number): number;
  /** A share or a percentage, moved. */
  share(cut: number): number;
  /** A number of accounts, moved. */
  count(cut: number): number;
  /** Whether a measure holds dates, whose cuts are not moved. */
  isDate(measure: string): boolean;
  /** A condition inside, moved the same way, and the other way. */
  part(condition: Condition): Condition;
  opposite(condition: Condition): Condition;
}

/** Into a condition that does not hold, or out of one that does. */
export type Way = "in" | "out";

/** How far each row is from an answer, as a part of the cut. */
export interface Gap {
  /** 0 where it is so already, Infinity where no number can make it so. */
  readonly values: Float64Array;
  /** Whose number it is, as a position in `measures`; -1 for nobody's. */
  readonly by: Int16Array;
  readonly measures: readonly string[];
  /** The number that a row's measure is away from; only of rows whose `by` is a measure, and NaN where the gap is 0. */
  cutAt(row: number): number;
}

/** The gap of a condition inside another. */
export type GapOf = (condition: Condition, way: Way) => Gap;

/** Explains a condition inside another. */
export type Explain = (condition: Condition) => Reason;

/** The value of a measure in a row, as an explanation shows it; null where missing. */
export function shownValue(column: Column, row: number): string | number | null {
  if (column.type === "text") return column.words[column.codes[row] ?? -1] ?? null;
  const value = column.values[row] ?? NaN;
  return Number.isNaN(value) ? null : value;
}

/** A mask from a question asked row by row. */
export function mask(size: number, holds: (row: number) => boolean): Uint8Array {
  const out = new Uint8Array(size);
  for (let row = 0; row < size; row++) if (holds(row)) out[row] = 1;
  return out;
}
