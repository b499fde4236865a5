import { serialOfIso, valueMeasure, type Preset } from "../../../../engine/index";
import { MEASURE_KINDS, type MeasureType } from "../../../strings/rules/measures";
import { newCondition } from "../conditions/kinds";
import { subjectsOf, unknownSubject } from "../conditions/subjects";

/** What a kind of measure cannot be without, beside a number. */
const NEEDS: Readonly<Partial<Record<MeasureType, "date" | "nothing">>> = {
  lifecycle: "date",
  daysSince: "date",
  count: "nothing",
  filled: "nothing",
};

/** The kinds that a preset has the columns for, so that a new one is valid at once, and the types that it lacks for others. */
export function kindsOffered(preset: Preset): { kinds: MeasureType[]; lacks: ("date" | "number")[] } {
  const types = new Set(subjectsOf(preset).map(({ type }) => type));
  const needOf = (kind: MeasureType) => NEEDS[kind] ?? "number";
  const kinds = (Object.keys(MEASURE_KINDS) as MeasureType[]).filter((kind) => {
    const need = needOf(kind);
    return need === "nothing" || types.has(need);
  });
  return { kinds, lacks: (["date", "number"] as const).filter((type) => !types.has(type)) };
}

/**
 * A measure of a kind to begin with, of what the preset reads. Of the kinds offered, each is one that the gate accepts.
 * `kept` are ids that it reads before others, as far as they are of the right type.
 */
export function newMeasure(
  type: MeasureType,
  id: string,
  { preset, day, kept = [] }: { readonly preset: Preset; readonly day: string; readonly kept?: readonly string[] },
): Record<string, unknown> {
  return { id, type, ...startOf(type, firstsOf(preset, kept, id), () => newPoints(preset, day)) };
}

function startOf(type: MeasureType, firsts: Firsts, points: () => unknown): Record<string, unknown> {
  const { numbers, number, other, third, date, lifecycle } = firsts;
  const atLeast = (...least: unknown[]) => (numbers.length > least.length ? numbers : least);
  switch (type) {
    case "sum":
      return { of: atLeast(number) };
    case "field":
    case "quantileScore":
      return { of: number };
    case "firstOf":
      return { of: atLeast(number, other) };
    case "variation":
      return { of: atLeast(number, other, third) };
    case "change":
      return { current: number, previous: other };
    case "daysSince":
      return { of: date };
    case "lifecycle":
      return { firstPurchase: date, newMonths: 12 };
    case "expectedWhenNew":
      return { history: number, expected: other, lifecycle };
    case "count":
      return {};
    case "filled":
      return { of: numbers.length > 0 ? numbers : ["account"] };
    case "points":
      return { add: [points()] };
    case "bands":
      return { of: number, bands: [{ from: 0, points: 1 }] };
    case "scale":
      return { of: number, method: "percentRank" };
    case "weighted":
      return { parts: atLeast(number).map((of) => ({ of, weight: 100 })) };
  }
}

/** Points to begin with, for accounts that have a value. */
export function newPoints(preset: Preset, day: string): unknown {
  const value = valueMeasure(preset);
  const subjects = subjectsOf(preset);
  const subject = subjects.find(({ id }) => id === value) ?? subjects[0] ?? unknownSubject("account");
  return { when: newCondition(subject, serialOfIso(day)), add: 1 };
}

interface Firsts {
  /** Those that are kept. */
  readonly numbers: readonly string[];
  readonly number: string | undefined;
  readonly other: string | undefined;
  readonly third: string | undefined;
  readonly date: string | undefined;
  readonly lifecycle: string;
}

/** What is read first of each type; the value of an account before other numbers. One alone stands for two. */
function firstsOf(preset: Preset, kept: readonly string[], self: string): Firsts {
  const subjects = subjectsOf(preset).filter(({ id }) => id !== self);
  const idsOf = (type: string) => subjects.filter((subject) => subject.type === type).map(({ id }) => id);
  const value = valueMeasure(preset);
  const ranked = [...kept, ...(value === null ? [] : [value])];
  const all = idsOf("number");
  const numbers = kept.filter((id) => all.includes(id));
  const [number, other = number, third = other] = [...new Set([...ranked.filter((id) => all.includes(id)), ...all])];
  const dates = idsOf("date");
  const lifecycle = preset.measures.find(({ type }) => type === "lifecycle")?.id ?? "account";
  return { numbers, number, other, third, date: kept.find((id) => dates.includes(id)) ?? dates[0], lifecycle };
}
