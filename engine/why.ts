import type { Reason } from "./conditions/registry";
import type { Explanation } from "./explain";
import type { Preset } from "./preset/schema";
import type { TopReason } from "./ladder/explainTop";
import type { Step } from "./steps";

/** Why a row has what is written beside it, as one sentence needs it: an explanation without the rungs that do not matter. */
export type Why =
  /** The row ought to name an account and does not. */
  | { readonly kind: "unrated" }
  /** null where it is an override that takes the account out. */
  | {
      readonly kind: "excluded";
      readonly label: string;
      readonly gate: WhyGate | null;
      readonly steps: readonly Step[];
    }
  | {
      readonly kind: "account";
      /** The tier that is written. */
      readonly label: string;
      /** null where only an override let the account in: then `gate` says what turned it away. */
      readonly tier: WhyRung | null;
      /** Only where the tier is decided by the segment. */
      readonly segment: WhyRung | null;
      readonly gate: WhyGate | null;
      readonly steps: readonly Step[];
    };

/** The rung that an account climbed to. */
export interface WhyRung {
  readonly label: string;
  /** null on the rung that is open to everybody. */
  readonly reason: WhyReason | null;
  /** On the open rung: the one above it, and why the account is not on that. */
  readonly missed: { readonly label: string; readonly reason: WhyReason } | null;
}

export interface WhyGate {
  readonly id: string;
  readonly reason: WhyReason;
}

/** A reason without the ranks and sums of a `top`, which change with every account beside this one. */
export type WhyReason =
  | Exclude<Reason, TopReason | { readonly kind: "all" | "any" | "not" }>
  | Omit<TopReason, "rank" | "sums" | "marginal">
  | { readonly kind: "all" | "any"; readonly holds: boolean; readonly parts: readonly WhyReason[] }
  | { readonly kind: "not"; readonly holds: boolean; readonly part: WhyReason };

type Explained = Extract<Explanation, { kind: "account" | "excluded" }>;

/** What a sentence needs of an explanation; null of rows that are no account and ought to name none. */
export function whyOf(explanation: Explanation, preset: Preset): Why | null {
  switch (explanation.kind) {
    case "unrated":
      return { kind: "unrated" };
    case "excluded": {
      const { label, steps } = explanation;
      return { kind: "excluded", label, gate: gateOf(explanation), steps };
    }
    case "account": {
      const tier = explanation.tier && rungOf(explanation.tier);
      const segment = tier && asksSegment(tier) && explanation.segment ? rungOf(explanation.segment) : null;
      const label = labelOf(explanation, preset);
      return { kind: "account", label, tier, segment, gate: gateOf(explanation), steps: explanation.steps };
    }
    default:
      return null;
  }
}

function labelOf({ steps, tier }: Extract<Explained, { kind: "account" }>, { tiers }: Preset): string {
  const last = steps.at(-1)?.to ?? tier?.rung;
  return tiers.rungs.find(({ id }) => id === last)?.label ?? "";
}

function gateOf({ gate }: Explained): WhyGate | null {
  return gate && { id: gate.id, reason: withoutRanks(gate.reason) };
}

function rungOf({ label, tried }: NonNullable<Extract<Explained, { kind: "account" }>["tier"]>): WhyRung {
  const reason = tried.at(-1)?.reason ?? null;
  const above = reason === null ? tried.at(-2) : undefined;
  const missed = above?.reason ? { label: above.label, reason: withoutRanks(above.reason) } : null;
  return { label, reason: reason && withoutRanks(reason), missed };
}

function withoutRanks(reason: Reason): WhyReason {
  switch (reason.kind) {
    case "top": {
      const { rank: _rank, sums: _sums, marginal: _marginal, ...kept } = reason;
      return kept;
    }
    case "all":
    case "any":
      return { ...reason, parts: reason.parts.map(withoutRanks) };
    case "not":
      return { ...reason, part: withoutRanks(reason.part) };
    default:
      return reason;
  }
}

function asksSegment({ reason, missed }: WhyRung): boolean {
  const deciding = reason ?? missed?.reason;
  return deciding !== undefined && asks(deciding);
}

function asks(reason: WhyReason): boolean {
  if ("parts" in reason) return reason.parts.some(asks);
  return "part" in reason ? asks(reason.part) : reason.measure === "segment";
}
