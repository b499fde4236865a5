import { isBlank } from "../conditions/blank";
import type { Run } from "../run";
import type { Column } from "../table/column";
import { bestFirst, listing, SHOWN, upperTiers, type List, type Listed } from "./listed";

/** What accounts of the upper tiers do not buy yet. */
export interface MissingProducts extends List<WithoutProducts> {
  /** Ids of the columns looked at, in the order asked for: those that the sheet has. */
  readonly products: readonly string[];
  /** Accounts of those tiers without each product. */
  readonly without: readonly number[];
  /** Accounts of those tiers. */
  readonly of: number;
}

export interface WithoutProducts extends Listed {
  /** Ids of the columns, in the order asked for. */
  readonly missing: readonly string[];
}

export interface MissingOptions {
  /** Ids of the tiers; without them the first two, but never the last one. */
  readonly tiers?: readonly string[];
  /** How many accounts are named. */
  readonly shown?: number;
}

/**
 * Accounts that lack a product, best first. Products are given one by one, or as one measure of the type `filled`. A
 * product is missing where its column is blank, says no, or holds a zero; what cannot be read is something. Columns that
 * the sheet does not have are not looked at.
 *
 * Throws a ReferenceError where an id is none of the rules.
 */
export function missingProducts(
  run: Run,
  products: string | readonly string[],
  { tiers, shown = SHOWN }: MissingOptions = {},
): MissingProducts {
  const { preset, facts, decision } = run;
  const ids = (typeof products === "string" ? partsOf(run, products) : products).filter((id) => facts.isMapped(id));
  const columns = ids.map((id) => facts.column(id));
  const asked = upperTiers(preset, tiers);
  const without = new Array<number>(ids.length).fill(0);
  const found: number[] = [];
  let of = 0;
  decision.final.forEach((tier, account) => {
    if (!asked.has(tier)) return;
    of++;
    let lacks = 0;
    columns.forEach((column, product) => {
      if (!isWithout(column, account)) return;
      lacks++;
      without[product]!++; // one for each column
    });
    if (lacks > 0) found.push(account);
  });
  found.sort(bestFirst(run));
  const entry = listing(run);
  const missingOf = (account: number) => ids.filter((_, i) => isWithout(columns[i] ?? NOTHING, account));
  const accounts = found.slice(0, shown).map((account) => ({ ...entry(account), missing: missingOf(account) }));
  return { products: ids, without, of, count: found.length, accounts };
}

const NOTHING: Column = { type: "number", values: new Float64Array() };

function partsOf({ preset }: Run, id: string): readonly string[] {
  const measure = preset.measures.find((each) => each.id === id);
  return measure?.type === "filled" ? measure.of : [id];
}

function isWithout(column: Column, account: number): boolean {
  if (isBlank(column, account)) return true;
  if (column.type === "number") return column.values[account] === 0;
  return column.isYesNo === true && column.words[column.codes[account] ?? -1] === "no";
}
