import { proposal, type CutProposal } from "./proposal";
import { usualShares } from "./shares";
import { naturalStarts, quantileStarts, shareStarts } from "./starts";
import { unitOf } from "./unit";

const MAX_CLASSES = 12; // as many as a preset has tiers

export interface CutOptions {
  /** How far values are apart, for natural breaks: by their ratio or by their difference. Default `log`, for money. */
  readonly scale?: "log" | "linear";
}

export interface SuggestedCuts {
  /** Natural breaks first, then quantiles, then shares; a method that finds no cut is left out. */
  readonly proposals: readonly CutProposal[];
  /** Values that the proposals are made of, and that their counts add up to. */
  readonly used: number;
  /** NaN or infinite: left out. */
  readonly missing: number;
  /** Zero or negative, which have no logarithm: left out with the scale `log`. They are under every cut. */
  readonly notPositive: number;
}

/**
 * Cuts that divide accounts by one number into so many classes, in three ways, all of the same accounts:
 *
 * - `natural`: the least squared deviation within classes, on the scale asked for.
 * - `quantile`: as many accounts in each, by type-7 quantiles; a value on one is above it.
 * - `share`: at the usual shares of the positive sum, 30 / 50 / 20 for three classes. The account that crosses a line is
 *   above it; values that are not positive are in the last class.
 *
 * Equal values are never parted, which can leave fewer classes than asked for. The order of the values does not matter.
 * Throws a RangeError unless `classes` is a whole number from 2 to 12.
 */
export function suggestCuts(values: Float64Array, classes: number, { scale = "log" }: CutOptions = {}): SuggestedCuts {
  if (!Number.isInteger(classes) || classes < 2 || classes > MAX_CLASSES)
    throw new RangeError(`Cuts are suggested for 2 to ${MAX_CLASSES} classes, not for ${classes}.`);
  const known = values.filter((value) => Number.isFinite(value));
  const sorted = (scale === "log" ? known.filter((value) => value > 0) : known).sort();
  const unit = unitOf(sorted);
  const scaled = sorted.map((value) => value * unit);
  const starts = {
    natural: naturalStarts(sorted, scale === "log" ? ratios(sorted) : differences(scaled), classes),
    quantile: quantileStarts(scaled, classes),
    share: shareStarts(scaled, usualShares(classes)),
  };
  return {
    proposals: (["natural", "quantile", "share"] as const)
      .map((method) => proposal(method, sorted, unit, starts[method], classes))
      .filter(({ cuts }) => cuts.length > 0),
    used: sorted.length,
    missing: values.length - known.length,
    notPositive: known.length - sorted.length,
  };
}

/** Logarithms of how many times the lowest of the ascending values each is. */
function ratios(sorted: Float64Array): Float64Array {
  const lowest = sorted[0] ?? NaN;
  return sorted.map((value) => {
    const ratio = value / lowest;
    return Number.isFinite(ratio) ? Math.log(ratio) : Math.log(value) - Math.log(lowest);
  });
}

/** How far above the lowest of the ascending values each is: near zero the squares keep their digits. */
function differences(scaled: Float64Array): Float64Array {
  const lowest = scaled[0] ?? NaN;
  return scaled.map((value) => value - lowest);
}
