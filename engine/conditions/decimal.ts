/** The decimal that is meant: 20 times 1.1 is 22, not 22.000000000000004. */
export function decimal(value: number): number {
  return Number(value.toPrecision(15));
}
