import { isObject } from "../../../strings/conditionKinds";

/**
 * Parts of a score with one more. It gets what the weights lack to 100 (or to 1, where they are parts of one). Where they
 * lack nothing and all count the same, they share anew; else it counts as much as the others do on the average.
 */
export function withPart(parts: readonly unknown[], of: string): unknown[] {
  const weights = parts.map((part) => (isObject(part) && typeof part["weight"] === "number" ? part["weight"] : 0));
  const sum = rounded(weights.reduce((all, weight) => all + weight, 0));
  const whole = sum > 0 && sum <= 1 ? 1 : 100;
  if (sum < whole) return [...parts, { of, weight: rounded(whole - sum) }];
  const isEven = Math.max(...weights) - Math.min(...weights) <= whole / 99; // but for what cannot be shared
  if (sum > whole || !isEven) return [...parts, { of, weight: Number((sum / weights.length).toPrecision(2)) }];
  const count = parts.length + 1;
  const shareOf = (index: number) => rounded((whole * (Math.floor(100 / count) + (index < 100 % count ? 1 : 0))) / 100);
  const others = parts.map((part, index) => ({ ...(part as object), weight: shareOf(index) }));
  return [...others, { of, weight: shareOf(count - 1) }];
}

/** Without what binary fractions leave behind. */
function rounded(weight: number): number {
  return Number(weight.toPrecision(12));
}
