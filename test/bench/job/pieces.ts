import type { Override, Review, RunOptions } from "../../../engine/index";
import { accountKey } from "../../../engine/table/table";
import { COLUMN, type Cells } from "./cells";
import { AS_OF, jobPreset } from "./job";

/** One kind of rule alone: what is changed in a preset that has nothing but fields and an open tier. */
export interface Piece {
  readonly kind: "measure" | "condition" | "stage";
  readonly name: string;
  readonly changes: Readonly<Record<string, unknown>>;
  /** What the run is given beside it. */
  readonly options?: (cells: Cells) => Partial<RunOptions>;
}

const NUMBERS = ["licences", "services", "support"];
const FLAGGED = "flagged";

/** A condition that every account is asked, as a flag. */
const asked = (when: object) => ({ flags: [{ id: FLAGGED, label: "Flagged", when }] });

function measure(type: string, spec: object, others: readonly object[] = [], name = type): Piece {
  const measures = [...others, { id: "m", type, ...spec }];
  return { kind: "measure", name, changes: { measures, ...asked({ measure: "m", blank: false }) } };
}

function condition(name: string, when: object): Piece {
  return { kind: "condition", name, changes: asked(when) };
}

const lifecycle = { id: "life", type: "lifecycle", firstPurchase: "firstPurchase", newMonths: 12 };
const isLarge = { measure: "employees", ">=": 1000 };
const isRich = { measure: "licences", ">=": 20_000 };
const scaled = (method: string, more: object = {}) =>
  measure("scale", { of: "licences", method, ...more }, [], `scale, ${method}`);
const top = (name: string, spec: object) => condition(`top, ${name}`, { measure: "licences", top: spec });

const MEASURES: readonly Piece[] = [
  measure("sum", { of: NUMBERS }),
  measure("field", { of: "licences" }),
  measure("firstOf", { of: NUMBERS }),
  measure("lifecycle", { firstPurchase: "firstPurchase", newMonths: 12 }),
  measure("expectedWhenNew", { history: "licences", expected: "expected", lifecycle: "life" }, [lifecycle]),
  measure("change", { current: "licences", previous: "services" }),
  measure("daysSince", { of: "firstPurchase" }),
  measure("variation", { of: NUMBERS }),
  measure("count", {}),
  measure("count", { distinct: "industry" }, [], "count, distinct"),
  measure("filled", { of: NUMBERS }),
  measure("points", { add: [{ when: isLarge, add: 10 }, { when: isRich, add: 20 }] }), // prettier-ignore
  measure("bands", { of: "employees", bands: [0, 100, 1000].map((from, i) => ({ from, points: 10 * i })) }),
  measure("quantileScore", { of: "licences", k: 5 }),
  scaled("range", { range: [0, 100_000] }),
  ...["minMax", "percentRank", "z"].map((method) => scaled(method)),
  measure("weighted", { parts: NUMBERS.map((of) => ({ of, weight: 1 })) }),
];

const CONDITIONS: readonly Piece[] = [
  condition("is", { measure: "industry", is: ["Technology", "Media"] }),
  condition("compare", isLarge),
  condition("between", { measure: "employees", between: [100, 1000] }),
  condition("contains", { measure: "account", contains: "7 ltd" }),
  condition("startsWith", { measure: "account", startsWith: "account 000" }),
  condition("blank", { measure: "licences", blank: true }),
  condition("unreadable", { measure: "licences", unreadable: true }),
  condition("all", { all: [isLarge, isRich] }),
  condition("any", { any: [isLarge, isRich] }),
  condition("not", { not: isLarge }),
  ...["up", "down", "nearest", "refill"].map((crossing) => top(`share, ${crossing}`, { share: 0.3, crossing })),
  top("percent", { percent: 0.2 }),
  top("count", { count: 500 }),
  top("share within industries", { share: 0.3, within: "industry" }),
];

const RUNGS = [{ id: "t1", label: "Tier 1", when: isRich }, { id: "t2", label: "Tier 2" }]; // prettier-ignore
const seats = (capacity: object) => ({
  tiers: {
    rungs: RUNGS.map((rung) => (rung.when ? { ...rung, capacity: { rankBy: "licences", ...capacity } } : rung)),
  },
});
const stage = (name: string, changes: Record<string, unknown>, options?: Piece["options"]): Piece => ({
  ...{ kind: "stage", name, changes: { tiers: { rungs: RUNGS }, ...changes } },
  ...(options && { options }),
});
const bumpsWith = (more: object) => ({
  bumps: { rules: [{ id: "large", when: isLarge, move: 1, reason: "Large" }], ...more },
});

const STAGES: readonly Piece[] = [
  stage("roll-up", { rollUp: { by: "account" } }),
  stage("gates", { gates: [{ id: "large", when: isLarge, else: { exclude: "Small" } }] }),
  stage("segments", { segments: { rungs: [{ id: "a", label: "A", when: isRich }, { id: "b", label: "B" }] } }), // prettier-ignore
  stage("tiers", {}),
  stage("steadiness", { steadiness: { band: 0.1, reviews: 2 } }, (cells) => ({ history: [allInTier1(cells)] })),
  stage("bumps", bumpsWith({})),
  stage("bumps with a budget", bumpsWith({ budget: 100 })),
  stage("seats", seats({ max: 500 })),
  stage("seats in each industry", seats({ max: 50, per: "industry" })),
  stage("overrides", {}, (cells) => ({ overrides: overridesOn(cells) })),
  stage("flags", asked({ measure: "tier", is: ["t1"] })),
];

/** Every kind of measure and condition and every stage of a run. */
export const PIECES: readonly Piece[] = [...MEASURES, ...CONDITIONS, ...STAGES];

/** A preset of one piece over the fields of the job. */
export function presetWith({ changes }: Piece): string {
  const { format, id, name, fields } = jobPreset();
  return JSON.stringify({ format, id, name, fields, tiers: { rungs: RUNGS.slice(1) }, ...changes });
}

function allInTier1(cells: Cells): Review {
  const standing = { ladderTier: "t1", finalTier: "t1", segment: null, failures: 0 };
  const entries = cells.map((row) => [accountKey(row[COLUMN.account] ?? ""), standing] as const);
  return { preset: jobPreset().id, date: "2025-10-31", entries: new Map(entries) };
}

/** One in a hundred, to the day. */
function overridesOn(cells: Cells): Override[] {
  return cells
    .filter((_, row) => row % 100 === 0)
    .map((row) => ({ account: String(row[COLUMN.account]), kind: "exact", tier: "t1", until: AS_OF }));
}
