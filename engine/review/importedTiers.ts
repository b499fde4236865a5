import { issueOfRows, SHOWN_ROWS, type Issue } from "../issue";
import { HIGHEST_TIER_FIELD, INITIAL_TIER_FIELD } from "../preset/parts";
import type { Preset } from "../preset/schema";
import type { Run } from "../run";
import { fold } from "../table/fold";
import { EXCLUDED, UNRATED } from "../words";
import type { ImportedTiers } from "./path";

/** What columns of the sheet say of the time before the first review. */
export interface Imported {
  /** By account key, of accounts that a tier is said of: what `PathOptions.imported` takes. */
  readonly tiers: ReadonlyMap<string, ImportedTiers>;
  /** `imported-tier-unknown`, one for each column: cells that name no tier of the rules. */
  readonly issues: readonly Issue[];
}

/**
 * The initial and the highest tier of the accounts of a run, by the text fields `initialTier` and `highestTier`. A cell
 * names a tier by its label, its id or its name (unless two tiers have it), whatever the case and the spaces around it. A
 * word for no tier ("Excluded", "Unrated", that of a gate) says nothing. Of several rows of one account the first that
 * names a tier counts. What cannot be told is reported, and changes nothing else.
 */
export function importedTiers(run: Run): Imported {
  const { keys } = run.accounts.table.accounts;
  const [initial, highest] = [columnOf(run, INITIAL_TIER_FIELD), columnOf(run, HIGHEST_TIER_FIELD)];
  const told = new Set([...initial.tiers.keys(), ...highest.tiers.keys()]);
  const tiers = new Map(
    [...told].map((code): [string, ImportedTiers] => [
      keys[code] ?? "",
      { initial: initial.tiers.get(code) ?? null, highest: highest.tiers.get(code) ?? null },
    ]),
  );
  return { tiers, issues: [initial.issue, highest.issue].filter((issue) => issue !== null) };
}

/** Tiers by the code of the account, and what cannot be told. */
interface Told {
  readonly tiers: ReadonlyMap<number, string>;
  readonly issue: Issue | null;
}

function columnOf({ preset, facts, firstRow }: Run, field: string): Told {
  const tiers = new Map<number, string>();
  const isThere = preset.fields.get(field)?.type === "text" && facts.isMapped(field);
  const { column, accounts } = isThere ? facts.beforeRollUp(field) : { column: null, accounts: [] };
  if (column?.type !== "text") return { tiers, issue: null };
  const byName = tiersByName(preset);
  const tierOf = column.words.map((word) => byName.get(fold(word)));
  const [rows, words]: [number[], Set<string>] = [[], new Set()];
  accounts.forEach((account, row) => {
    const word = column.codes[row] ?? -1;
    if (account < 0 || word < 0) return;
    const tier = tierOf[word];
    if (tier === undefined) {
      rows.push(row + firstRow);
      words.add(column.words[word] ?? "");
    } else if (tier !== null && !tiers.has(account)) tiers.set(account, tier);
  });
  const unknown = [...words].slice(0, SHOWN_ROWS);
  return { tiers, issue: issueOfRows("imported-tier-unknown", "warning", rows, { field, tiers: unknown }) };
}

/** Ids of tiers by all that they may be called, folded; null for a word that says that there is none. Labels win, then ids. */
function tiersByName({ tiers: { rungs }, gates }: Preset): ReadonlyMap<string, string | null> {
  const none = [UNRATED, EXCLUDED, ...gates.flatMap((gate) => ("exclude" in gate.else ? [gate.else.exclude] : []))];
  const named = rungs.flatMap(({ id, name }) => (name === undefined ? [] : [[fold(name), id] as const]));
  const isOfOne = (name: string) => named.filter(([other]) => other === name).length === 1;
  return new Map([
    ...none.map((word) => [fold(word), null] as const),
    ...named.filter(([name]) => isOfOne(name)),
    ...rungs.map(({ id }) => [fold(id), id] as const),
    ...rungs.map(({ id, label }) => [fold(label), id] as const),
  ]);
}
