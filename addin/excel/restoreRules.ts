import type { JournalEntry } from "./journal";
import type { PlacedColumn } from "./owned";
import type { SourceRecord } from "./record";
import { applyRules, askRules, removeStrayRules } from "./rules";
import type { Source } from "./source";

/** Rules that the run added; one that broke off, or could not finish its colours, does not know all of them. */
export async function removeRules(
  context: Excel.RequestContext,
  source: Source,
  entry: JournalEntry,
  mayHaveStrays: boolean,
): Promise<void> {
  // An earlier attempt at this may have broken off while it gave columns their old colours again.
  const mayHaveHalf = entry.before !== null && entry.rules.length > 0;
  if (mayHaveStrays || mayHaveHalf) await removeStrays(context, source, entry);
  if (entry.rules.length === 0) return;
  const remove = askRules(context, source.sheet.id, entry.rules);
  await context.sync();
  remove();
  await context.sync();
}

/** Colours help, so that a failure to list them, twice, does not stop the rest. */
async function removeStrays(context: Excel.RequestContext, source: Source, entry: JournalEntry): Promise<void> {
  const created = entry.created.flatMap(({ mark, colours }) =>
    mark && !source.table ? [{ mark, colours, rules: [] }] : [],
  );
  const before = (entry.before?.columns ?? []).map(({ kind, mark, rules }) => {
    const added = entry.rewritten.find((each) => each.kind === kind)?.colours ?? [];
    return { mark, rules, colours: [...rules, ...added] };
  });
  const remove = async () => {
    await removeStrayRules(context, source, [...created, ...before]);
    await context.sync();
  };
  await remove().catch(() => remove().catch(() => undefined));
}

/** Brings back rules that the run took away, as far as Excel lets itself be asked, twice; gives the record with their new ids. */
export async function recolour(
  context: Excel.RequestContext,
  source: Source,
  before: SourceRecord,
  placed: readonly PlacedColumn[],
): Promise<SourceRecord> {
  const columns = placed.map(({ mark, rules }) => ({ mark, rules, colours: rules }));
  if (columns.every(({ rules }) => rules.length === 0)) return before;
  const apply = () => applyRules(context, source, columns);
  try {
    const { rules } = await apply().catch(() => removeStrayRules(context, source, columns).then(apply));
    const after = new Map(placed.map(({ kind }, i) => [kind, [...(rules[i] ?? [])]]));
    return {
      ...before,
      columns: before.columns.map((column) => ({ ...column, rules: after.get(column.kind) ?? column.rules })),
    };
  } catch {
    return before;
  }
}
