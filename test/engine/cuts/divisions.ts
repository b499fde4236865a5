/** All ways to cut a list into so many runs, none of them empty: where each run begins. */
export function* divisions(size: number, classes: number): Generator<number[]> {
  if (classes === 1) return yield [0];
  for (let first = classes - 1; first < size; first++)
    for (const below of divisions(first, classes - 1)) yield [...below, first];
}

/** A fraction of whole numbers, which may be of any size. */
type Fraction = readonly [over: bigint, under: bigint];

export const isLess = ([a, b]: Fraction, [c, d]: Fraction) => a * d < c * b;
export const ratio = ([a, b]: Fraction, [c, d]: Fraction) => Number((a * d * 10n ** 15n) / (b * c)) / 1e15;

/** Sum of squared deviations from the means of the runs, as the definition has it. */
export function squaresOf(values: readonly bigint[], starts: readonly number[]): Fraction {
  const runs = starts.map((start, i) => values.slice(start, starts[i + 1]));
  return runs.reduce<Fraction>(
    ([over, under], run) => {
      const size = BigInt(run.length);
      const sum = run.reduce((total, value) => total + value, 0n);
      const squares = run.reduce((total, value) => total + (size * value - sum) ** 2n, 0n); // times size squared
      return [over * size * size + squares * under, under * size * size];
    },
    [0n, 1n],
  );
}
