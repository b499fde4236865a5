import type { Step } from "../../engine/index";
import type { Names } from "./names";
import { number, plain } from "./plain";
import { reasonPhrase } from "./reasonPhrase";

/** What one stage did to an account, in a sentence. */
export function stepSentence(step: Step, names: Names): string {
  const to = names.tier(step.to);
  switch (step.stage) {
    case "steadiness":
      return steadinessSentence(step, names);
    case "bumps": {
      const why = step.rules.map(({ reason }) => plain(reason)).join(", ");
      if (step.kind === "moved") return `Moved ${step.move > 0 ? "up" : "down"} to ${to}: ${why}.`;
      if (step.kind === "no-budget") return `Not moved for ${why}: others come first.`;
      return `Not moved for ${why}: there is no tier beyond.`;
    }
    case "ceiling":
      return `Held down to ${to} by the gate ${names.gate(step.gate)}: ${reasonPhrase(step.reason, names)}.`;
    case "capacity": {
      if (step.kind === "incumbent") return `Keeps the seat in ${to} that it had before.`;
      const full = step.refusals.map(
        ({ tier, rank, seats }) =>
          `${names.tier(tier)} is over capacity (rank ${number(rank)} of ${number(seats)} seats)`,
      );
      return `${full.join("; ")}.`;
    }
    case "override":
      return step.overrides.map((override) => overrideSentence(override, names)).join(" ");
  }
}

function steadinessSentence(step: Extract<Step, { stage: "steadiness" }>, names: Names): string {
  const previous = names.tier(step.previous);
  const since = step.reason ? `: ${reasonPhrase(step.reason, names)}` : "";
  switch (step.kind) {
    case "in-band":
      return `Held in ${names.tier(step.to)}, within the band${since}.`;
    case "failing":
      return `Held in ${names.tier(step.to)}, failed ${step.failures} of ${step.reviews}${since}.`;
    case "ended":
      return `No longer held in ${previous}, failed ${step.failures} of ${step.reviews}${since}.`;
    case "max-step":
      return `From ${previous} no farther than ${names.tier(step.to)} in one review.`;
  }
}

type Override = Extract<Step, { stage: "override" }>["overrides"][number];

const KINDS = { exact: "Put into", floor: "Not below", ceiling: "Not above" } as const;

function overrideSentence({ kind, tier, reason, by, until }: Override, names: Names): string {
  const what = kind === "exclude" ? "Taken out" : `${KINDS[kind]} ${names.tier(tier ?? null)}`;
  const who = by ? ` by ${plain(by)}` : "";
  const end = until ? ` until ${names.day(until)}` : "";
  return `${what}${who}${end}${reason ? `: ${plain(reason)}` : ""}.`;
}
