/**
 * Numbers without rounding: fractions of big integers.
 *
 * Every double is such a fraction, and so is every decimal that a person writes. The two differ: 0.1 as a double is a
 * little more than a tenth, as a cut it means a tenth.
 */
export interface Exact {
  readonly over: bigint;
  /** Always positive. */
  readonly under: bigint;
}

export const ZERO: Exact = { over: 0n, under: 1n };
export const ONE: Exact = { over: 1n, under: 1n };

/** The value that a double holds, to the last bit. */
export function fromDouble(value: number): Exact {
  if (!Number.isFinite(value)) throw new Error(`Not a number: ${value}`);
  let under = 1n;
  let rest = value;
  while (!Number.isInteger(rest)) {
    rest *= 2; // a power of two more costs no bit, as long as nothing overflows, and a fraction is far from that
    under *= 2n;
  }
  return { over: BigInt(rest), under };
}

/** The decimal that a number is written as: 0.1 is a tenth. */
export function fromDecimal(value: number): Exact {
  const [digits = "0", power = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = digits.split(".");
  return times({ over: BigInt(whole + fraction), under: 1n }, powerOfTen(Number(power) - fraction.length));
}

function powerOfTen(power: number): Exact {
  const size = 10n ** BigInt(Math.abs(power));
  return power < 0 ? { over: 1n, under: size } : { over: size, under: 1n };
}

export function plus(a: Exact, b: Exact): Exact {
  if (a.under === b.under) return { over: a.over + b.over, under: a.under };
  return simple(a.over * b.under + b.over * a.under, a.under * b.under);
}
export const minus = (a: Exact, b: Exact): Exact => plus(a, { over: -b.over, under: b.under });
export const times = (a: Exact, b: Exact): Exact => simple(a.over * b.over, a.under * b.under);
export const sumOf = (values: readonly Exact[]): Exact => values.reduce(plus, ZERO);
export const sign = (a: Exact): number => (a.over > 0n ? 1 : a.over < 0n ? -1 : 0);
/** Below zero where a is less than b, zero where they are equal. */
export function compare(a: Exact, b: Exact): number {
  const [left, right] = [a.over * b.under, b.over * a.under];
  return left > right ? 1 : left < right ? -1 : 0;
}

export function divided(a: Exact, b: Exact): Exact {
  if (b.over === 0n) throw new Error("Divided by zero");
  return b.over > 0n ? simple(a.over * b.under, a.under * b.over) : simple(-a.over * b.under, -a.under * b.over);
}

export function floor(a: Exact): bigint {
  const whole = a.over / a.under; // towards zero
  return a.over < 0n && whole * a.under !== a.over ? whole - 1n : whole;
}

export const ceil = (a: Exact): bigint => -floor({ over: -a.over, under: a.under });

/**
 * To so many decimals, a half away from zero, as Excel's ROUND. What a double can hold of a decimal misses a half by its
 * last bits, and counts as the half.
 */
export function roundTo(a: Exact, decimals: number): Exact {
  const size = fromBig(10n ** BigInt(decimals));
  const scaled = times(times(a, fromBig(BigInt(sign(a)))), size);
  const magnitude = floor(plus(plus(scaled, times(scaled, LAST_BITS)), HALF));
  return divided(fromBig(magnitude * BigInt(sign(a))), size);
}

const LAST_BITS: Exact = { over: 1n, under: 10n ** 14n };
const HALF: Exact = { over: 1n, under: 2n };

export const fromBig = (whole: bigint): Exact => ({ over: whole, under: 1n });

/** The nearest double. */
export function toDouble({ over, under }: Exact): number {
  if (over === 0n) return 0;
  const size = over < 0n ? -over : over;
  // 80 bits of the quotient are more than a double holds; the last of them says whether anything was left.
  const shift = 80 - (size.toString(2).length - under.toString(2).length);
  const scaled = shift >= 0 ? size << BigInt(shift) : size;
  const divisor = shift >= 0 ? under : under << BigInt(-shift);
  let quotient = scaled / divisor;
  if (quotient * divisor !== scaled) quotient |= 1n;
  const half = Math.trunc(shift / 2);
  const magnitude = Number(quotient) * 2 ** -half * 2 ** -(shift - half);
  return over < 0n ? -magnitude : magnitude;
}

function simple(over: bigint, under: bigint): Exact {
  let a = over < 0n ? -over : over;
  let b = under;
  while (b !== 0n) [a, b] = [b, a % b];
  return a > 1n ? { over: over / a, under: under / a } : { over, under };
}
