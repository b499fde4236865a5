import { kindOf, type Condition } from "../conditions/registry";
import type { Read } from "../measures/measure";
import { conditionsOf, measureKind, readsOf, type Measure } from "../measures/registry";
import { ACCOUNT_FIELD } from "../table/table";
import type { Column } from "../table/column";
import type { Report, Types } from "./checkCondition";
import type { Preset } from "./schema";

/** Ids that the run gives a meaning to. */
const RESERVED = new Set(["segment", "tier"]);

/**
 * The type of every id of the namespace: fields, measures, side columns. Measures may stand in any order; reported are
 * references to nothing, to the wrong type, and in a circle, by a measure itself or by a condition in it, and a `top` there.
 */
export function measureTypes(preset: Preset, report: Report): Types {
  const types = new Map<string, Column["type"]>();
  const dates = new Set<string>();
  for (const [id, field] of preset.fields) {
    if (RESERVED.has(id)) report(["fields", id], "reserved-id", { id });
    types.set(id, field.type === "number" || field.type === "date" ? "number" : "text");
    if (field.type === "date") dates.add(id);
  }
  const account = preset.fields.get(ACCOUNT_FIELD);
  if (!account) report(["fields"], "missing", { expected: ACCOUNT_FIELD });
  else if (account.type !== "text") report(["fields", ACCOUNT_FIELD, "type"], "not-an-option", { options: ["text"] });

  let waiting = preset.measures.map((measure, i) => ({ measure, path: ["measures", i] as const }));
  const seen = new Set(preset.fields.keys());
  for (const { measure, path } of waiting) {
    if (RESERVED.has(measure.id)) report([...path, "id"], "reserved-id", { id: measure.id });
    if (seen.has(measure.id)) report([...path, "id"], "repeated-id", { id: measure.id });
    seen.add(measure.id);
    if (conditionsOf(measure).some(hasTop)) report(path, "top-not-allowed");
  }
  for (let before = Infinity; waiting.length < before;) {
    before = waiting.length;
    waiting = waiting.filter(({ measure, path }) => {
      const kind = measureKind(measure);
      const reads = readsOf(measure);
      if (!reads.every(({ id }) => types.has(id))) return true;
      for (const { id, as } of reads) {
        const type = dates.has(id) ? "date" : types.get(id);
        if (!isOfType(type, as)) {
          report(path, "wrong-measure-type", { id, expected: as === "numberOrDate" ? "number" : as });
        }
      }
      const source = reads[0]?.id ?? "";
      types.set(measure.id, kind.gives === "same" ? (types.get(source) ?? "number") : kind.gives);
      if (kind.gives === "same" && dates.has(source)) dates.add(measure.id);
      for (const [side, { gives }] of Object.entries(kind.sides ?? {})) types.set(`${measure.id}.${side}`, gives);
      return false;
    });
  }
  reportUnresolved(waiting, types, report);
  return types;
}

function hasTop(condition: Condition): boolean {
  return "top" in condition || kindOf(condition).parts(condition).some(hasTop);
}

function isOfType(type: Column["type"] | "date" | undefined, as: Read["as"]): boolean {
  return as === "any" || as === type || (as === "numberOrDate" && (type === "number" || type === "date"));
}

/** What is left reads something that is not there, or reads itself in the end, or reads one of those. */
function reportUnresolved(
  waiting: readonly { readonly measure: Measure; readonly path: readonly ["measures", number] }[],
  types: Map<string, Column["type"]>,
  report: Report,
): void {
  const baseOf = (id: string) => id.split(".")[0] ?? id;
  const readersOf = new Map(waiting.map(({ measure }) => [measure.id, new Set<string>()]));
  for (const { measure } of waiting) for (const { id } of readsOf(measure)) readersOf.get(baseOf(id))?.add(measure.id);
  for (const { measure, path } of waiting) {
    const dependents = reachedFrom(measure.id, readersOf);
    for (const id of new Set(readsOf(measure).map((read) => read.id))) {
      if (types.has(id)) continue;
      if (!readersOf.has(baseOf(id))) report(path, "unknown-reference", { id });
      else if (dependents.has(baseOf(id))) report(path, "measure-cycle", { id });
    }
  }
  // Reported once: nothing that reads them is to be reported as well.
  for (const { measure } of waiting) {
    const { gives, sides } = measureKind(measure);
    types.set(measure.id, gives === "same" ? "number" : gives);
    for (const [side, column] of Object.entries(sides ?? {})) types.set(`${measure.id}.${side}`, column.gives);
  }
}

/** All that is reached in one step or more. */
function reachedFrom(start: string, stepsOf: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const next of stepsOf.get(at) ?? []) {
      if (reached.has(next)) continue;
      reached.add(next);
      open.push(next);
    }
  }
  return reached;
}
