import type { CellValue } from "../../engine/index";
import { ContentList, ContentPrint } from "./columnPrint";
import type { JournalEntry, RewrittenColumn } from "./journal";
import type { OldCells } from "./oldCells";
import type { KnownColumn } from "./owned";
import type { PlannedColumn } from "./plan";
import { atOnce, eachOf, type Sliced } from "../slices";

/** What the journal keeps of a column that was there. `before` are its old values as the journal has them. */
export function* rewrittenAs(
  { kind, colours, isOpen, labels, codes, changed }: PlannedColumn,
  old: OldCells | undefined,
  before: readonly CellValue[],
): Sliced<RewrittenColumn> {
  const common = { kind, colours: [...colours] };
  if (!isOpen) return { ...common, labels: labels.map(String) };
  if (changed.length === 0) return { ...common, labels: [] };
  const after = new Set<CellValue>();
  yield* eachOf(changed, (row) => after.add(labels[codes[row] ?? 0] ?? ""));
  const moving = new Set<CellValue>([...before, ...after]);
  const rest = new ContentPrint();
  const add = ([content, count]: readonly [CellValue, number]) => {
    if (!moving.has(content)) rest.add(content, count);
  };
  yield* eachOf(old?.counts() ?? [], add);
  return { ...common, labels: [], written: yield* ContentList.of(after), rest: rest.digest() };
}

/** The columns that were there before a run, with all that may stand in them while it is under way and after it. */
export function knownBefore({ before, rewritten, old }: JournalEntry): KnownColumn[] {
  return (before?.columns ?? []).map((column) => {
    const { labels, written, rest } = rewritten.find(({ kind }) => kind === column.kind) ?? { labels: [] };
    if (written === undefined) return { ...column, labels: [...column.labels, ...labels] };
    const values = old?.columns.find(({ kind }) => kind === column.kind)?.values ?? [];
    return { ...column, written: written + atOnce(ContentList.of(values)), rest };
  });
}
