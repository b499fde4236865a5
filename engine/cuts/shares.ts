const USUAL: ReadonlyMap<number, readonly number[]> = new Map([
  [2, [0.8]], // 80 / 20
  [3, [0.3, 0.8]], // 30 / 50 / 20, as the preset of revenue shares
  [4, [0.5, 0.8, 0.95]], // 50 / 30 / 15 / 5, the ABC classes with the largest half set apart
]);

/**
 * Cumulative shares of the sum at which to cut into so many classes, ascending, best class first: fractions, one fewer
 * than classes. For two, three and four the usual ones; for more, classes that hold equal parts.
 */
export function usualShares(classes: number): readonly number[] {
  return USUAL.get(classes) ?? Array.from({ length: classes - 1 }, (_, i) => (i + 1) / classes);
}
