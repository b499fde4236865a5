import type { Gap } from "./condition";

/** How far a value is from a cut, as a part of the cut; from 0 as it is. NaN where the value is missing. */
export function apart(value: number, cut: number): number {
  return cut === 0 ? Math.abs(value) : Math.abs(cut - value) / Math.abs(cut);
}

/**
 * The gaps of one measure to a cut; 0 where `isThere`. What cannot be known is never reached, nor a cut that is NaN.
 */
export function gapsOf(
  measure: string,
  values: Float64Array,
  isThere: (value: number, row: number) => boolean,
  cut: (value: number, row: number) => number,
): Gap {
  const by = new Int16Array(values.length).fill(-1);
  const gaps = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!; // row < length
    const gap = isThere(value, row) ? 0 : apart(value, cut(value, row));
    gaps[row] = Number.isNaN(gap) ? Infinity : gap;
    if (gap >= 0 && gap < Infinity) by[row] = 0;
  }
  const cutAt = (row: number) => {
    const value = values[row] ?? NaN;
    return isThere(value, row) ? NaN : cut(value, row);
  };
  return { values: gaps, by, measures: [measure], cutAt };
}

/** 0 where a mask says `answer`, and never elsewhere: what no number decides. */
export function gapOfMask(mask: Uint8Array, answer: 0 | 1): Gap {
  const values = Float64Array.from(mask, (each) => (each === answer ? 0 : Infinity));
  return { values, by: new Int16Array(mask.length).fill(-1), measures: [], cutAt: () => NaN };
}

/** Of several gaps the smallest in each row: any of them will do. */
export function nearest(gaps: readonly Gap[]): Gap {
  return chosen(gaps, (value, best) => value < best);
}

/** Of several gaps the largest in each row: all of them are needed. */
export function farthest(gaps: readonly Gap[]): Gap {
  return chosen(gaps, (value, best) => value > best);
}

function chosen(gaps: readonly Gap[], isBetter: (value: number, best: number) => boolean): Gap {
  const size = gaps[0]?.values.length ?? 0;
  const values = new Float64Array(size).fill(NaN);
  const by = new Int16Array(size).fill(-1);
  const measures: string[] = [];
  gaps.forEach((gap, i) => {
    const start = measures.length;
    measures.push(...gap.measures);
    for (let row = 0; row < size; row++) {
      const value = gap.values[row]!; // row < size, the length of all
      if (i > 0 && !isBetter(value, values[row]!)) continue; // likewise
      values[row] = value;
      by[row] = gap.by[row]! < 0 ? -1 : start + gap.by[row]!; // likewise
    }
  });
  return { values, by, measures, cutAt: cutAmong(gaps, by) };
}

/** The cut of whichever gap a row's distance is from, where `by` counts through the measures of all of them. */
export function cutAmong(gaps: readonly (Gap | null)[], by: Int16Array): Gap["cutAt"] {
  return (row) => {
    let left = by[row] ?? -1;
    if (left < 0) return NaN;
    for (const gap of gaps) {
      const own = gap?.measures.length ?? 0;
      if (gap && left < own) return gap.cutAt(row);
      left -= own;
    }
    return NaN;
  };
}
