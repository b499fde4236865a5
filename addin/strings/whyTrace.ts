import type { Climb, Explanation, Preset, Reason, Step } from "../../engine/index";
import { count, rounded } from "./format";
import type { Names } from "./names";
import { reasonPhrase } from "./reasonPhrase";
import { stepSentence } from "./whySteps";

/** One thing that was tried of an account: a gate, a rung, a stage after them. */
export interface Tried {
  /** What it is called: "Tier 1", "Steadiness". */
  readonly name: string;
  /** How it came out, in a word. */
  readonly verdict: string;
  /** Whether it held; null where that is no question. */
  readonly holds: boolean | null;
  readonly facts: readonly Fact[];
}

export interface Fact {
  readonly text: string;
  /** Whether it is as the rules ask; null of a sentence that only says something. */
  readonly holds: boolean | null;
  /** What it is put together from. */
  readonly parts: readonly Fact[];
}

/** Everything of one kind that was tried, in order. */
export interface TraceGroup {
  readonly title: string;
  readonly tried: readonly Tried[];
}

const TITLES = { gates: "Gates", segments: "Segments", tiers: "Tiers", after: "After the rungs" } as const;

/** The words for what held and what did not: they say it without a colour. */
export const VERDICTS = {
  passed: "Passed",
  failed: "Failed",
  yes: "Yes",
  no: "No",
  open: "Open to all",
  heldDown: "Holds it down",
  noEffect: "Does not hold it down",
} as const;

/** How an account came to its tier, step by step. Empty groups are left out. */
export function traceOf(
  explanation: Extract<Explanation, { kind: "account" | "excluded" }>,
  preset: Preset,
  names: Names,
): TraceGroup[] {
  const climbs = explanation.kind === "account" ? explanation : { segment: null, tier: null };
  const groups = [
    { title: TITLES.gates, tried: gatesTried(explanation, preset, names) },
    { title: TITLES.segments, tried: rungsTried(climbs.segment, names) },
    { title: TITLES.tiers, tried: rungsTried(climbs.tier, names) },
    { title: TITLES.after, tried: explanation.steps.map((step) => stageTried(step, names)) },
  ];
  return groups.filter(({ tried }) => tried.length > 0);
}

/** Gates up to the one that turned the account away. */
function gatesTried(
  { gate: failed, steps }: Extract<Explanation, { kind: "account" | "excluded" }>,
  { gates }: Preset,
  names: Names,
): Tried[] {
  const last = gates.findIndex(({ id }) => id === failed?.id);
  return gates.slice(0, last < 0 ? gates.length : last + 1).map((gate): Tried => {
    const name = names.gate(gate.id);
    if (failed?.id === gate.id) {
      return { name, verdict: VERDICTS.failed, holds: false, facts: factsOf(failed.reason, names) };
    }
    if ("exclude" in gate.else) return { name, verdict: VERDICTS.passed, holds: true, facts: [] };
    const isHeld = steps.some((step) => step.stage === "ceiling" && step.gate === gate.id);
    return { name, verdict: isHeld ? VERDICTS.heldDown : VERDICTS.noEffect, holds: !isHeld, facts: [] };
  });
}

function rungsTried(climb: Climb | null, names: Names): Tried[] {
  return (climb?.tried ?? []).map(({ label, reason }) => {
    if (!reason) return { name: label, verdict: VERDICTS.open, holds: true, facts: [] };
    const verdict = reason.holds ? VERDICTS.yes : VERDICTS.no;
    return { name: label, verdict, holds: reason.holds, facts: factsOf(reason, names) };
  });
}

const STAGES: Record<Step["stage"], string> = {
  steadiness: "Steadiness",
  bumps: "Bump",
  ceiling: "Ceiling",
  capacity: "Seats",
  override: "Override",
};

function stageTried(step: Step, names: Names): Tried {
  const [from, to] = [names.tier(step.from), names.tier(step.to)];
  const verdict = step.from === step.to ? `Stays in ${to}` : `${from} → ${to}`;
  return {
    name: STAGES[step.stage],
    verdict,
    holds: null,
    facts: [{ text: stepSentence(step, names), holds: null, parts: [] }],
  };
}

/** A condition taken apart, each part with its own numbers. What all has to hold stands side by side. */
function factsOf(reason: Reason, names: Names): Fact[] {
  if (reason.kind === "all") return reason.parts.flatMap((part) => factsOf(part, names));
  if (reason.kind === "any" && reason.parts.length > 1) {
    const parts = reason.parts.map((part) => factOf(part, names));
    return [{ text: "One of these is enough", holds: reason.holds, parts }];
  }
  if (reason.kind === "any") return reason.parts.flatMap((part) => factsOf(part, names));
  return [{ text: `${reasonPhrase(reason, names)}${rankPhrase(reason, names)}`, holds: reason.holds, parts: [] }];
}

/** The same as one fact. */
function factOf(reason: Reason, names: Names): Fact {
  const facts = factsOf(reason, names);
  const [first] = facts;
  return first && facts.length === 1 ? first : { text: "All of these", holds: reason.holds, parts: facts };
}

/** Where a `top` has the account stand: " (rank 2 of 4, the first 1 are in; …)". */
function rankPhrase(reason: Reason, names: Names): string {
  if (reason.kind !== "top") return "";
  const { rank, sums, marginal, measure } = reason;
  const parts = [
    rank && `rank ${count(rank.rank)} of ${count(rank.of)}, the first ${count(rank.in)} in`,
    sums && `${part(sums.before, sums.total)} of the sum before it, ${part(sums.after, sums.total)} with it`,
    marginal !== null && `the last one inside has ${names.value(measure, marginal)}`,
  ].filter((part) => typeof part === "string");
  return parts.length > 0 ? ` (${parts.join("; ")})` : "";
}

function part(of: number, total: number): string {
  return `${rounded((100 * of) / total)} %`;
}
