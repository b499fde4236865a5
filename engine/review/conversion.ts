import type { Run } from "../run";
import { serialOfIso, type Serial } from "../table/date";
import { accountValues } from "./accountValues";
import { standingsBefore, type Recorded, type RecordedReview } from "./history";
import { part } from "./known";
import { lastReview } from "./lastReview";
import { segmentsOfStage } from "./lifeStages";
import { bestOfEach } from "./reviewOf";

/** Prospects of the last review, and those of them that have become customers. */
export interface Conversion {
  /** Day of that review, ISO. */
  readonly since: string;
  readonly prospects: number;
  /** In the order of the table. */
  readonly converted: readonly Converted[];
  /** Part of the prospects; null where there were none. */
  readonly rate: number | null;
}

export interface Converted {
  readonly account: string;
  /** Input row, of several that of its best tier. */
  readonly row: number;
  /** Ids of its tier before and now; null for none. */
  readonly from: string | null;
  readonly to: string | null;
  /** null where missing. */
  readonly value: number | null;
}

/** Prospects of the last review by account key, and which accounts of the run are now customers if they were among them. */
export interface Prospects {
  readonly since: string;
  readonly before: ReadonlyMap<string, Recorded>;
  isCustomer(account: number): boolean;
}

/** Who became a customer since the last review. Null where nothing tells who was a prospect, see `prospectsOf`. */
export function conversion(run: Run, history: readonly RecordedReview[]): Conversion | null {
  const prospects = prospectsOf(run, history);
  if (!prospects) return null;
  const { decision, accounts, facts, preset } = run;
  const { keys, codes, nameAt } = accounts.table.accounts;
  const values = accountValues(run);
  const converted: Converted[] = [];
  for (const [code, account] of bestOfEach(codes, decision.final)) {
    const earlier = prospects.before.get(keys[code] ?? "");
    if (!earlier || !prospects.isCustomer(account)) continue;
    const value = values[account] ?? NaN;
    converted.push({
      account: nameAt(account),
      row: facts.inputRow(account),
      from: earlier.finalTier,
      to: preset.tiers.rungs[decision.final[account] ?? -1]?.id ?? null,
      value: Number.isNaN(value) ? null : value,
    });
  }
  const { size } = prospects.before;
  return { since: prospects.since, prospects: size, converted, rate: part(converted.length, size) };
}

/**
 * Where the preset has segments of prospects: who was in one of them, and is a customer in any other. Where it has none,
 * but a lifecycle: whose first purchase is missing, or later than that review; a customer has one by the day of the run.
 *
 * Null for a first review, and where there is neither, or no column for the first purchase.
 */
export function prospectsOf(run: Run, history: readonly RecordedReview[]): Prospects | null {
  const { preset, asOf } = run;
  const last = lastReview(history, preset.id, asOf);
  if (!last) return null;
  const standings = standingsBefore(history, preset.id, asOf);
  return bySegment(run, last.date, standings) ?? byFirstPurchase(run, last.date, standings);
}

function bySegment(
  { preset, decision }: Run,
  since: string,
  standings: ReadonlyMap<string, Recorded>,
): Prospects | null {
  const prospects = segmentsOfStage(preset, "prospect");
  if (prospects.size === 0) return null;
  const isOf = ({ segment }: Recorded) => segment !== null && prospects.has(segment);
  return {
    since,
    before: new Map([...standings].filter(([, standing]) => isOf(standing))),
    isCustomer(account) {
      const segment = preset.segments?.rungs[decision.segments?.[account] ?? -1]?.id;
      return segment !== undefined && !prospects.has(segment) && (decision.final[account] ?? -1) >= 0;
    },
  };
}

function byFirstPurchase(run: Run, since: string, standings: ReadonlyMap<string, Recorded>): Prospects | null {
  const { preset, decision, facts, accounts, asOf } = run;
  const lifecycle = preset.measures.find((measure) => measure.type === "lifecycle");
  if (!lifecycle || !facts.isMapped(lifecycle.firstPurchase)) return null;
  const first = facts.number(lifecycle.firstPurchase);
  const isCustomerOn = (account: number, day: Serial) => Math.floor(first[account] ?? NaN) <= day;
  const customers = new Set<string>(); // of the last review, as far as the table still knows them
  const { keys, codes } = accounts.table.accounts;
  const known = new Set<string>();
  for (const [code, account] of bestOfEach(codes, decision.final)) {
    const key = keys[code] ?? "";
    known.add(key);
    if (isCustomerOn(account, serialOfIso(since))) customers.add(key);
  }
  return {
    since,
    before: new Map([...standings].filter(([key]) => known.has(key) && !customers.has(key))),
    isCustomer: (account) => isCustomerOn(account, asOf) && (decision.final[account] ?? -1) >= 0,
  };
}
