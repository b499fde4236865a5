import type { CompareSpec } from "../conditions/compare";
import { kindOf, type Condition } from "../conditions/registry";
import { conditionsOf, measureKind } from "../measures/registry";
import { fold } from "../table/fold";
import { EXCLUDED, UNRATED } from "../words";
import { checkCondition, checkReference, type Report, type Types } from "./checkCondition";
import { measureTypes } from "./checkMeasures";
import { checkStages } from "./checkStages";
import type { PresetIssue } from "./gate";
import type { Path } from "./scan";
import type { Ladder, Preset } from "./schema";

/** What no schema can see: references, cycles, types, order of cuts, open ends. */
export function checkMeaning(preset: Preset): PresetIssue[] {
  const issues: PresetIssue[] = [];
  const report: Report = (path, code, params = {}) => issues.push({ path, code, params });

  const types = measureTypes(preset, report);
  const { segments, tiers } = preset;
  const withSegment: Types = segments ? new Map([...types, ["segment", "text"]]) : types;
  if (segments) checkLadder("segments", segments, types, report);
  checkLadder("tiers", tiers, withSegment, report);
  checkStages(preset, types, report);
  checkWords(preset, report);
  preset.columns?.forEach((column, i) => {
    if (column === "segment" && !segments) report(["columns", i], "unknown-reference", { id: column });
    if (preset.columns?.indexOf(column) !== i) report(["columns", i], "repeated-id", { id: column });
  });
  return issues;
}

function checkLadder(name: "segments" | "tiers", ladder: Ladder, types: Types, report: Report): void {
  const { rungs } = ladder;
  if (ladder.among) checkCondition(ladder.among, [name, "among"], types, report, "no-top");
  if (ladder.within !== undefined) checkReference(ladder.within, "text", [name, "within"], types, report);
  ladder.tieBreak.forEach((id, i) => checkReference(id, "number", [name, "tieBreak", i], types, report));
  const [ids, labels] = [new Set<string>(), new Set<string>()];
  rungs.forEach((rung, i) => {
    const path = [name, "rungs", i];
    if (ids.has(fold(rung.id))) report([...path, "id"], "repeated-id", { id: rung.id });
    if (labels.has(fold(rung.label))) report([...path, "label"], "repeated-id", { id: rung.label });
    if (RESERVED.has(fold(rung.label))) report([...path, "label"], "reserved-id", { id: rung.label });
    ids.add(fold(rung.id)); // folded, since \`is\` and a filter in a sheet see no difference
    labels.add(fold(rung.label));
    const isLast = i === rungs.length - 1;
    if (rung.when === undefined && !isLast)
      report([...path, "when"], "rung-unreachable", { id: rungs[i + 1]?.id ?? "" });
    if (rung.when !== undefined && isLast) report([...path, "when"], "last-rung-closed");
    if (rung.when !== undefined) checkCondition(rung.when, [...path, "when"], types, report, "top");
  });
  checkCutsAscend(name, rungs, report);
  checkReach(name, rungs, report);
}

/** Words that stand beside rows without a class. */
const RESERVED = new Set([UNRATED, EXCLUDED].map(fold));

/** Who asks for a segment, a tier or a word of a measure must ask for one there is. */
function checkWords(preset: Preset, report: Report): void {
  const known = wordsOf(preset);
  const check = (condition: Condition, path: Path) => {
    const words = "is" in condition ? known.get(condition.measure) : undefined;
    if (words && "is" in condition) {
      const unknown = condition.is.find((word) => !words.has(fold(word)));
      if (unknown !== undefined) report(path, "unknown-reference", { id: unknown });
    }
    kindOf(condition)
      .parts(condition)
      .forEach((part) => check(part, path));
  };
  const { measures, gates, segments, tiers, bumps, flags } = preset;
  measures.forEach((measure, i) => conditionsOf(measure).forEach((condition) => check(condition, ["measures", i])));
  gates.forEach(({ when }, i) => check(when, ["gates", i, "when"]));
  for (const [name, ladder] of [["segments", segments] as const, ["tiers", tiers] as const]) {
    if (ladder?.among) check(ladder.among, [name, "among"]);
    ladder?.rungs.forEach(({ when }, i) => when && check(when, [name, "rungs", i, "when"]));
  }
  bumps?.rules.forEach(({ when }, i) => check(when, ["bumps", "rules", i, "when"]));
  flags.forEach(({ when }, i) => check(when, ["flags", i, "when"]));
}

/** The words of what has no others: the ids of a ladder, and those that a kind of measure gives. */
function wordsOf({ measures, segments, tiers }: Preset): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, ReadonlySet<string>>();
  const add = (id: string, words: readonly string[] | undefined) => words && known.set(id, new Set(words.map(fold)));
  for (const measure of measures) {
    const { words, sides = {} } = measureKind(measure);
    add(measure.id, words);
    for (const [side, column] of Object.entries(sides)) add(`${measure.id}.${side}`, column.words);
  }
  const idsOf = (ladder: Ladder) => ladder.rungs.map((rung) => rung.id);
  add("tier", idsOf(tiers));
  if (segments) add("segment", idsOf(segments));
  return known;
}

/** Cumulative cuts on one measure must rise from rung to rung: a lower one further down could never be reached. */
function checkCutsAscend(name: string, rungs: Ladder["rungs"], report: Report): void {
  const lastCut = new Map<string, number>();
  rungs.forEach(({ when }, i) => {
    if (!when || !("top" in when)) return;
    const by = "share" in when.top ? "share" : "percent" in when.top ? "percent" : "count";
    const cut = "share" in when.top ? when.top.share : "percent" in when.top ? when.top.percent : when.top.count;
    const key = JSON.stringify([
      when.measure,
      by,
      when.top.among,
      when.top.within,
      "order" in when.top && when.top.order,
    ]);
    if (cut <= (lastCut.get(key) ?? -1)) report([name, "rungs", i, "when", "top"], "cuts-not-ascending", { cut });
    lastCut.set(key, cut);
  });
}

/** Of plain comparisons of one number, each must let in somebody whom none above it does: 50 before 80 shuts 80 out. */
function checkReach(name: string, rungs: Ladder["rungs"], report: Report): void {
  const lowest = new Map<string, Bound>();
  rungs.forEach(({ id, when }, i) => {
    const bound = when && boundOf(when);
    if (!bound) return;
    const above = lowest.get(bound.key);
    const isShut = above && (bound.from > above.from || (bound.from === above.from && (bound.isOver || !above.isOver)));
    if (isShut) report([name, "rungs", i, "when"], "rung-unreachable", { id });
    else lowest.set(bound.key, bound);
  });
}

interface Bound {
  /** Measure and direction. */
  readonly key: string;
  readonly from: number;
  /** Whether `from` itself is out. */
  readonly isOver: boolean;
}

/** A comparison as a lower bound, of the number or (for `<` and `<=`) of its negative. */
function boundOf(condition: Condition): Bound | null {
  if (!("measure" in condition)) return null;
  const { measure, ">=": atLeast, ">": over, "<=": atMost, "<": under } = condition as CompareSpec; // or has none of them
  const [least, most] = [atLeast ?? over, atMost ?? under];
  if (least !== undefined) return { key: `${measure} up`, from: least, isOver: over !== undefined };
  return most === undefined ? null : { key: `${measure} down`, from: -most, isOver: under !== undefined };
}
