import type { PresetDocument } from "../preset/schema";
import type { Run } from "../run";
import { valueMeasure } from "../valueMeasure";
import { causesBy, type Cause } from "./cause";
import { standingsBefore, type Recorded, type RecordedReview } from "./history";
import { lastReview } from "./lastReview";
import { bestOfEach } from "./reviewOf";

/** How an account stands now against the review before. Tiers are ids; null is none. */
export interface Move {
  readonly account: string;
  /** `new`: in a tier now and in none before · `left`: the other way round, or no longer in the table. */
  readonly kind: "stable" | "up" | "down" | "new" | "left";
  readonly from: string | null;
  readonly to: string | null;
  /** Its value now, or as last recorded for one that is no longer in the table; null where missing. */
  readonly value: number | null;
  /** Of those that went up or down; null where the cuts of the review before were not kept, or no longer work. */
  readonly cause: Cause | null;
}

export interface Movement {
  /** Day of the review that is compared with, ISO; null for a first review, in which everybody is new. */
  readonly since: string | null;
  /** Everybody in a tier now or before; those in the table in its order, then those that are not. */
  readonly moves: readonly Move[];
  /** Ids of the tiers, best first: the order of the rows and columns below. */
  readonly tiers: readonly string[];
  /** Accounts by tier before (row) and now (column), of those in a tier both times. */
  readonly counts: readonly (readonly number[])[];
  /** Their values now. */
  readonly values: readonly (readonly number[])[];
  /** Accounts by tier now that were in none. */
  readonly entered: readonly number[];
  /** Accounts by tier before that are in none now, those of tiers that the rules no longer have in `leftUnknown`. */
  readonly left: readonly number[];
  readonly leftUnknown: number;
  /** Parts of those in a tier both times; null where there is nobody. */
  readonly upgradeRate: number | null;
  readonly downgradeRate: number | null;
  readonly stableRate: number | null;
  /** Part of those in a tier now; null likewise. */
  readonly entryRate: number | null;
  /** Part of those in a tier before; null likewise. */
  readonly exitRate: number | null;
  /** Accounts that entered, left or changed tier, as a part of those in a tier before; null likewise. */
  readonly churn: number | null;
  /** Whether that is more than the rules allow (`review.listChurn`). */
  readonly isOverChurn: boolean;
}

/** What has moved since the last review under the run's preset that is dated before the run. */
export function movement(run: Run, history: readonly RecordedReview[]): Movement {
  const { preset, asOf } = run;
  const last = lastReview(history, preset.id, asOf);
  const before = standingsBefore(history, preset.id, asOf);
  const tiers = preset.tiers.rungs.map(({ id }) => id);
  const moves = movesOf(run, before, last?.cuts ?? null);
  return { since: last?.date ?? null, moves, tiers, ...summed(moves, tiers, preset.review?.listChurn ?? null) };
}

function movesOf(run: Run, before: ReadonlyMap<string, Recorded>, cuts: PresetDocument | null): Move[] {
  const { preset, decision, accounts, facts } = run;
  const { keys, codes, nameAt } = accounts.table.accounts;
  const valueId = valueMeasure(preset);
  const causeOf = cuts ? causesBy(cuts, run) : null;
  const tiers = preset.tiers.rungs.map(({ id }) => id);
  const best = bestOfEach(codes, decision.final);
  const moves: Move[] = [];
  for (const [code, account] of best) {
    const earlier = before.get(keys[code] ?? "");
    const from = earlier?.finalTier ?? null;
    const to = tiers[decision.final[account] ?? -1] ?? null;
    const value = valueId === null ? NaN : (facts.number(valueId)[account] ?? NaN);
    const kind = kindOf(from, to, tiers);
    if (kind === null) continue;
    const isMove = earlier !== undefined && to !== null && (kind === "up" || kind === "down");
    const cause = isMove && causeOf ? causeOf(account, { kind, to, earlier }) : null;
    moves.push({ account: nameAt(account), kind, from, to, value: Number.isNaN(value) ? null : value, cause });
  }
  const present = new Set([...best.keys()].map((code) => keys[code]));
  for (const [key, { finalTier, value }] of before) {
    if (present.has(key) || finalTier === null) continue;
    moves.push({ account: key, kind: "left", from: finalTier, to: null, value, cause: null });
  }
  return moves;
}

/** A tier that the rules no longer have is none that one could have risen or fallen from. */
export function kindOf(from: string | null, to: string | null, tiers: readonly string[]): Move["kind"] | null {
  if (from === null) return to === null ? null : "new";
  if (to === null) return "left";
  const [was, is] = [tiers.indexOf(from), tiers.indexOf(to)];
  if (was < 0) return "new";
  return is < was ? "up" : is > was ? "down" : "stable";
}

function summed(moves: readonly Move[], tiers: readonly string[], cap: number | null) {
  const counts = tiers.map(() => tiers.map(() => 0));
  const values = tiers.map(() => tiers.map(() => 0));
  const [entered, left] = [tiers.map(() => 0), tiers.map(() => 0)];
  const of = { stable: 0, up: 0, down: 0, new: 0, left: 0 };
  let leftUnknown = 0;
  for (const { kind, from, to, value } of moves) {
    of[kind]++;
    const [was, is] = [tiers.indexOf(from ?? ""), tiers.indexOf(to ?? "")];
    if (kind === "new")
      entered[is]!++; // it is in a tier of the rules
    else if (kind === "left") {
      if (was < 0) leftUnknown++;
      else left[was]!++; // likewise
    } else {
      counts[was]![is]!++; // likewise
      values[was]![is]! += value ?? 0; // likewise
    }
  }
  const both = of.stable + of.up + of.down;
  const part = (count: number, whole: number) => (whole === 0 ? null : count / whole);
  const churn = part(of.up + of.down + of.new + of.left, both + of.left);
  return {
    counts,
    values,
    entered,
    left,
    leftUnknown,
    upgradeRate: part(of.up, both),
    downgradeRate: part(of.down, both),
    stableRate: part(of.stable, both),
    entryRate: part(of.new, both + of.new),
    exitRate: part(of.left, both + of.left),
    churn,
    isOverChurn: cap !== null && churn !== null && churn > cap,
  };
}
