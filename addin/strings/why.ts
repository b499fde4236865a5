import type { Why, WhyRung } from "../../engine/index";
import type { Names } from "./names";
import { plain } from "./plain";
import { reasonPhrase } from "./reasonPhrase";
import { stepSentence } from "./whySteps";

/** The sentence of a row, at most this long; a cell holds more, nobody reads it. */
const MOST_CHARACTERS = 1000;

/** Why a row has what stands beside it, in words for a colleague. The same for a cell of the Why column and for one that is asked about. */
export function whySentence(why: Why, names: Names): string {
  return cut(sentences(why, names).join(" "));
}

function sentences(why: Why, names: Names): string[] {
  if (why.kind === "unrated") return ["The row names no account."];
  const steps = why.steps.map((step) => stepSentence(step, names));
  if (why.kind === "excluded") {
    const gate = why.gate ? [`${plain(why.label)}: ${reasonPhrase(why.gate.reason, names)}.`] : [];
    return gate.length + steps.length > 0 ? [...gate, ...steps] : [`${plain(why.label)}.`];
  }
  if (!why.tier) {
    const gate = why.gate ? ` although ${reasonPhrase(why.gate.reason, names)}` : "";
    return [`${why.label}${gate}.`, ...steps];
  }
  const since = why.segment ? ` (${rungPhrase(why.segment, names)})` : "";
  const climbed = `${why.tier.label}: ${rungPhrase(why.tier, names)}${since}.`;
  return why.tier.label === why.label ? [climbed, ...steps] : [`${why.label}. By the rules`, climbed, ...steps];
}

function rungPhrase({ reason, missed }: WhyRung, names: Names): string {
  if (reason) return reasonPhrase(reason, names);
  return missed ? `not ${missed.label}, since ${reasonPhrase(missed.reason, names)}` : "open to every account";
}

function cut(text: string): string {
  const characters = text.length > MOST_CHARACTERS ? [...text] : [];
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS - 1).join("")}…` : text;
}
