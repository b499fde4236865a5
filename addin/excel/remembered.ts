import { ContentPrint } from "./columnPrint";
import type { PlannedColumn } from "./plan";
import type { OwnedColumn } from "./record";
import { eachOf, type Sliced } from "../slices";

/** What is kept of a column's contents, to know it again: its words, or the fingerprint of all its cells. */
export function* remembered({ isOpen, labels, codes }: PlannedColumn): Sliced<Pick<OwnedColumn, "labels" | "print">> {
  if (!isOpen) return { labels: labels.map(String) };
  const counts = new Int32Array(labels.length);
  for (const code of codes) counts[code]!++; // every code is of a label
  const print = new ContentPrint();
  yield* eachOf(labels.keys(), (code) => print.add(labels[code] ?? "", counts[code]));
  return { labels: [], print: print.digest() };
}
