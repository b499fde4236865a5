import type { CurvePoint, CutCurve, CurveCut } from "../../../engine/index";

/** The number of a cut after which so many accounts (a part of one, too) would be above it. */
export function numberAt({ points, accounts }: CutCurve, { by }: Pick<CurveCut, "by">, position: number): number {
  const inside = Math.min(accounts, Math.max(0, position));
  switch (by) {
    case "count":
      return Math.round(inside);
    case "percent":
      return rounded(inside / accounts, 3);
    case "share":
      return rounded(
        between(points, inside, ({ share }) => share ?? 0),
        3,
      );
    case "value":
      return short(between(points, Math.max(1, inside), ({ value }) => value));
  }
}

/**
 * The number of a cut that is moved by steps, up for more accounts: by points of a share or a percentage, by single accounts,
 * or by a hundredth of the accounts.
 */
export function numberAfter(curve: CutCurve, cut: Pick<CurveCut, "by" | "at">, steps: number): number {
  const { by, at } = cut;
  if (by === "count") return Math.min(curve.accounts, Math.max(0, at + steps));
  if (by !== "value") return rounded(Math.min(1, Math.max(0, at + steps / 100)), 3);
  return numberAt(curve, cut, positionOf(curve, cut) + steps * Math.max(1, curve.accounts / 100));
}

/** After how many accounts a cut stands, as far as the points tell. */
export function positionOf({ points, accounts }: CutCurve, { by, at }: Pick<CurveCut, "by" | "at">): number {
  if (by === "count") return Math.min(accounts, at);
  if (by === "percent") return at * accounts;
  const isPast = (point: CurvePoint) =>
    by === "share" ? (point.share ?? 0) >= at : point.accounts > 0 && point.value < at;
  const index = points.findIndex(isPast);
  const after = index < 0 ? undefined : points[index];
  if (!after) return accounts;
  if (by === "value") return points[index - 1]?.accounts ?? 0;
  return after.accounts;
}

/** What stands at a number of accounts, on the line between the points around it. */
function between(points: readonly CurvePoint[], accounts: number, of: (point: CurvePoint) => number): number {
  const after = points.find((point) => point.accounts >= accounts) ?? points.at(-1);
  if (!after) return NaN;
  const before = points[points.indexOf(after) - 1] ?? after;
  const width = after.accounts - before.accounts;
  const part = width === 0 ? 1 : (accounts - before.accounts) / width;
  return of(before) + (of(after) - of(before)) * part;
}

function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}

/** Three digits are enough for a cut that somebody drags. */
function short(value: number): number {
  return Number(value.toPrecision(3));
}
