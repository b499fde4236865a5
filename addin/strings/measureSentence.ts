import type { Preset } from "../../engine/index";
import { conditionPhrase } from "./conditionSentence";
import { isObject, type ConditionDocument } from "./conditionKinds";
import { exact, exactPercent, list, things } from "./format";
import { namesOf } from "./names";
import { plain } from "./plain";

/** What a measure of a preset's document is, after its name: "the sum of Worth and Factors". Whatever is written there. */
export function measureSentence(measure: unknown, preset: Preset): string {
  if (!isObject(measure)) return unknownPhrase(measure);
  const names = namesOf(preset);
  const name = (id: unknown) => (typeof id === "string" ? names.measure(id) : "…");
  const named = (ids: unknown) => namedPhrase(ids, name);
  const { of } = measure;
  switch (measure["type"]) {
    case "sum":
      return `the sum of ${named(of)}`;
    case "field":
      return `${name(of)} as it is`;
    case "firstOf":
      return textsIn(of).map(name).join(", else ") || "…";
    case "lifecycle":
      return lifecyclePhrase(measure, name);
    case "expectedWhenNew":
      return `${name(measure["history"])}, or ${name(measure["expected"])} while ${name(measure["lifecycle"])} is prospect or new`;
    case "change":
      return `growth of ${name(measure["current"])} over ${name(measure["previous"])}`;
    case "daysSince":
      return `days since ${name(of)}`;
    case "variation":
      return `how much ${named(of)} differ`;
    case "count":
      return measure["distinct"] === undefined
        ? "rows of the account"
        : `different values of ${name(measure["distinct"])}`;
    case "filled":
      return `how many are filled of ${named(of)}`;
    case "points":
      return pointsPhrase(measure["add"], preset);
    case "bands":
      return `points by ${things(listIn(measure["bands"]).length, "band")} of ${name(of)}`;
    case "quantileScore":
      return `${name(of)} as a score of 1 to ${numberPhrase(measure["k"] ?? 5)}, the ${measure["direction"] === "lower" ? "lowest" : "highest"} best`;
    case "scale":
      return scalePhrase(measure, name(of));
    case "weighted":
      return `the weighted mean of ${weightsPhrase(measure["parts"], name)}`;
    default:
      return unknownPhrase(measure);
  }
}

/** The part of the sum of weights that one has; null where they have no sum. */
export function weightShare(parts: unknown, index: number): number | null {
  const weights = listIn(parts).map((part) =>
    isObject(part) && typeof part["weight"] === "number" ? part["weight"] : 0,
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total > 0 ? (weights[index] ?? 0) / total : null;
}

/** "Fit, 30%: its part of the score". */
export function weightPhrase(parts: unknown, index: number, name: string): string {
  const share = weightShare(parts, index);
  return share === null ? name : `${name}: ${exactPercent(Number(share.toFixed(3)))}`;
}

/** "+5 where Revenue is over 1". */
export function pointPhrase(entry: unknown, preset: Preset): string {
  const { add, when } = isObject(entry) ? entry : {};
  const sign = typeof add === "number" && add >= 0 ? "+" : "";
  return `${sign}${numberPhrase(add)} where ${conditionPhrase(when, preset)}`;
}

/** "From 10: 5 points". */
export function bandPhrase(band: unknown): string {
  const { from, points } = isObject(band) ? band : {};
  return `From ${numberPhrase(from)}: ${typeof points === "number" ? things(points, "point") : "…"}`;
}

type NameOf = (id: unknown) => string;

/** How many names, points or parts a sentence says. */
const MOST = 4;

function namedPhrase(ids: unknown, name: NameOf): string {
  return shortened(textsIn(ids).map(name));
}

function shortened(texts: readonly string[]): string {
  const more = texts.length - MOST;
  if (texts.length === 0) return "…";
  return list(more > 1 ? [...texts.slice(0, MOST), `${things(more, "other")}`] : texts);
}

function lifecyclePhrase(measure: ConditionDocument, name: NameOf): string {
  const months = (value: unknown) => things(typeof value === "number" ? value : 12, "month");
  const isNew = `new for ${months(measure["newMonths"])} from ${name(measure["firstPurchase"])}`;
  if (measure["lastPurchase"] === undefined) return isNew;
  return `${isNew}, lapsed ${months(measure["lapsedMonths"])} after ${name(measure["lastPurchase"])}`;
}

function pointsPhrase(add: unknown, preset: Preset): string {
  const entries = listIn(add);
  const [first] = entries;
  if (first === undefined) return "no points yet";
  const said = pointPhrase(first, preset);
  return entries.length === 1 ? said : `${said}, and ${things(entries.length - 1, "other condition")}`;
}

function scalePhrase(measure: ConditionDocument, name: string): string {
  const { method, range, to } = measure;
  const [from, end] = listIn(range);
  if (method === "z" && to === undefined) return `${name} in standard deviations from the mean`;
  const scale = `${name} from 0 to ${numberPhrase(to ?? 100)}`;
  if (method === "range") return `${scale}, for ${numberPhrase(from)} to ${numberPhrase(end)}`;
  if (method === "minMax") return `${scale}, from the lowest to the highest`;
  return method === "z" ? `${scale}, by distance from the mean` : `${scale}, by rank`;
}

function weightsPhrase(parts: unknown, name: NameOf): string {
  return shortened(
    listIn(parts).map((part, index) => {
      const share = weightShare(parts, index);
      return `${name(isObject(part) ? part["of"] : undefined)}${share === null ? "" : ` (${exactPercent(Number(share.toFixed(3)))})`}`;
    }),
  );
}

function numberPhrase(value: unknown): string {
  return typeof value === "number" ? exact(value) : "…";
}

function unknownPhrase(measure: unknown): string {
  return `kept as it is: ${plain(JSON.stringify(measure))}`;
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textsIn(value: unknown): readonly string[] {
  return listIn(value).filter((each) => typeof each === "string");
}
