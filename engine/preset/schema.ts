import * as z from "zod";
import { conditionSchema } from "../conditions/registry";
import { measureSchema } from "../measures/registry";
import { colour, finiteNumber, fraction, id, label, measureId, note } from "./parts";

/** The format this version reads and writes. */
export const PRESET_FORMAT = 1;

const field = z.strictObject({
  type: z.enum(["text", "number", "date", "boolean"]),
  /** What the pane calls it; its id where absent. */
  label: label.optional(),
  /** How its column may be headed; `=Name` only as the whole header, not as a part of one ("Month Name"). */
  headers: z.array(z.string().min(1).max(255)).max(50),
  required: z.boolean().default(false),
  /** Several columns may be chosen: numbers add up, text is the first that is not blank. */
  many: z.boolean().default(false),
  /** How rows of one account are joined by a roll-up. */
  combine: z.enum(["sum", "max", "min", "mean", "first", "count"]).optional(),
});
export type FieldSpec = z.output<typeof field>;

const play = z.strictObject({
  treatment: note.optional(),
  personalisation: note.optional(),
  roles: z.array(label).max(20).optional(),
  plan: note.optional(),
  cadence: note.optional(),
  timeline: note.optional(),
  slaHours: finiteNumber.min(0).optional(),
  hoursPerAccountMonth: finiteNumber.min(0).optional(),
  entitlements: z.array(note).max(20).optional(),
});

const targets = z.strictObject({
  growth: finiteNumber.nullable().optional(),
  revenue: finiteNumber.nullable().optional(),
  pipelineCoverage: finiteNumber.min(0).nullable().optional(),
  conversion: fraction.nullable().optional(),
  retention: fraction.nullable().optional(),
});

const rung = {
  id,
  /** What is written in the sheet. */
  label,
  /** What people call it, beside the label. */
  name: label.optional(),
  /** Absent on the last rung, and only there. */
  when: conditionSchema.optional(),
  colour: colour.optional(),
  play: play.optional(),
  targets: targets.optional(),
};

const seats = z.int().min(0).max(1e7);

const capacity = z.strictObject({
  /** Fewer accounts than this are reported. */
  min: seats.optional(),
  /** Seats; or `perOwner` times the owners. Without either nobody is turned away. */
  max: seats.optional(),
  perOwner: seats.optional(),
  /** How many owners there are, or the text field whose different values are counted. */
  owners: z.union([seats, id]).optional(),
  /** One list of seats for all, or one for each value of a text field. */
  per: z.union([z.literal("all"), measureId]).default("all"),
  /** Seats go to the highest first. */
  rankBy: measureId,
  /** How far below the last seat an account that has one keeps it, as a part of the seats. */
  incumbentBuffer: fraction.default(0),
});
export type Capacity = z.output<typeof capacity>;

const segmentRung = z.strictObject(rung);
const tierRung = z.strictObject({
  ...rung,
  priority: label.optional(),
  capacity: capacity.optional(),
});
export type SegmentRung = z.output<typeof segmentRung>;
export type TierRung = z.output<typeof tierRung>;

const ladder = {
  /** The population that every `top` of the ladder ranks; every included account where absent. */
  among: conditionSchema.optional(),
  /** One list per value of this text measure. */
  within: measureId.optional(),
  /** Decide between equal values, highest first. */
  tieBreak: z.array(measureId).max(10).default([]),
};

const gate = z.strictObject({
  id,
  /** Must hold, or the account is turned away or held down. */
  when: conditionSchema,
  else: z.union([z.strictObject({ exclude: label }), z.strictObject({ maxTier: id })]),
});
export type Gate = z.output<typeof gate>;

const rollUp = z.strictObject({
  /** The text field whose rows are one account. */
  by: id,
});

const currency = z.strictObject({
  /** The text field that names the currency of a row. */
  field: id,
  base: label,
  /** What one unit is worth in the base currency. */
  rates: z.record(label, finiteNumber.gt(0)),
  /** The number fields that are amounts. */
  of: z.array(id).min(1).max(50),
});
export type Currency = z.output<typeof currency>;

const steadiness = z.strictObject({
  /** How far a cut is relaxed for those above it: a part of it, or points of a share. */
  band: z.union([fraction, z.strictObject({ points: fraction })]),
  /** The failure in a row that ends a hold. */
  reviews: z.int().min(1).max(12).default(1),
  /** Levels up or down from one review to the next. */
  maxStep: z.int().min(1).max(12).optional(),
});
export type Steadiness = z.output<typeof steadiness>;
export type Band = Steadiness["band"];

const bump = z.strictObject({
  id,
  when: conditionSchema,
  /** Levels; up is positive. */
  move: z.int().min(-12).max(12),
  reason: label,
});
const bumps = z.strictObject({
  maxUp: z.int().min(0).max(12).default(1),
  maxDown: z.int().min(0).max(12).default(1),
  /** How many accounts may be moved, best first; any number where absent. */
  budget: seats.optional(),
  rules: z.array(bump).max(100),
});
export type Bumps = z.output<typeof bumps>;

const flag = z.strictObject({ id, label, when: conditionSchema });

const alert = z.strictObject({
  id,
  from: z.array(id).max(12),
  severity: z.enum(["high", "medium", "low"]),
  dueDays: z.int().min(0).max(3660),
});
const review = z.strictObject({
  cadence: z.enum(["monthly", "quarterly", "biannual", "yearly"]).default("quarterly"),
  listChurn: fraction.optional(),
  nearEdge: fraction.optional(),
  alerts: z.array(alert).max(50).default([]),
  freshnessDays: z.record(id, z.int().min(0)).default({}),
});

const BUILT_COLUMNS = ["segment", "tier"] as const;
const LATER_COLUMNS = [
  ...(["score", "movement", "why", "reason", "rank", "initial", "previous", "highest"] as const),
  ...(["nextReview", "play", "flags"] as const),
];
const column = z.enum([...BUILT_COLUMNS, ...LATER_COLUMNS]).superRefine((name, context) => {
  const isBuilt = BUILT_COLUMNS.some((built) => built === name);
  if (!isBuilt) context.addIssue({ code: "custom", params: { code: "not-built", part: name } });
});

const presetShape = z.strictObject({
  format: z.literal(PRESET_FORMAT),
  id,
  /** Rises with each save. */
  version: z.int().min(1).max(1e9).default(1),
  name: label,
  description: note.default(""),
  fields: z
    .record(id, field)
    .refine((fields) => Object.keys(fields).length <= 100, { params: { code: "too-many", most: 100 } }),
  rollUp: rollUp.nullable().default(null),
  currency: currency.nullable().default(null),
  measures: z.array(measureSchema).max(100).default([]),
  gates: z.array(gate).max(50).default([]),
  segments: z.strictObject({ ...ladder, rungs: z.array(segmentRung).min(1).max(24) }).optional(),
  tiers: z.strictObject({ ...ladder, rungs: z.array(tierRung).min(1).max(12) }),
  steadiness: steadiness.nullable().default(null),
  bumps: bumps.nullable().default(null),
  flags: z.array(flag).max(50).default([]),
  review: review.nullable().default(null),
  /** What is written beside the accounts, in this order; absent: the segment, where there is one, and the tier. */
  columns: z.array(column).max(20).optional(),
});
type PresetShape = z.output<typeof presetShape>;

/** A preset, checked. Fields are in the order of the document; an id is looked up in a map, never in an object. */
export type Preset = Readonly<Omit<PresetShape, "fields">> & { readonly fields: ReadonlyMap<string, FieldSpec> };
export type Ladder = Preset["tiers"] | NonNullable<Preset["segments"]>;
export type PresetDocument = z.input<typeof presetShape>;

export const presetSchema: z.ZodType<Preset> = presetShape.transform((shape) => ({
  ...shape,
  fields: new Map(Object.entries(shape.fields)),
}));

/** The document of a preset: plain JSON that the gate accepts again. */
export function presetDocument(preset: Preset): PresetDocument {
  return { ...preset, fields: Object.fromEntries(preset.fields) } as PresetDocument;
}
