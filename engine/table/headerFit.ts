import type { FieldSpec } from "../preset/schema";
import { FieldNames } from "./fieldNames";
import { fold } from "./fold";
import { mayHoldNumbers } from "./headers";
import type { Body, Row } from "./headerRows";

/** The fields that a header is looked for. */
export interface Wanted {
  readonly fields: ReadonlyMap<string, FieldSpec>;
  readonly names: FieldNames;
  /** Fields that a header must name to be right beyond doubt: the required ones, or all where none is. */
  readonly needed: ReadonlySet<string>;
}

export function wantedOf(
  fields: ReadonlyMap<string, FieldSpec>,
  chosen: ReadonlyMap<string, readonly string[]>,
): Wanted {
  const named = [...fields].filter(([id, { headers }]) => (chosen.get(id) ?? headers).length > 0);
  const required = named.filter(([, field]) => field.required);
  const needed = new Set((required.length > 0 ? required : named).map(([id]) => id));
  return { fields, names: new FieldNames(fields, chosen), needed };
}

/** How well a row of texts does as the header of what stands below it. */
export interface Fit {
  /** Needed fields that it names. A text that names several counts once, as do several that name one field. */
  readonly needed: number;
  /** Fields that it names, counted likewise. */
  readonly fields: number;
  /** Columns with data below that have a text of their own. */
  readonly clear: number;
  /** Fields that a text names with no word more. */
  readonly exact: ReadonlySet<string>;
  readonly namesAll: boolean;
  /** Whether most columns with data below have a text. */
  readonly covers: boolean;
}

/** Positive where `a` does better than `b`: the names of fields first, then columns told apart, then the exact names. */
export function compareFits(a: Fit, b: Fit): number {
  return a.needed - b.needed || a.fields - b.fields || a.clear - b.clear || a.exact.size - b.exact.size;
}

/** `below` are the rows that `body` was counted of. */
export function fitOf(headers: readonly string[], below: readonly Row[], body: Body, wanted: Wanted): Fit {
  const { fields, names, needed } = wanted;
  const named = new Set<string>();
  const exact = new Set<string>();
  let [naming, namingNeeded] = [0, 0];
  headers.forEach((header, column) => {
    if (header.trim() === "") return;
    const found = names.named(header);
    const isMeant = (id: string) => fields.get(id)?.type !== "number" || mayHoldNumbers(below, column);
    const here = [...new Set([...found.exact, ...found.contained])].filter(isMeant);
    for (const id of here) {
      named.add(id);
      if (found.exact.has(id)) exact.add(id);
    }
    if (here.length > 0) naming++;
    if (here.some((id) => needed.has(id))) namingNeeded++;
  });
  const namedNeeded = Math.min([...named].filter((id) => needed.has(id)).length, namingNeeded);
  return {
    needed: namedNeeded,
    fields: Math.min(named.size, naming),
    exact,
    namesAll: needed.size > 0 && namedNeeded === needed.size,
    ...coverage(headers, body),
  };
}

function coverage(headers: readonly string[], { filled }: Body): Pick<Fit, "clear" | "covers"> {
  const times = new Map<string, number>();
  let [columns, headed] = [0, 0];
  filled.forEach((count, column) => {
    if (count === 0) return;
    columns++;
    const header = fold(headers[column] ?? "");
    if (header === "") return;
    headed++;
    times.set(header, (times.get(header) ?? 0) + 1);
  });
  const clear = [...times.values()].filter((count) => count === 1).length;
  return { clear, covers: columns > 0 && headed * 2 > columns };
}
