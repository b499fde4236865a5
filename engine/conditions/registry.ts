import * as z from "zod";
import { all } from "./all";
import { any } from "./any";
import { between } from "./between";
import { blank } from "./blank";
import { compare } from "./compare";
import type { ConditionKind } from "./condition";
import { contains } from "./contains";
import { is } from "./is";
import { not } from "./not";
import { startsWith } from "./startsWith";
import { top } from "./top";
import { unreadable } from "./unreadable";

/** Every kind of condition there is. A new kind is one file and one entry here. */
const CONDITIONS = [is, compare, between, all, any, not, contains, startsWith, blank, unreadable, top] as const;

type SpecOf<Kind> = Kind extends ConditionKind<infer Spec, infer _Why> ? Spec : never;
type ReasonOf<Kind> = Kind extends ConditionKind<infer _Spec, infer Why> ? Why : never;

/** A condition of a preset, checked. */
export type Condition = SpecOf<(typeof CONDITIONS)[number]>;
/** Why a condition holds on a row or does not. */
export type Reason = ReasonOf<(typeof CONDITIONS)[number]>;

type AnyKind = ConditionKind<Condition, Reason>;

const kindOfKey = new Map<string, AnyKind>(
  // Each kind is only ever given the conditions that carry its own keys.
  (CONDITIONS as readonly unknown[] as readonly AnyKind[]).flatMap((kind) => kind.keys.map((key) => [key, kind])),
);

/** The kind of a checked condition. */
export function kindOf(condition: Condition): AnyKind {
  const kind = Object.keys(condition)
    .map((key) => kindOfKey.get(key))
    .find((found) => found !== undefined);
  if (!kind) throw new TypeError("not a checked condition");
  return kind;
}

/** Any condition: exactly one key says which kind it is, and that kind's own schema checks the rest. */
export const conditionSchema: z.ZodType<Condition> = z.unknown().transform((raw, context): Condition => {
  const refuse = (code: string, params: Record<string, unknown> = {}) => {
    context.addIssue({ code: "custom", params: { code, ...params } });
    return z.NEVER;
  };
  if (raw === undefined) return refuse("missing", { expected: "condition" });
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return refuse("not-a-condition");
  const keys = Object.keys(raw);
  if (keys.length === 0) return refuse("not-a-condition");
  const kinds = keys.filter((key) => kindOfKey.has(key));
  if (kinds.length === 0) return refuse("unknown-condition", { keys });
  if (kinds.length > 1) return refuse("two-conditions", { keys: kinds });
  const parsed = schemaOfKey(kinds[0] ?? "")?.safeParse(raw, { reportInput: true });
  if (parsed?.success) return parsed.data;
  for (const issue of parsed?.error.issues ?? []) context.issues.push(issue as never);
  return z.NEVER;
});

const schemas = new Map<string, z.ZodType<Condition> | undefined>();

/** Made once for each key, since making a schema takes far longer than asking it. */
function schemaOfKey(key: string): z.ZodType<Condition> | undefined {
  if (!schemas.has(key)) schemas.set(key, kindOfKey.get(key)?.schema(conditionSchema));
  return schemas.get(key);
}
