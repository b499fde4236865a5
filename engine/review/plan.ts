import { ExactSum } from "../ladder/sum";
import type { Run } from "../run";
import type { Seats } from "../stages/capacity";
import { accountValues } from "./accountValues";
import { less, part, sumOf, totalOf } from "./known";
import { loudest, type Loudest } from "./loudest";
import { pipelineOf } from "./pipeline";
import { revenuePlan, type RevenuePlan } from "./revenuePlan";

export interface PlanOptions {
  /** Hours of a month that there are: in all, or by the id of the tier; what the plays say where absent. */
  readonly hoursAvailable?: number | ReadonlyMap<string, number>;
  /**
   * What is in the pipeline: the id of a number of the rules, or one number for each row below the header (NaN is none); the
   * field `pipeline` where absent.
   */
  readonly pipeline?: string | Float64Array;
  /** The id of a number of the rules that tells how much work an account makes; the field `tickets` where absent. */
  readonly effort?: string;
}

/** What a tiering costs, and what it should bring. */
export interface Plan {
  /** Best first. */
  readonly tiers: readonly TierPlan[];
  readonly total: PlanTotal;
  /** Accounts that make much work and bring little; null where no number tells the work. */
  readonly loudest: Loudest | null;
}

export interface TierPlan extends Planned {
  readonly id: string;
  readonly label: string;
  /** Hours for one account in a month; null where the play does not say. */
  readonly hoursPerAccount: number | null;
  /** null where the tier has no seats to count. */
  readonly seats: Seats | null;
  /** Its part of the hours needed in all tiers that say; null where it says none, or nobody needs any. */
  readonly effortShare: number | null;
  /** Its part of the positive value of all tiers; null where nothing is positive. */
  readonly valueShare: number | null;
  /** Effort share over value share: at 2 it takes twice the part of the work that it is of the value; null where either is unknown or the value is nothing. */
  readonly effortPerValue: number | null;
}

export interface PlanTotal extends Planned {
  /** Ids of tiers that have accounts and whose play does not say the hours: `hoursNeeded` is without them. */
  readonly withoutHours: readonly string[];
}

interface Planned {
  readonly accounts: number;
  /** Net sum; negatives count. */
  readonly value: number;
  /** In a month, accounts times hours of one; null where no play says. */
  readonly hoursNeeded: number | null;
  /** null where not told. */
  readonly hoursAvailable: number | null;
  /** Available less needed: negative where there are too few; null where either is unknown. */
  readonly hoursSpare: number | null;
  readonly revenue: RevenuePlan;
}

/**
 * The plan of a tiering: hours by the play of each tier, revenue and pipeline by its targets. What is expected of all tiers
 * is the sum of what is expected of each.
 *
 * Throws a ReferenceError or a TypeError where an id is none of the rules or not that of a number, a RangeError where a
 * column is not one number per row.
 */
export function plan(run: Run, { hoursAvailable, pipeline, effort }: PlanOptions = {}): Plan {
  const { preset, stats } = run;
  const there = pipelineOf(run, pipeline);
  const positive = positiveSums(run);
  const positiveTotal = sumOf(positive);
  const hours = preset.tiers.rungs.map(({ play }, tier) => {
    const perAccount = play?.hoursPerAccountMonth ?? null;
    return perAccount === null ? null : perAccount * (stats.tiers[tier]?.count ?? 0);
  });
  const hoursTotal = totalOf(hours);
  const tiers = stats.tiers.map(({ id, label, count, sum, seats }, tier): TierPlan => {
    const { play, targets = {} } = preset.tiers.rungs[tier] ?? {};
    const needed = hours[tier] ?? null;
    const told = typeof hoursAvailable === "object" ? hoursAvailable.get(id) : undefined;
    const available = told ?? play?.hoursAvailableMonth ?? null;
    const effortShare = part(needed, hoursTotal);
    const valueShare = part(positive[tier] ?? 0, positiveTotal);
    return {
      id,
      label,
      accounts: count,
      value: sum,
      seats,
      hoursPerAccount: play?.hoursPerAccountMonth ?? null,
      hoursNeeded: needed,
      hoursAvailable: available,
      hoursSpare: less(available, needed),
      revenue: revenuePlan(sum, targets, there?.[tier] ?? null),
      effortShare,
      valueShare,
      effortPerValue: part(effortShare, valueShare),
    };
  });
  const available = typeof hoursAvailable === "number" ? hoursAvailable : totalOf(tiers.map((tier) => tier.hoursAvailable)); // prettier-ignore
  return { tiers, total: totalPlan(tiers, hoursTotal, available), loudest: loudest(run, effort) };
}

function totalPlan(tiers: readonly TierPlan[], hoursNeeded: number | null, hoursAvailable: number | null): PlanTotal {
  const [target, needed, there] = (["target", "pipelineNeeded", "pipeline"] as const).map((key) =>
    totalOf(tiers.map(({ revenue }) => revenue[key])),
  );
  const [expected, value] = [sumOf(tiers.map(({ revenue }) => revenue.expected)), sumOf(tiers.map((tier) => tier.value))]; // prettier-ignore
  const aimed = tiers.filter(({ revenue }) => revenue.target !== null);
  return {
    accounts: sumOf(tiers.map(({ accounts }) => accounts)),
    value,
    hoursNeeded,
    hoursAvailable,
    hoursSpare: less(hoursAvailable, hoursNeeded),
    withoutHours: tiers.filter((tier) => tier.accounts > 0 && tier.hoursPerAccount === null).map(({ id }) => id),
    revenue: {
      expected,
      target: target ?? null,
      variance: aimed.length === 0 ? null : sumOf(aimed.map(({ revenue }) => revenue.variance ?? 0)),
      pipelineNeeded: needed ?? null,
      pipeline: there ?? null,
      pipelineVariance: totalOf(tiers.map(({ revenue }) => revenue.pipelineVariance)),
    },
  };
}

/** Positive values by tier. */
function positiveSums(run: Run): number[] {
  const sums = run.preset.tiers.rungs.map(() => new ExactSum());
  const values = accountValues(run);
  run.decision.final.forEach((tier, account) => {
    const value = values[account] ?? NaN;
    if (value > 0) sums[tier]?.add(value); // none for -1
  });
  return sums.map(({ total }) => total);
}
