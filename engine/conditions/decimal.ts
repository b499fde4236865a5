/** The decimal that is meant: 20 times 1.1 is 22, not 22.000000000000004. */
export function decimal(value: number): number {
  return Number(value.toPrecision(15));
}

/** A cut moved by so much: the decimal that is meant, and the cut as it was, to its last digit, where nothing moves it. */
export function movedCut(cut: number, by: number): number {
  return by === 0 ? cut : decimal(cut + by);
}
