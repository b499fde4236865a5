import type { Gap, GapOf, Way } from "../conditions/condition";
import { cutAmong, gapOfMask, nearest } from "../conditions/gap";
import { kindOf, type Condition } from "../conditions/registry";
import type { Facts, Scope } from "../facts";
import { scopeOf } from "../ladder/climb";
import type { Ladder, Preset } from "../preset/schema";
import { fold } from "../table/fold";

/** How far accounts are from another tier, by row of the accounts. */
export interface Distance {
  /** A part of the cut (0.05 is 5 %), or as it is from a cut of 0; NaN where no number leads there. */
  readonly values: Float64Array;
  /** The measure that the distance is of, as a position in `measures`; -1 where there is none. */
  readonly by: Int16Array;
  readonly measures: readonly string[];
}

/**
 * How far each account is from the tier above its own, and from falling out of its own, by the conditions as they stand
 * (not relaxed), as a part of the cut: from a cut of 0 as it is.
 *
 * Of a comparison it is the distance to its cut, 0 where it is so already; into `!=` there is none, and out of `=` it is 0.
 * Of `between` it is that to the nearer bound; of `all` in the farthest and out the nearest part, of `any` the other way
 * round; of `not` that of what it denies, in for out; of a `top` that to the last account inside or the first one
 * outside. Of words and blanks there is none, nor where the value is missing. A segment that a tier asks for is as far as
 * that segment's own condition. The first tier has no way up, the last one none down, and an account in no tier neither.
 */
export function distances(
  preset: Preset,
  facts: Facts,
  tiers: Int16Array,
  segments: Int16Array | null,
): { readonly up: Gap; readonly down: Gap } {
  const { rungs } = preset.tiers;
  const gapAt = (index: number, way: Way) => {
    const when = rungs[index]?.when;
    return when ? gapOf(when, way, scopeOf(preset.tiers, index), facts, { preset, segments }) : null;
  };
  const ups = rungs.map((_, index) => (index === 0 ? null : gapAt(index - 1, "in")));
  const downs = rungs.map((_, index) => gapAt(index, "out"));
  return { up: picked(ups, tiers), down: picked(downs, tiers) };
}

interface Segmented {
  readonly preset: Preset;
  readonly segments: Int16Array | null;
}

function gapOf(condition: Condition, way: Way, scope: Scope, facts: Facts, segmented: Segmented): Gap {
  if ("is" in condition && condition.measure === "segment") {
    return gapOfSegment(condition.is, way, facts, segmented, facts.holds(condition, scope));
  }
  const inside: GapOf = (part, direction) => gapOf(part, direction, scope, facts, segmented);
  const gap = kindOf(condition).gap?.(condition, way, facts, scope, inside);
  return gap ?? gapOfMask(facts.holds(condition, scope), way === "in" ? 1 : 0);
}

/** Into the nearest of the segments asked for, or out of the account's own. */
function gapOfSegment(
  asked: readonly string[],
  way: Way,
  facts: Facts,
  { preset, segments }: Segmented,
  holds: Uint8Array,
): Gap {
  const ladder: Ladder | undefined = preset.segments;
  const already = gapOfMask(holds, way === "in" ? 1 : 0);
  if (!ladder || !segments) return already;
  const wanted = new Set(asked.map(fold));
  const gaps = ladder.rungs.map(({ id, when }, index) =>
    when && wanted.has(fold(id)) ? gapOf(when, way, scopeOf(ladder, index), facts, { preset, segments }) : null,
  );
  if (way === "in") return firstOf(already, nearest([already, ...gaps.filter((gap) => gap !== null)]));
  return firstOf(already, picked(gaps, segments, Infinity));
}

/** 0 where it is so already, and what another gap says elsewhere. */
function firstOf(already: Gap, other: Gap): Gap {
  const values = other.values.map((value, row) => (already.values[row] === 0 ? 0 : value));
  const by = other.by.map((measure, row) => (already.values[row] === 0 ? -1 : measure));
  return { ...other, values, by };
}

/** The gap of each account's own rung; `none` where it has no rung or the rung no gap. */
function picked(gaps: readonly (Gap | null)[], rungOf: Int16Array, none = NaN): Gap {
  const measures: string[] = [];
  const starts = gaps.map((gap) => measures.push(...(gap?.measures ?? [])) - (gap?.measures.length ?? 0));
  const values = new Float64Array(rungOf.length).fill(none);
  const by = new Int16Array(rungOf.length).fill(-1);
  rungOf.forEach((rung, row) => {
    const gap = gaps[rung];
    const value = gap?.values[row] ?? NaN;
    if (!gap || !(value < Infinity)) return;
    values[row] = value;
    const measure = gap.by[row] ?? -1;
    if (measure >= 0) by[row] = (starts[rung] ?? 0) + measure;
  });
  return { values, by, measures, cutAt: cutAmong(gaps, by) };
}
