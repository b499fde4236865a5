import { Deviations } from "./deviations";

/** Divisions whose sums of squares differ by less than this fraction are equally good. */
const EQUAL = 1e-12;

/**
 * Where the classes of an optimal division of ascending points begin: entry i is the first point of class i, entry 0 is 0.
 *
 * Optimal is the least sum of squared deviations from the class means, over all divisions: exact k-means on a line, known
 * as natural breaks. Of equally good divisions it is the one with the fewest points in the highest class, then in the
 * next. `counts` says how often each point occurs; equal points should be one. Every class has a point, so `classes` is
 * at most their number.
 *
 * The best first point of the last class never moves down as points are added above, so it is looked for between its
 * neighbours' only: O(k n log n) time, O(k n) space.
 * (W. D. Fisher, "On grouping for maximum homogeneity", Journal of the American Statistical Association 53, 1958;
 * G. F. Jenks, "The data model concept in statistical mapping", International Yearbook of Cartography 7, 1967;
 * A. Grønlund et al., "Fast exact k-means, k-medians and Bregman divergence clustering in 1D", arXiv:1701.07204, 2017.)
 */
export function naturalBreaks(points: Float64Array, counts: Int32Array, classes: number): number[] {
  const size = points.length;
  const deviations = new Deviations(points, counts);
  let least = new Float64Array(size + 1).map((_, end) => deviations.of(0, end)); // of points before `end`, in one class
  const firsts: Int32Array[] = []; // per further class: where it begins if it ends before `end`
  for (let below = 1; below < classes; below++) {
    const ends: [number, number] = below === classes - 1 ? [size, size] : [below + 1, size]; // of the last only the end is asked
    const layer = addClass(least, below, ends, deviations);
    firsts.push(layer.first);
    least = layer.least;
  }
  const breaks: number[] = [];
  let end = size;
  for (const first of firsts.reverse()) breaks.unshift((end = first[end]!)); // end <= size, the last entry
  return [0, ...breaks];
}

/** Puts one class above those `below` in number, for every end in a range: least sums of squares, and where it begins. */
function addClass(least: Float64Array, below: number, ends: [number, number], deviations: Deviations) {
  const next = new Float64Array(least.length);
  const firsts = new Int32Array(least.length);
  const fill = (lowEnd: number, highEnd: number, lowFirst: number, highFirst: number): void => {
    if (lowEnd > highEnd) return;
    const end = (lowEnd + highEnd) >>> 1;
    let [best, found] = [Infinity, lowFirst];
    for (let first = Math.min(highFirst, end - 1); first >= lowFirst; first--) {
      const own = deviations.of(first, end);
      if (own > best) break; // further down it is more still
      const total = least[first]! + own; // first < end < length
      if (total < best * (1 - EQUAL)) [best, found] = [total, first];
    }
    next[end] = best;
    firsts[end] = found;
    fill(lowEnd, end - 1, lowFirst, found);
    fill(end + 1, highEnd, found, highFirst);
  };
  fill(...ends, below, least.length - 2); // the classes below need a point each
  return { least: next, first: firsts };
}
