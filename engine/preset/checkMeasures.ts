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
  const readsById = new Map(waiting.map(({ measure }) => [measure.id, readsOf(measure).map((read) => read.id)]));
  const baseOf = (id: string) => id.split(".")[0] ?? id;
  const leadsTo = (from: string, to: string, passed = new Set<string>()): boolean =>
    (readsById.get(from) ?? []).map(baseOf).some((id) => {
      if (id === to) return true;
      if (passed.has(id)) return false;
      passed.add(id);
      return leadsTo(id, to, passed);
    });
  for (const { measure, path } of waiting) {
    for (const id of readsById.get(measure.id) ?? []) {
      if (types.has(id)) continue;
      if (!readsById.has(baseOf(id))) report(path, "unknown-reference", { id });
      else if (leadsTo(measure.id, measure.id)) report(path, "measure-cycle", { id });
    }
  }
  // Reported once: nothing that reads them is to be reported as well.
  for (const { measure } of waiting) {
    const { gives, sides } = measureKind(measure);
    types.set(measure.id, gives === "same" ? "number" : gives);
    for (const [side, column] of Object.entries(sides ?? {})) types.set(`${measure.id}.${side}`, column.gives);
  }
}
