/**
 * The number with the fewest significant digits that is over `below` and not over `lowest`, so that a cut there parts the
 * same values. Of several it is the one nearest to the middle of the gap; zero is the roundest of all.
 */
export function roundest(below: number, lowest: number): number {
  if (below < 0 && lowest >= 0) return 0;
  const middle = below / 2 + lowest / 2; // their sum may be too large for a number
  for (let digits = 1; digits < 17; digits++) {
    // If any number of so many digits is in the gap, the one nearest to the middle is, or, where it is the end, `lowest`.
    const nearest = Number(middle.toPrecision(digits));
    if (nearest > below && nearest <= lowest) return nearest;
    if (Number(lowest.toPrecision(digits)) === lowest) return lowest;
  }
  return lowest;
}
