import { fold } from "../table/fold";
import { UNRATED } from "../words";
import { checkCondition, checkReference, type Report, type Types } from "./checkCondition";
import { GROWING_FLAG, OWNER_FIELD } from "./parts";
import type { Path } from "./scan";
import type { FieldSpec, Preset } from "./schema";

/** What the stages around the ladders refer to, and what they may not ask. `types` has no segment and no tier. */
export function checkStages(preset: Preset, types: Types, report: Report): void {
  const { segments, tiers } = preset;
  const withSegment: Types = segments ? new Map([...types, ["segment", "text"]]) : types;
  checkRows(preset, report);
  checkGates(preset, types, report);
  checkCapacities(tiers.rungs, types, report);
  preset.bumps?.rules.forEach(({ when }, i) =>
    checkCondition(when, ["bumps", "rules", i, "when"], withSegment, report, "top"),
  );
  checkIds(preset.bumps?.rules ?? [], ["bumps", "rules"], report);
  const withTier: Types = new Map([...withSegment, ["tier", "text"]]);
  preset.flags.forEach(({ when }, i) => checkCondition(when, ["flags", i, "when"], withTier, report, "top"));
  preset.flags.forEach(({ label }, i) => {
    if (RESERVED.has(fold(label))) report(["flags", i, "label"], "reserved-id", { id: label });
  });
  checkIds(preset.flags, ["flags"], report);
  checkReview(preset, report);
}

/** What the columns beside a flag's are headed; no two columns of ours may look the same. */
const RESERVED = new Set(["segment", "tier"]);

/** What happens to the rows of the sheet before anything is measured: fields only, each of the right type. */
function checkRows({ fields, rollUp, currency }: Preset, report: Report): void {
  const needs = (id: string, expected: FieldSpec["type"], path: Path) => {
    const type = fields.get(id)?.type;
    if (type === undefined) report(path, "unknown-reference", { id });
    else if (type !== expected) report(path, "wrong-measure-type", { id, expected });
  };
  for (const [id, { type, combine }] of fields) {
    if (combine !== undefined && !COMBINES[type].includes(combine)) {
      report(["fields", id, "combine"], "not-an-option", { options: COMBINES[type] });
    }
  }
  if (rollUp) needs(rollUp.by, "text", ["rollUp", "by"]);
  if (!currency) return;
  needs(currency.field, "text", ["currency", "field"]);
  currency.of.forEach((id, i) => {
    needs(id, "number", ["currency", "of", i]);
    if (currency.of.indexOf(id) !== i) report(["currency", "of", i], "repeated-id", { id });
  });
  const seen = new Set<string>();
  for (const [code, rate] of Object.entries(currency.rates)) {
    const path = ["currency", "rates", code];
    if (seen.has(fold(code))) report(path, "repeated-id", { id: code });
    seen.add(fold(code));
    if (fold(code) === fold(currency.base) && rate !== 1) report(path, "not-an-option", { options: ["1"] });
  }
}

/** How the rows of one account can be joined, by the type of the field. */
const COMBINES: Readonly<Record<FieldSpec["type"], readonly string[]>> = {
  number: ["sum", "max", "min", "mean", "first", "count"],
  date: ["max", "min", "first"],
  boolean: ["max", "min", "first"],
  text: ["first"],
};

function checkGates({ gates, segments, tiers }: Preset, types: Types, report: Report): void {
  const labels = new Set([...(segments?.rungs ?? []), ...tiers.rungs].map((rung) => fold(rung.label)));
  gates.forEach((gate, i) => {
    checkCondition(gate.when, ["gates", i, "when"], types, report, "no-top");
    const path = ["gates", i, "else"];
    if ("maxTier" in gate.else) return checkTier(gate.else.maxTier, [...path, "maxTier"], tiers, report);
    const label = gate.else.exclude;
    if (labels.has(fold(label))) report([...path, "exclude"], "repeated-id", { id: label });
    if (fold(label) === fold(UNRATED)) report([...path, "exclude"], "reserved-id", { id: label });
  });
  checkIds(gates, ["gates"], report);
}

function checkCapacities(rungs: Preset["tiers"]["rungs"], types: Types, report: Report): void {
  rungs.forEach(({ capacity }, i) => {
    if (!capacity) return;
    const path = ["tiers", "rungs", i, "capacity"];
    const { min, max, perOwner, owners, per, rankBy } = capacity;
    checkReference(rankBy, "number", [...path, "rankBy"], types, report);
    if (per !== "all") checkReference(per, "text", [...path, "per"], types, report);
    if (max !== undefined && perOwner !== undefined) report(path, "one-of", { keys: ["max", "perOwner"] });
    if (perOwner !== undefined && typeof owners !== "number") {
      checkReference(owners ?? OWNER_FIELD, "text", [...path, "owners"], types, report);
    }
    if (perOwner === undefined && owners !== undefined) report(path, "missing", { expected: "perOwner" });
    const most = max ?? (perOwner !== undefined && typeof owners === "number" ? perOwner * owners : Infinity);
    if (min !== undefined && min > most) report([...path, "min"], "out-of-range", { most });
    const isLast = i === rungs.length - 1;
    if (isLast && (max !== undefined || perOwner !== undefined)) report(path, "last-tier-capped");
  });
}

function checkReview({ review, tiers, flags }: Preset, report: Report): void {
  if (!review) return;
  for (const part of ["freshnessDays", "dossierDays", "cadences"] as const) {
    for (const tier of Object.keys(review[part])) checkTier(tier, ["review", part, tier], tiers, report);
  }
  const flagIds = new Set(flags.map(({ id }) => id));
  review.alerts.forEach((alert, i) => {
    const path = ["review", "alerts", i];
    alert.from.forEach((tier, j) => checkTier(tier, [...path, "from", j], tiers, report));
    checkSubject(alert, path, flagIds, report);
  });
  checkIds(review.alerts, ["review", "alerts"], report);
}

/** What an alert is said to be about must be something that can happen: a flag that there is, and one only of flags. */
function checkSubject(
  { on, flag }: NonNullable<Preset["review"]>["alerts"][number],
  path: Path,
  flags: ReadonlySet<string>,
  report: Report,
): void {
  if (on === "flagged" && flag === undefined) report([...path, "flag"], "missing");
  if (on !== "flagged" && flag !== undefined) report([...path, "on"], "not-an-option", { options: ["flagged"] });
  if (flag !== undefined && !flags.has(flag)) report([...path, "flag"], "unknown-reference", { id: flag });
  if (on === "growing" && !flags.has(GROWING_FLAG)) {
    report([...path, "on"], "unknown-reference", { id: GROWING_FLAG });
  }
}

function checkTier(id: string, path: Path, tiers: Preset["tiers"], report: Report): void {
  if (!tiers.rungs.some((rung) => rung.id === id)) report(path, "unknown-reference", { id });
}

/** No two of a list may have one id; flags are columns, so that their labels must differ too. */
function checkIds(list: readonly { readonly id: string; readonly label?: string }[], path: Path, report: Report): void {
  for (const key of ["id", "label"] as const) {
    const seen = new Set<string>();
    list.forEach((each, i) => {
      const name = each[key];
      if (name === undefined) return;
      if (seen.has(fold(name))) report([...path, i, key], "repeated-id", { id: name });
      seen.add(fold(name));
    });
  }
}
