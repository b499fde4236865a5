import * as z from "zod";
import type { Condition } from "../conditions/registry";
import { fraction, measureId } from "../preset/parts";
import type { Rounding } from "./count";
import type { Crossing } from "./share";

/** What `top` asks for. Exactly one of share, percent and count. */
export interface TopSpec {
  readonly measure: string;
  readonly top: ShareTop | PercentTop | CountTop;
}

interface Population {
  /** Whom it ranks; else that of the ladder, else every account that no gate turned away. */
  readonly among?: Condition | undefined;
  /** A text: one list per value, and blanks one list; else that of the ladder, else one list for all. */
  readonly within?: string | undefined;
}

/** The top of the cumulative share of the sum of positive values. */
export interface ShareTop extends Population {
  /** How much of the sum of the positive values is at the top. Cuts on one ladder add up: 0.3, then 0.8. */
  readonly share: number;
  /**
   * What becomes of the account that crosses the line. `up`: it is in. `down`: it is out. `nearest`: it is in where more
   * than half of it lies under the line. `refill`: each class on a ladder takes accounts until its own part is reached,
   * beginning where the one above, also with `refill` on the same measure and population (inside of another condition,
   * too), has ended; each settles its own ties. An account in a class is in those below as well, as in every other top.
   */
  readonly crossing: Crossing;
  /** Equal values at the line: by tie-break and account name, all of them in, or all of them out. */
  readonly ties: "order" | "up" | "down";
  /** An account outside of the population: not in, or in when its value is at least the lowest value inside. */
  readonly outside: "no" | "compare";
}

interface Ranked extends Population {
  /** Which values come first: the highest or the lowest. */
  readonly order: "desc" | "asc";
  /** Equal values at the cut: by tie-break and account name, all of them in, or all of them out. */
  readonly ties: "strict" | "with" | "drop";
}

/** The first fraction of the accounts that have a value. */
export interface PercentTop extends Ranked {
  /** The part, as a fraction. */
  readonly percent: number;
  /** How many accounts that is where it is no whole number. Halves are rounded up by `nearest`. */
  readonly rounding: Rounding;
}

/** The first accounts that have a value. */
export interface CountTop extends Ranked {
  /** How many. */
  readonly count: number;
}

export function topSchema(condition: z.ZodType<Condition>): z.ZodType<TopSpec> {
  const population = { among: condition.optional(), within: measureId.optional() };
  const ranked = {
    order: z.enum(["desc", "asc"]).default("desc"),
    ties: z.enum(["strict", "with", "drop"]).default("strict"),
    ...population,
  };
  const share = z.strictObject({
    share: fraction,
    crossing: z.enum(["up", "down", "nearest", "refill"]).default("up"),
    ties: z.enum(["order", "up", "down"]).default("order"),
    outside: z.enum(["no", "compare"]).default("no"),
    ...population,
  });
  const percent = z.strictObject({
    percent: fraction,
    rounding: z.enum(["ceil", "floor", "nearest"]).default("ceil"),
    ...ranked,
  });
  const count = z.strictObject({ count: z.int().min(0).max(1e7), ...ranked });
  return z.strictObject({ measure: measureId, top: oneOf({ share, percent, count }) });
}

/** The schema whose key is there: its own complaints, instead of those of all three. */
function oneOf(schemas: Record<string, z.ZodType<TopSpec["top"]>>): z.ZodType<TopSpec["top"]> {
  return z.unknown().transform((raw, context) => {
    const present = Object.keys(schemas).filter((key) => typeof raw === "object" && raw !== null && key in raw);
    const schema = present.length === 1 ? schemas[present[0] ?? ""] : undefined;
    if (!schema) {
      context.addIssue({ code: "custom", params: { code: "one-of", keys: Object.keys(schemas) } });
      return z.NEVER;
    }
    const parsed = schema.safeParse(raw, { reportInput: true });
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) context.issues.push(issue as never);
    return z.NEVER;
  });
}
