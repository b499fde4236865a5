import { invalidArgument, refuse } from "../rules/refusal";

/** A whole number, or `fallback` when the argument is missing; refuses anything else. */
export function wholeNumber(value: unknown, fallback?: number): number {
  if ((value === null || value === undefined) && fallback !== undefined) return fallback;
  if (typeof value !== "number" || !Number.isInteger(value))
    return invalidArgument(`${String(value)} is not a whole number.`);
  return value;
}

export function text(value: unknown): string {
  return typeof value === "string" ? value : invalidArgument("A text is missing.");
}

export function truth(value: unknown, fallback?: boolean): boolean {
  if ((value === null || value === undefined) && fallback !== undefined) return fallback;
  return typeof value === "boolean" ? value : invalidArgument("True or false is missing.");
}

export function oneOf<T extends string>(value: unknown, allowed: readonly T[], fallback?: T): T {
  if ((value === null || value === undefined) && fallback !== undefined) return fallback;
  const found = allowed.find((choice) => choice === value);
  return found ?? invalidArgument(`${String(value)} is none of ${allowed.join(", ")}.`);
}

export function record(value: unknown): Record<string, unknown> {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  return isRecord ? (value as Record<string, unknown>) : invalidArgument("An object is missing.");
}

/** `#RRGGBB` or `RRGGBB`, given back in upper case with its `#`. Excel also takes names ("orange"); this host does not. */
export function color(value: unknown): string {
  const [, digits] = /^#?([0-9a-f]{6})$/i.exec(text(value)) ?? [];
  return digits === undefined
    ? refuse("NotImplemented", `${text(value)} is not of the form #RRGGBB.`)
    : `#${digits.toUpperCase()}`;
}
