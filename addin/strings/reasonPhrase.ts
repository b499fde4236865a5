import type { WhyReason } from "../../engine/index";
import type { Names } from "./names";
import { number } from "./plain";

/** The facts that decided, as a part of a sentence. */
export function reasonPhrase(reason: WhyReason, names: Names): string {
  switch (reason.kind) {
    case "all":
    case "any":
      return decisive(reason)
        .map((part) => reasonPhrase(part, names))
        .join(" and ");
    case "not":
      return reasonPhrase(reason.part, names);
    case "blank":
      return `${names.measure(reason.measure)} is ${reason.wanted === reason.holds ? "blank" : "filled"}`;
    case "unreadable":
      return `${names.measure(reason.measure)} is ${reason.wanted === reason.holds ? "unreadable" : "readable"}`;
    default:
      return comparedPhrase(reason, names);
  }
}

/**
 * The parts that have decided: those that came out as the whole did. Where the whole does not hold, one of each list that all
 * had to hold is enough, and one about each measure.
 */
function decisive(reason: Extract<WhyReason, { readonly parts: unknown }>): WhyReason[] {
  const same = reason.parts.filter(({ holds }) => holds === reason.holds);
  if (reason.holds) return same;
  if (reason.kind === "all") return same.slice(0, 1);
  const told = new Set<string>();
  return same.flatMap((part) => {
    const simple = "parts" in part ? decisive(part) : [part];
    return simple.filter((each) => {
      const about = "measure" in each ? each.measure : JSON.stringify(each);
      const isNew = !told.has(about);
      told.add(about);
      return isNew;
    });
  });
}

type Compared = Exclude<WhyReason, { kind: "all" | "any" | "not" | "blank" | "unreadable" }>;

function comparedPhrase(reason: Compared, names: Names): string {
  const { measure, value, holds } = reason;
  const name = names.measure(measure);
  if (value === null) return `${name} is missing`;
  const of = (each: string | number) => names.value(measure, each);
  switch (reason.kind) {
    case "compare":
      return `${name} ${of(value)} is ${STANDS[holds ? reason.operator : OPPOSITE[reason.operator]]} ${of(reason.cut)}`;
    case "between":
      return `${name} ${of(value)} is ${holds ? "" : "not "}from ${of(reason.from)} to under ${of(reason.under)}`;
    case "top":
      return topPhrase(reason, `${name} ${of(value)}`);
    case "is":
      return holds ? `${name} is ${of(value)}` : `${name} is ${of(value)}, not ${oneOf(reason.words.map(of))}`;
    case "contains":
      return `${name} ${of(value)} ${holds ? "has" : "has not"} ${oneOf(reason.words.map(of))} in it`;
    case "startsWith":
      return `${name} ${of(value)} ${holds ? "begins" : "does not begin"} with ${oneOf(reason.words.map(of))}`;
  }
}

const STANDS = {
  ...{ ">=": "at least", ">": "over", "<=": "at most", "<": "under", "=": "just", "!=": "other than" },
} as const;
const OPPOSITE = { ">=": "<", ">": "<=", "<=": ">", "<": ">=", "=": "!=", "!=": "=" } as const;

function topPhrase({ holds, target, standing }: Extract<WhyReason, { kind: "top" }>, what: string): string {
  const { by, of } = target;
  const top =
    by === "count" ? `the first ${number(of)}` : `the top ${number(of * 100)} %${by === "share" ? " of the sum" : ""}`;
  if (standing === "not-positive") return `${what} is not positive`;
  if (standing === "outside") return holds ? `${what} reaches ${top}` : `${what} does not reach ${top}`;
  return holds ? `${what} is in ${top}` : `${what} is not in ${top}`;
}

const MOST_WORDS = 3;

function oneOf(words: readonly string[]): string {
  const more = words.length - MOST_WORDS;
  return more > 0 ? `${words.slice(0, MOST_WORDS).join(", ")} or ${more} more` : words.join(" or ");
}
