import type { Seats } from "../../engine/index";
import { count, things } from "./format";

export const WHAT_IF = {
  name: "Compared with the saved rules",
  movers: "Accounts that the changed rules move",
  joinedOtherwise: "The changed rules join rows to accounts in another way, so accounts cannot be compared one by one.",
} as const;

/** "Compared with the saved rules: 12 accounts move". */
export function whatIfSentence(moved: number): string {
  if (moved === 0) return `${WHAT_IF.name}: no account moves`;
  return `${WHAT_IF.name}: ${things(moved, "account")} ${moved === 1 ? "moves" : "move"}`;
}

/** "Tier 2 → Tier 1". */
export function fromTo(from: string, to: string): string {
  return `${from} → ${to}`;
}

/** "14 → 22", or "22" where it was that before or nobody knows. */
export function countFrom(before: number | undefined, now: number): string {
  return before === undefined || before === now ? count(now) : fromTo(count(before), count(now));
}

/** "Seats: 12 of 10–20", and whether that is too few or too many. */
export function seatsSentence({ used, min, max }: Seats): string {
  const seats = max === null ? (min === null ? null : `at least ${count(min)}`) : span(min, max);
  const taken = seats === null ? `Seats: ${count(used)}` : `Seats: ${count(used)} of ${seats}`;
  if (max !== null && used > max) return `${taken}, ${count(used - max)} over`;
  return min !== null && used < min ? `${taken}, ${count(min - used)} below` : taken;
}

function span(min: number | null, max: number): string {
  return min === null || min === max ? count(max) : `${count(min)}–${count(max)}`;
}
