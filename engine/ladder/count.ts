export type Rounding = "ceil" | "floor" | "nearest";

/** A percentage of n is meant in decimals: 7 % of 100 is 7, though 0.07 * 100 is a hair above it. */
const HAIR = 1e-9;

/** How many accounts the top `fraction` of `n` are. `nearest` takes halves up. */
export function countInPercent(n: number, fraction: number, rounding: Rounding): number {
  const exact = fraction * n;
  switch (rounding) {
    case "ceil":
      return Math.min(n, Math.max(0, Math.ceil(exact - HAIR)));
    case "floor":
      return Math.floor(exact + HAIR);
    case "nearest":
      return Math.floor(exact + 0.5 + HAIR);
  }
}
