import { kindOf, type Condition } from "../conditions/registry";
import { measureKind } from "../measures/registry";
import { ACCOUNT_FIELD } from "../table/table";
import type { Column } from "../table/column";
import type { PresetCode, PresetIssue } from "./gate";
import type { Path } from "./scan";
import type { Preset } from "./schema";

/** Columns this version writes; the others of the language are refused by name. */
const BUILT_COLUMNS = ["segment", "tier"];

/** What no schema can see: references, cycles, types, order of cuts, open ends, parts of the language not built yet. */
export function checkMeaning(preset: Preset): PresetIssue[] {
  const issues: PresetIssue[] = [];
  const report = (path: Path, code: PresetCode, params: PresetIssue["params"] = {}) =>
    issues.push({ path, code, params });

  checkBuilt(preset, report);
  const types = measureTypes(preset, report);
  const ids = new Set(preset.tiers.rungs.map((rung) => rung.id));
  checkLadder(
    "tiers",
    preset.tiers,
    new Map([...types, ...(preset.segments ? [["segment", "text"] as const] : [])]),
    report,
  );
  if (preset.segments) checkLadder("segments", preset.segments, types, report);
  for (const tier of Object.keys(preset.review?.freshnessDays ?? {})) {
    if (!ids.has(tier)) report(["review", "freshnessDays", tier], "unknown-reference", { id: tier });
  }
  return issues;
}

type Report = (path: Path, code: PresetCode, params?: PresetIssue["params"]) => void;
type Types = ReadonlyMap<string, Column["type"]>;

function checkBuilt(preset: Preset, report: Report): void {
  const refuse = (path: Path, isUsed: boolean) => {
    if (isUsed) report(path, "not-built", { part: String(path.at(-1)) });
  };
  refuse(["rollUp"], preset.rollUp !== null);
  refuse(["currency"], preset.currency !== null);
  refuse(["gates"], preset.gates.length > 0);
  refuse(["steadiness"], preset.steadiness !== null);
  refuse(["bumps"], preset.bumps !== null);
  refuse(["flags"], preset.flags.length > 0);
  refuse(["review", "alerts"], (preset.review?.alerts.length ?? 0) > 0);
  preset.tiers.rungs.forEach((rung, i) => refuse(["tiers", "rungs", i, "capacity"], rung.capacity !== undefined));
  preset.columns?.forEach((column, i) => {
    if (!BUILT_COLUMNS.includes(column)) report(["columns", i], "not-built", { part: column });
  });
}

/** The type of every id of the namespace: fields, measures, side columns. */
function measureTypes(preset: Preset, report: Report): Map<string, Column["type"]> {
  const types = new Map<string, Column["type"]>();
  const dates = new Set<string>();
  for (const [id, field] of preset.fields) {
    if (RESERVED.has(id)) report(["fields", id], "reserved-id", { id });
    types.set(id, field.type === "number" || field.type === "date" ? "number" : "text");
    if (field.type === "date") dates.add(id);
  }
  const account = preset.fields.get(ACCOUNT_FIELD);
  if (!account) report(["fields"], "missing", { expected: ACCOUNT_FIELD });
  else if (account.type !== "text") report(["fields", ACCOUNT_FIELD, "type"], "not-an-option", { options: ["text"] });

  const later = new Set(preset.measures.map((measure) => measure.id));
  preset.measures.forEach((measure, i) => {
    const path = ["measures", i];
    const kind = measureKind(measure);
    if (RESERVED.has(measure.id)) report([...path, "id"], "reserved-id", { id: measure.id });
    if (types.has(measure.id)) report([...path, "id"], "repeated-id", { id: measure.id });
    for (const { id, as } of kind.reads(measure)) {
      const type = types.get(id);
      // A measure reads only what stands above it, so there can be no cycle.
      if (type === undefined) report(path, later.has(id) ? "measure-cycle" : "unknown-reference", { id });
      else if ((as === "date" && !dates.has(id)) || (as !== "any" && as !== "date" && as !== type)) {
        report(path, "wrong-measure-type", { id, expected: as });
      }
    }
    const source = kind.reads(measure)[0]?.id ?? "";
    types.set(measure.id, kind.gives === "same" ? (types.get(source) ?? "number") : kind.gives);
    if (kind.gives === "same" && dates.has(source)) dates.add(measure.id);
    for (const [side, { gives }] of Object.entries(kind.sides ?? {})) types.set(`${measure.id}.${side}`, gives);
  });
  return types;
}

/** Ids that the run gives a meaning to. */
const RESERVED = new Set(["segment", "tier"]);

function checkLadder(name: "segments" | "tiers", ladder: Preset["tiers"], types: Types, report: Report): void {
  const { rungs } = ladder;
  if (ladder.among) checkCondition(ladder.among, [name, "among"], types, report, "no-top");
  if (ladder.within !== undefined) checkReference(ladder.within, "text", [name, "within"], types, report);
  ladder.tieBreak.forEach((id, i) => checkReference(id, "number", [name, "tieBreak", i], types, report));
  const [ids, labels] = [new Set<string>(), new Set<string>()];
  rungs.forEach((rung, i) => {
    const path = [name, "rungs", i];
    if (ids.has(rung.id)) report([...path, "id"], "repeated-id", { id: rung.id });
    if (labels.has(rung.label)) report([...path, "label"], "repeated-id", { id: rung.label });
    ids.add(rung.id);
    labels.add(rung.label);
    const isLast = i === rungs.length - 1;
    if (rung.when === undefined && !isLast)
      report([...path, "when"], "rung-unreachable", { id: rungs[i + 1]?.id ?? "" });
    if (rung.when !== undefined && isLast) report([...path, "when"], "last-rung-closed");
    if (rung.when !== undefined) checkCondition(rung.when, [...path, "when"], types, report, "top");
  });
  checkCutsAscend(name, rungs, report);
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
