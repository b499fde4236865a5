import { isDate, isoOf, type Preset } from "../../engine/index";
import { number, plain } from "./plain";
import { spelled } from "./spelled";

/** What things are called in a sentence. */
export interface Names {
  measure(id: string): string;
  /** A value of a measure; a number as digits that are the same for everybody who opens the file. */
  value(id: string, value: string | number): string;
  tier(id: string | null): string;
  gate(id: string): string;
  /** An ISO day; written the same for everybody, as the numbers are. */
  day(iso: string): string;
}

/** Names of a preset: labels where there are any, else ids. */
export function namesOf(preset: Preset): Names {
  const tiers = new Map(preset.tiers.rungs.map(({ id, label }) => [id, label]));
  const segments = new Map(preset.segments?.rungs.map(({ id, label }) => [id, label]));
  const labels = new Map(
    [...preset.fields].map(([id, { label, headers }]) => [id, label ?? headers[0]?.replace("=", "")]),
  );
  const areDates = new Map<string, boolean>();
  const isDay = (id: string) => {
    if (!areDates.has(id)) areDates.set(id, isDate(id, preset));
    return areDates.get(id) === true;
  };
  return {
    measure: (id) => labels.get(id) ?? (isMovedSegment(id) ? "Segment within the band" : spelled(id)),
    value(id, value) {
      if (typeof value === "number") return isDay(id) ? isoOf(Math.floor(value)) : number(value);
      if (id === "segment" || isMovedSegment(id)) return segments.get(value) ?? value;
      return `"${plain(value)}"`;
    },
    tier: (id) => (id === null ? "no tier" : (tiers.get(id) ?? id)),
    gate: spelled,
    day: plain,
  };
}

/** The segment by cuts that steadiness has moved, under the name that it gives it. */
function isMovedSegment(id: string): boolean {
  return /^segment (relaxed|tightened): /.test(id);
}
