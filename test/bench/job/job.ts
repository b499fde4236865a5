import type { PresetDocument } from "../../../engine/index";
import type { Cells } from "./cells";

/** What the job is to find: two words for each row. */
export interface Labels {
  readonly segment: readonly string[];
  readonly tier: readonly string[];
}

/** One way to do the job. What it keeps from one run to the next is its own affair. */
export interface Contender {
  readonly name: string;
  run(rows: Cells): Labels | Promise<Labels>;
}

/** The words of a column of codes. */
export function wordsOf(
  codes: Readonly<Record<number, number>> & { readonly length: number },
  words: readonly string[],
): string[] {
  const out = new Array<string>(codes.length);
  for (let row = 0; row < out.length; row++) out[row] = words[codes[row] ?? -1] ?? "";
  return out;
}

export const AS_OF = "2026-01-31";
/** The last first purchase of an account that is not new: 31 January 2025. */
export const LAST_ESTABLISHED = 45_688;
export const AS_OF_SERIAL = 46_053;

export const SHARES = { key: 0.3, enterprise: 0.8 };
export const WEIGHTS = { rank: 0.5, engagement: 0.3, growth: 0.2 };
export const SCORES = { tier1: 0.85, tier2: 0.5 };
export const BUMPED = { industries: ["Technology", "Health", "Financial services"], employees: 1000 };
export const SEATS = 500;

export const SEGMENTS = ["Prospect", "New Start", "Key", "Enterprise", "Commercial"] as const;
export const TIERS = ["Tier 1", "Tier 2", "Tier 3"] as const;
export const REVIEW = "Review";

/** The job as a preset of our own. `tier1` is the score that brings an account into tier 1. */
export function jobPreset(tier1: number = SCORES.tier1): PresetDocument {
  const number = (header: string) => ({ type: "number" as const, headers: [header] });
  const clamped = (id: string, of: string, most: number) => {
    return { id, type: "scale" as const, of, method: "range" as const, range: [0, most] as [number, number], to: 1 };
  };
  const numbers = ["employees", "licences", "services", "support", "expected", "firstPurchase", "engagement", "growth"];
  const segment = (id: string, label: string) => ({ id, label });
  return {
    format: 1,
    id: "bench",
    name: "Bench",
    fields: {
      account: { type: "text", headers: ["Account"], required: true },
      industry: { type: "text", headers: ["Industry"] },
      employees: number("Employees"),
      licences: number("Licences"),
      services: number("Services"),
      support: number("Support"),
      expected: number("Expected revenue"),
      firstPurchase: { type: "date", headers: ["First purchase"] },
      engagement: number("Engagement"),
      growth: number("Growth"),
    },
    measures: [
      { id: "income", type: "sum", of: ["licences", "services", "support"] },
      { id: "lifecycle", type: "lifecycle", firstPurchase: "firstPurchase", newMonths: 12 },
      { id: "value", type: "expectedWhenNew", history: "income", expected: "expected", lifecycle: "lifecycle" },
      { id: "rank", type: "scale", of: "value", method: "percentRank", to: 1 },
      clamped("engaged", "engagement", 100),
      clamped("growing", "growth", 1),
      {
        id: "score",
        type: "weighted",
        parts: [
          { of: "rank", weight: WEIGHTS.rank },
          { of: "engaged", weight: WEIGHTS.engagement },
          { of: "growing", weight: WEIGHTS.growth },
        ],
        missing: "renormalise",
      },
    ],
    gates: [
      {
        id: "readable",
        when: { not: { any: numbers.map((measure) => ({ measure, unreadable: true })) } },
        else: { exclude: REVIEW },
      },
    ],
    segments: {
      among: { measure: "lifecycle", is: ["established"] },
      rungs: [
        { ...segment("prospect", SEGMENTS[0]), when: { measure: "lifecycle", is: ["prospect"] } },
        { ...segment("new", SEGMENTS[1]), when: { measure: "lifecycle", is: ["new"] } },
        { ...segment("key", SEGMENTS[2]), when: { measure: "value", top: { share: SHARES.key, ties: "up" } } },
        { ...segment("ent", SEGMENTS[3]), when: { measure: "value", top: { share: SHARES.enterprise, ties: "up" } } },
        segment("com", SEGMENTS[4]),
      ],
    },
    tiers: {
      rungs: [
        {
          id: "t1",
          label: TIERS[0],
          when: {
            any: [
              { measure: "segment", is: ["key"] },
              { measure: "score", ">=": tier1 },
            ],
          },
          capacity: { max: SEATS, rankBy: "value" },
        },
        { id: "t2", label: TIERS[1], when: { measure: "score", ">=": SCORES.tier2 } },
        { id: "t3", label: TIERS[2] },
      ],
    },
    bumps: {
      rules: [
        {
          id: "large",
          when: {
            all: [
              { measure: "industry", is: [...BUMPED.industries] },
              { measure: "employees", ">=": BUMPED.employees },
            ],
          },
          move: 1,
          reason: "Large and in an industry that grows",
        },
      ],
    },
  };
}
