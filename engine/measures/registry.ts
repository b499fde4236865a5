import * as z from "zod";
import type { Condition } from "../conditions/registry";
import { bands } from "./bands";
import { change } from "./change";
import { count } from "./count";
import { daysSince } from "./daysSince";
import { expectedWhenNew } from "./expectedWhenNew";
import { field } from "./field";
import { filled } from "./filled";
import { firstOf } from "./firstOf";
import { lifecycle } from "./lifecycle";
import { readsOfCondition, type MeasureKind, type MeasureSpec, type Read } from "./measure";
import { points } from "./points";
import { quantileScore } from "./quantileScore";
import { scale } from "./scale";
import { sum } from "./sum";
import { variation } from "./variation";
import { weighted } from "./weighted";

/** Every kind of measure there is. A new kind is one file and one entry here. */
const MEASURES = [
  sum,
  field,
  firstOf,
  lifecycle,
  expectedWhenNew,
  change,
  daysSince,
  variation,
  count,
  filled,
  points,
  bands,
  quantileScore,
  scale,
  weighted,
] as const;

type SpecOf<Kind> = Kind extends MeasureKind<infer Spec> ? Spec : never;
/** A measure of a preset, checked. */
export type Measure = SpecOf<(typeof MEASURES)[number]>;

// Each kind is only ever given the specs that carry its own type.
const kinds = new Map(
  (MEASURES as readonly unknown[] as readonly MeasureKind<MeasureSpec>[]).map((kind) => [kind.type, kind]),
);

/** The kind of a checked measure. */
export function measureKind(measure: Measure): MeasureKind<MeasureSpec> {
  const kind = kinds.get(measure.type);
  if (!kind) throw new TypeError("not a checked measure");
  return kind;
}

/** Whether the same cells may give other values on another day. */
export function dependsOnDay(measure: Measure): boolean {
  return measureKind(measure).dependsOnDay === true;
}

/** The conditions in a measure, without those inside of them. */
export function conditionsOf(measure: Measure): readonly Condition[] {
  return measureKind(measure).conditions?.(measure) ?? [];
}

/** All that a measure reads, itself and by its conditions. */
export function readsOf(measure: Measure): readonly Read[] {
  return [...measureKind(measure).reads(measure), ...conditionsOf(measure).flatMap(readsOfCondition)];
}

/** Any measure: its type says which kind it is, and that kind's own schema checks the rest. */
export const measureSchema: z.ZodType<Measure> = z.unknown().transform((raw, context): Measure => {
  const refuse = (path: string[], code: string, params: Record<string, unknown>) => {
    context.addIssue({ code: "custom", path, params: { code, ...params } });
    return z.NEVER;
  };
  if (typeof raw !== "object" || raw === null || Array.isArray(raw))
    return refuse([], "wrong-type", { expected: "object" });
  const type: unknown = "type" in raw ? raw.type : undefined;
  if (typeof type !== "string")
    return refuse(["type"], type === undefined ? "missing" : "wrong-type", { expected: "string" });
  const kind = kinds.get(type);
  if (!kind) return refuse(["type"], "unknown-measure", { part: type });
  const parsed = kind.schema.safeParse(raw, { reportInput: true });
  if (parsed.success) return parsed.data as Measure;
  for (const issue of parsed.error.issues) context.issues.push(issue as never);
  return z.NEVER;
});
