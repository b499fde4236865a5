import { readables, type Preset, type Readable } from "../../../../engine/index";
import { namesOf } from "../../../strings/names";
import { columnName, wordName } from "../../../strings/rules/conditions";
import type { Choosable } from "../controls/Choice";

/** What a condition can look at. */
export interface Subject extends Omit<Readable, "words"> {
  readonly name: string;
  /** The words that it can have with what they are called; null where the table decides. */
  readonly words: readonly Choosable[] | null;
  /** The segment or the tier · a column of the table, also under the name of a measure · what a measure computes. */
  readonly place: "ladder" | "field" | "measure";
}

/** What can be asked for beside fields and measures. */
export type Asked = "segment" | "tier";

/** Every field and measure of a preset, and the segment or the tier where they may be asked for. */
export function subjectsOf(preset: Preset, asks: readonly Asked[] = []): Subject[] {
  return [...asks.flatMap((id) => ladderSubject(id, preset) ?? []), ...readableSubjects(preset)];
}

function ladderSubject(id: Asked, preset: Preset): Subject | null {
  const rungs = id === "tier" ? preset.tiers.rungs : preset.segments?.rungs;
  const words = rungs?.map((rung) => ({ value: rung.id, name: rung.label }));
  return words
    ? { id, name: namesOf(preset).measure(id), type: "text", isFraction: false, words, place: "ladder" }
    : null;
}

const subjects = new WeakMap<Preset, readonly Subject[]>();

/** Made once for a preset: a screen has many conditions. */
function readableSubjects(preset: Preset): readonly Subject[] {
  const made = subjects.get(preset) ?? newSubjects(preset);
  subjects.set(preset, made);
  return made;
}

function newSubjects(preset: Preset): Subject[] {
  const names = namesOf(preset);
  const measures = new Set(preset.measures.map(({ id }) => id));
  const measured = new Set([...measures].map(names.measure));
  /** A measure is often called as the column that it is made of. */
  const nameOf = (id: string) => {
    const name = names.measure(id);
    return measures.has(id) || !measured.has(name) ? name : columnName(name);
  };
  return readables(preset).map((readable): Subject => {
    const { id, type } = readable;
    const words = readable.words ?? (type === "boolean" ? ["yes", "no"] : null);
    return {
      ...readable,
      name: nameOf(id),
      words: words?.map((word) => ({ value: word, name: wordName(word) })) ?? null,
      place: isField(id, preset) ? "field" : "measure",
    };
  });
}

/** What a condition that looks at something unknown is taken to look at. */
export function unknownSubject(id: string): Subject {
  return { id, name: id, type: "number", isFraction: false, words: null, place: "measure" };
}

function isField(id: string, preset: Preset): boolean {
  const measure = preset.measures.find((each) => each.id === id);
  return measure?.type === "field" ? isField(measure.of, preset) : preset.fields.has(id);
}
