import type { Ranking } from "../ladder/rank";
import type { Top } from "../ladder/top";
import { isRanked } from "./rankAgain";

/**
 * Who is in the top of one list after an edit, from who was: the edited rows are asked one by one, and of the others, whose
 * order is the same as before, only those change that stand between the cut before and the one now.
 *
 * `rows` are all whose value, tie-breaks or place in the population may have changed. They are in only by their rank here:
 * who is let in from outside is for the caller to say.
 */
export function maskAgain(
  before: Top,
  { ranking, count }: { readonly ranking: Ranking; readonly count: number },
  rows: Int32Array,
): Uint8Array {
  const mask = before.mask.slice();
  const isEdited = new Set(rows);
  let othersBefore = before.cuts[0]?.count ?? 0;
  for (const row of rows) {
    if (mask[row] === 1 && isRanked(before.ranking.by, row)) othersBefore--;
    mask[row] = 0;
  }
  let others = count;
  for (const row of insideOf(ranking, count, rows)) {
    mask[row] = 1;
    others--;
  }
  let at = count;
  while (others > othersBefore) {
    const row = ranking.rowAt(--at);
    if (isEdited.has(row)) continue;
    mask[row] = 1;
    others--;
  }
  while (others < othersBefore) {
    const row = ranking.rowAt(at++);
    if (isEdited.has(row)) continue;
    mask[row] = 0;
    others++;
  }
  return mask;
}

/** Those of some rows that are among the first `count` of the one list. */
function insideOf(ranking: Ranking, count: number, rows: Int32Array): number[] {
  const { by, values } = ranking;
  const order = ranking.splitAt(count);
  const ranked = [...rows].filter((row) => isRanked(by, row));
  if (count === 0) return [];
  if (count === order.length) return ranked;
  const cut = values[order[count - 1] ?? -1]!; // 0 < count <= length
  const inside = ranked.filter((row) => (by.direction === "desc" ? values[row]! > cut : values[row]! < cut)); // rows have values
  const level = new Set(ranked.filter((row) => values[row] === cut));
  for (let at = count - 1; level.size > 0 && at >= 0 && values[order[at]!] === cut; at--) {
    if (level.has(order[at]!)) inside.push(order[at]!); // at < length, here and above
  }
  return inside;
}
