/** As a file spells it, as Excel's API does. */
export const OPERATORS = [
  ["equal", "EqualTo"],
  ["notEqual", "NotEqualTo"],
  ["greaterThan", "GreaterThan"],
  ["greaterThanOrEqual", "GreaterThanOrEqual"],
  ["lessThan", "LessThan"],
  ["lessThanOrEqual", "LessThanOrEqual"],
  ["between", "Between"],
  ["notBetween", "NotBetween"],
] as const;

export const ICON_SETS = [
  ["3Arrows", "ThreeArrows"],
  ["3ArrowsGray", "ThreeArrowsGray"],
  ["3Flags", "ThreeFlags"],
  ["3TrafficLights1", "ThreeTrafficLights1"],
  ["3TrafficLights2", "ThreeTrafficLights2"],
  ["3Signs", "ThreeSigns"],
  ["3Symbols", "ThreeSymbols"],
  ["3Symbols2", "ThreeSymbols2"],
  ["4Arrows", "FourArrows"],
  ["4ArrowsGray", "FourArrowsGray"],
  ["4RedToBlack", "FourRedToBlack"],
  ["4Rating", "FourRating"],
  ["4TrafficLights", "FourTrafficLights"],
  ["5Arrows", "FiveArrows"],
  ["5ArrowsGray", "FiveArrowsGray"],
  ["5Rating", "FiveRating"],
  ["5Quarters", "FiveQuarters"],
] as const;

/** Excel's own steps of an icon set, in percent: 0, 33, 67 for three icons. */
export function iconStep(at: number, count: number): number {
  return Math.round((at * 100) / count);
}
