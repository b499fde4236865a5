import type { CompareSpec } from "../conditions/compare";
import { kindOf, type Condition } from "../conditions/registry";
import type { Column } from "../table/column";
import { fold } from "../table/fold";
import { UNRATED } from "../unrated";
import { measureTypes, type Types } from "./checkMeasures";
import type { PresetCode, PresetIssue } from "./gate";
import type { Path } from "./scan";
import type { Preset } from "./schema";

export type Report = (path: Path, code: PresetCode, params?: PresetIssue["params"]) => void;

/** What no schema can see: references, cycles, types, order of cuts, open ends. */
export function checkMeaning(preset: Preset): PresetIssue[] {
  const issues: PresetIssue[] = [];
  const report: Report = (path, code, params = {}) => issues.push({ path, code, params });

  const types = measureTypes(preset, report);
  const { segments, tiers } = preset;
  checkLadder("tiers", tiers, segments ? new Map([...types, ["segment", "text"]]) : types, report);
  if (segments) {
    checkLadder("segments", segments, types, report);
    checkSegmentWords(tiers, new Set(segments.rungs.map((rung) => fold(rung.id))), report);
  }
  const ids = new Set(tiers.rungs.map((rung) => rung.id));
  for (const tier of Object.keys(preset.review?.freshnessDays ?? {})) {
    if (!ids.has(tier)) report(["review", "freshnessDays", tier], "unknown-reference", { id: tier });
  }
  preset.columns?.forEach((column, i) => {
    if (column === "segment" && !segments) report(["columns", i], "unknown-reference", { id: column });
    if (preset.columns?.indexOf(column) !== i) report(["columns", i], "repeated-id", { id: column });
  });
  return issues;
}

function checkLadder(name: "segments" | "tiers", ladder: Preset["tiers"], types: Types, report: Report): void {
  const { rungs } = ladder;
  if (ladder.among) checkCondition(ladder.among, [name, "among"], types, report, "no-top");
  if (ladder.within !== undefined) checkReference(ladder.within, "text", [name, "within"], types, report);
  ladder.tieBreak.forEach((id, i) => checkReference(id, "number", [name, "tieBreak", i], types, report));
  const [ids, labels] = [new Set<string>(), new Set<string>()];
  rungs.forEach((rung, i) => {
    const path = [name, "rungs", i];
    if (ids.has(fold(rung.id))) report([...path, "id"], "repeated-id", { id: rung.id });
    if (labels.has(fold(rung.label))) report([...path, "label"], "repeated-id", { id: rung.label });
    if (fold(rung.label) === fold(UNRATED)) report([...path, "label"], "reserved-id", { id: rung.label });
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

/** A tier that asks for a segment must ask for one there is. */
function checkSegmentWords({ among, rungs }: Preset["tiers"], segments: ReadonlySet<string>, report: Report): void {
  const check = (condition: Condition, path: Path) => {
    if ("is" in condition && condition.measure === "segment") {
      const unknown = condition.is.find((word) => !segments.has(fold(word)));
      if (unknown !== undefined) report(path, "unknown-reference", { id: unknown });
    }
    kindOf(condition)
      .parts(condition)
      .forEach((part) => check(part, path));
  };
  if (among) check(among, ["tiers", "among"]);
  rungs.forEach(({ when }, i) => when && check(when, ["tiers", "rungs", i, "when"]));
}

function checkReference(id: string, needs: Column["type"] | undefined, path: Path, types: Types, report: Report): void {
  const type = types.get(id);
  if (type === undefined) report(path, "unknown-reference", { id });
  else if (needs !== undefined && type !== needs) report(path, "wrong-measure-type", { id, expected: needs });
}

function checkCondition(condition: Condition, path: Path, types: Types, report: Report, top: "top" | "no-top"): void {
  const kind = kindOf(condition);
  if ("top" in condition && top === "no-top") report(path, "top-not-allowed");
  const [measure, ...others] = kind.reads(condition);
  if (measure !== undefined) checkReference(measure, kind.needs, path, types, report);
  others.forEach((id) => checkReference(id, "text", path, types, report));
  const inside = "top" in condition ? "no-top" : top;
  kind.parts(condition).forEach((part) => checkCondition(part, path, types, report, inside));
}

/** Cumulative cuts on one measure must rise from rung to rung: a lower one further down could never be reached. */
function checkCutsAscend(name: string, rungs: Preset["tiers"]["rungs"], report: Report): void {
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
function checkReach(name: string, rungs: Preset["tiers"]["rungs"], report: Report): void {
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
