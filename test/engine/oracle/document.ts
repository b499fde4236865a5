/** The parts of a preset document as they are written: what has a default may be absent. */
export interface Document {
  readonly id: string;
  readonly fields: Readonly<Record<string, Field>>;
  readonly rollUp?: { readonly by: string } | null;
  readonly currency?: Currency | null;
  readonly measures?: readonly Measure[];
  readonly gates?: readonly Gate[];
  readonly segments?: Ladder;
  readonly tiers: Ladder;
  readonly steadiness?: Steadiness | null;
  readonly bumps?: Bumps | null;
  readonly flags?: readonly { readonly id: string; readonly label: string; readonly when: Condition }[];
}

export type FieldType = "text" | "number" | "date" | "boolean";
export interface Field {
  readonly type: FieldType;
  readonly headers: readonly string[];
  readonly required?: boolean;
  readonly many?: boolean;
  readonly combine?: "sum" | "max" | "min" | "mean" | "first" | "count";
}

export interface Currency {
  readonly field: string;
  readonly base: string;
  readonly rates: Readonly<Record<string, number>>;
  readonly of: readonly string[];
}

export type Measure =
  | { readonly id: string; readonly type: "sum" | "variation" | "firstOf"; readonly of: readonly string[] }
  | { readonly id: string; readonly type: "field" | "daysSince"; readonly of: string }
  | Lifecycle
  | ExpectedWhenNew
  | Change
  | { readonly id: string; readonly type: "count"; readonly distinct?: string }
  | { readonly id: string; readonly type: "filled"; readonly of: readonly string[] }
  | Points
  | Bands
  | QuantileScore
  | Scale
  | Weighted;

export interface Lifecycle {
  readonly id: string;
  readonly type: "lifecycle";
  readonly firstPurchase: string;
  readonly newMonths?: number;
  readonly lastPurchase?: string;
  readonly lapsedMonths?: number;
}
export interface ExpectedWhenNew {
  readonly id: string;
  readonly type: "expectedWhenNew";
  readonly history: string;
  readonly expected: string;
  readonly lifecycle: string;
}
export interface Change {
  readonly id: string;
  readonly type: "change";
  readonly current: string;
  readonly previous: string;
  readonly minBase?: number;
}
export interface Points {
  readonly id: string;
  readonly type: "points";
  readonly add: readonly { readonly when: Condition; readonly add: number }[];
}
export interface Bands {
  readonly id: string;
  readonly type: "bands";
  readonly of: string;
  readonly bands: readonly { readonly from: number; readonly points: number }[];
}
export interface QuantileScore {
  readonly id: string;
  readonly type: "quantileScore";
  readonly of: string;
  readonly k?: number;
  readonly direction?: "higher" | "lower";
  readonly offset?: number;
  readonly among?: Condition;
}
export interface Scale {
  readonly id: string;
  readonly type: "scale";
  readonly of: string;
  readonly method: "range" | "minMax" | "percentRank" | "z";
  readonly to?: number;
  readonly range?: readonly [number, number];
  readonly winsorise?: number;
  readonly among?: Condition;
}
export interface Weighted {
  readonly id: string;
  readonly type: "weighted";
  readonly parts: readonly { readonly of: string; readonly weight: number }[];
  readonly missing?: "renormalise" | "zero" | "neutral";
  readonly neutral?: number;
  readonly minCompleteness?: number;
}

export const OPERATORS = [">=", ">", "<=", "<", "=", "!="] as const;
export type Operator = (typeof OPERATORS)[number];

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly measure: string; readonly is: readonly string[] }
  | { readonly measure: string; readonly contains: readonly string[] }
  | { readonly measure: string; readonly startsWith: readonly string[] }
  | { readonly measure: string; readonly blank: boolean }
  | { readonly measure: string; readonly unreadable: boolean }
  | { readonly measure: string; readonly between: readonly [number, number] }
  | TopCondition
  | ({ readonly measure: string } & { readonly [operator in Operator]?: number })
  /** What relaxing makes of `=`: both bounds are inside. */
  | { readonly measure: string; readonly closed: readonly [number, number] }
  /** What relaxing makes of `segment is`: one of these rungs of the segment ladder climbed again with other cuts. */
  | { readonly segmentAgain: readonly string[]; readonly rungs: readonly Rung[] };

export interface TopCondition {
  readonly measure: string;
  readonly top: Top;
}
export interface Top {
  readonly share?: number;
  readonly crossing?: "up" | "down" | "nearest" | "refill";
  readonly outside?: "no" | "compare";
  readonly percent?: number;
  readonly rounding?: "ceil" | "floor" | "nearest";
  readonly count?: number;
  readonly order?: "desc" | "asc";
  readonly ties?: "order" | "up" | "down" | "strict" | "with" | "drop";
  readonly among?: Condition;
  readonly within?: string;
}

export interface Gate {
  readonly id: string;
  readonly when: Condition;
  readonly else: { readonly exclude: string } | { readonly maxTier: string };
}

export interface Ladder {
  readonly among?: Condition;
  readonly within?: string;
  readonly tieBreak?: readonly string[];
  readonly rungs: readonly Rung[];
}
export interface Rung {
  readonly id: string;
  readonly label: string;
  readonly when?: Condition;
  readonly capacity?: Capacity;
}
export interface Capacity {
  readonly min?: number;
  readonly max?: number;
  readonly perOwner?: number;
  readonly owners?: number | string;
  readonly per?: string;
  readonly rankBy: string;
  readonly incumbentBuffer?: number;
}
export type Band = number | { readonly points: number };
export interface Steadiness {
  readonly band: Band;
  readonly reviews?: number;
  readonly maxStep?: number;
}
export interface Bumps {
  readonly maxUp?: number;
  readonly maxDown?: number;
  readonly budget?: number;
  readonly rules: readonly {
    readonly id: string;
    readonly when: Condition;
    readonly move: number;
    readonly reason: string;
  }[];
}

export interface Override {
  readonly account: string;
  readonly kind: "exact" | "floor" | "ceiling" | "exclude";
  readonly tier?: string;
  readonly reason?: string;
  readonly by?: string;
  /** The last day on which it acts, ISO. */
  readonly until?: string;
}

/** What changed on a day: an account that is not named stands as it stood before. */
export interface Review {
  readonly preset: string;
  readonly date: string;
  readonly entries: ReadonlyMap<string, Standing | null>;
}
export interface Standing {
  readonly ladderTier: string | null;
  readonly finalTier: string | null;
  readonly segment: string | null;
  readonly failures: number;
}
