import type { Step } from "./steps";
import type { Why, WhyGate, WhyReason, WhyRung } from "./why";

/** A number or a text of the account itself, not of the rules. */
export type Figure = string | number;

/** What stands for a figure where only the shape matters. */
export function blank(figure: Figure): Figure {
  return typeof figure === "number" ? 0 : "";
}

/**
 * The same with each figure replaced, in a fixed order: the tier, the segment, the gate, the steps. Missing values stay:
 * that something is missing is part of what is said.
 */
export function withFigures(why: Why, replace: (figure: Figure) => Figure): Why {
  if (why.kind === "unrated") return why;
  const gate = (given: WhyGate | null) => given && { ...given, reason: ofReason(given.reason, replace) };
  if (why.kind === "excluded") {
    return { ...why, gate: gate(why.gate), steps: why.steps.map((step) => ofStep(step, replace)) };
  }
  return {
    ...why,
    tier: why.tier && ofRung(why.tier, replace),
    segment: why.segment && ofRung(why.segment, replace),
    gate: gate(why.gate),
    steps: why.steps.map((step) => ofStep(step, replace)),
  };
}

function ofRung({ label, reason, missed }: WhyRung, replace: (figure: Figure) => Figure): WhyRung {
  return {
    label,
    reason: reason && ofReason(reason, replace),
    missed: missed && { ...missed, reason: ofReason(missed.reason, replace) },
  };
}

function ofReason<Given extends WhyReason>(reason: Given, replace: (figure: Figure) => Figure): Given {
  if ("parts" in reason) return { ...reason, parts: reason.parts.map((part) => ofReason(part, replace)) };
  if ("part" in reason) return { ...reason, part: ofReason(reason.part, replace) };
  if (!("value" in reason) || reason.value === null) return reason;
  return { ...reason, value: replace(reason.value) };
}

/** The same of one step. */
export function ofStep(step: Step, replace: (figure: Figure) => Figure): Step {
  switch (step.stage) {
    case "steadiness":
      return { ...step, reason: step.reason && ofReason(step.reason, replace) };
    case "ceiling":
      return { ...step, reason: ofReason(step.reason, replace) };
    case "capacity":
      return { ...step, refusals: step.refusals.map((each) => ({ ...each, rank: Number(replace(each.rank)) })) };
    default:
      return step;
  }
}
