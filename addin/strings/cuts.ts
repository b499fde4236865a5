import type { CurveCut, CutMethod, CutProposal } from "../../engine/index";
import { count, list, percent, things } from "./format";
import { number } from "./plain";

/** What is said of cuts: the curve, suggestions, and holding them. */
export const CUTS = {
  curve: "Revenue curve",
  cutsOf: "Cuts of",
  tiers: "Tiers",
  segments: "Segments",
  curveHint:
    "Accounts from the best to the last, and the part of the sum that they hold together. Drag a cut, or move it with the arrow keys.",
  table: "Cuts as a table",
  class: "Class",
  cut: "Cut",
  accountsAbove: "Accounts",
  shareAbove: "Share",
  suggest: "Suggest cuts",
  noCuts: "No class of these is cut off by a number.",
  use: "Use",
  hold: "Hold these cuts",
  holdHint:
    "Each top share, percentage or number becomes the value that it comes to now, so that a later review moves nobody because others changed.",
  alreadyHeld: "Every cut is a value already.",
} as const;

/** "Key: top 30 % of Value, 12 accounts". */
export function cutSentence(
  label: string,
  cut: Pick<CurveCut, "by" | "at" | "accounts" | "isPartial">,
  measure: string,
): string {
  return `${label}${cut.isPartial ? ", among others" : ""}: ${cutText(cut, measure)}, ${things(cut.accounts, "account")}`;
}

/** "top 30 % of Value", "top 20 accounts by Value", "Value from 1,200". */
export function cutText({ by, at }: Pick<CurveCut, "by" | "at">, measure: string): string {
  switch (by) {
    case "share":
      return `top ${percent(at)} of ${measure}`;
    case "percent":
      return `top ${percent(at)} of accounts by ${measure}`;
    case "count":
      return `top ${things(at, "account")} by ${measure}`;
    case "value":
      return `${measure} from ${number(at)}`;
  }
}

export function curveSentence(accounts: number, measure: string): string {
  return `${measure} of ${things(accounts, "account")}`;
}

const METHODS: Record<CutMethod, string> = {
  natural: "Natural breaks",
  quantile: "As many accounts in each",
  share: "Usual shares",
};

export function methodName(method: CutMethod): string {
  return METHODS[method];
}

/** "12, 61 and 380 accounts; cuts at 90,000 and 20,000". */
export function proposalSentence({ classes, cuts }: Pick<CutProposal, "classes" | "cuts">): string {
  const counts = list(classes.map((each) => count(each.count)));
  const at = list(cuts.map(({ rounded }) => number(rounded)));
  return `${counts} accounts; cut at ${at}`;
}

/** Why a suggestion with fewer classes than there are cannot be taken. */
export function shortSentence(classes: number): string {
  return `Equal values leave only ${things(classes, "class", "classes")}.`;
}

/** What changes where a cut that is held ran through equal values. */
export function splitSentence(splits: readonly { readonly inside: number; readonly outside: number }[]): string {
  const joined = splits.reduce((sum, { outside }) => sum + outside, 0);
  if (joined === 0) return "The cuts are values now.";
  return `The cuts are values now. ${things(joined, "account")} of the same value as the last one inside ${joined === 1 ? "is" : "are"} in as well.`;
}
