import "../withoutEval";
import * as z from "zod";
import { conditionSchema } from "../conditions/registry";
import { measureSchema } from "../measures/registry";
import { ALERT_CODES } from "../review/alert";
import { colour, finiteNumber, fraction, id, label, measureId, note } from "./parts";

/** The format this version reads and writes. */
export const PRESET_FORMAT = 1;

const field = z.strictObject({
  /** What its cells are read as. */
  type: z.enum(["text", "number", "date", "boolean"]),
  /** What the pane calls it; its id where absent. */
  label: label.optional(),
  /** How its column may be headed; `=Name` only as the whole header, not as a part of one ("Month Name"). */
  headers: z.array(z.string().min(1).max(255)).max(50),
  /** Whether a table without its column is refused. */
  required: z.boolean().default(false),
  /** Several columns may be chosen: numbers add up, text is the first that is not blank. */
  many: z.boolean().default(false),
  /**
   * How rows of one account are joined by a roll-up, which without one joins them by type. Numbers: any of these;
   * dates and yes/no: `max`, `min` or `first`; text: `first`. `first` is the first row with a value, `count` how many rows have one.
   */
  combine: z.enum(["sum", "max", "min", "mean", "first", "count"]).optional(),
});
export type FieldSpec = z.output<typeof field>;

/**
 * What a segment or a tier is treated with, and what is hoped of it. Carried along for whoever shows it: nothing of it
 * decides who stands where.
 */
const play = z.strictObject({
  /** What is done for its accounts. */
  treatment: note.optional(),
  /** How far it is made for the single account. */
  personalisation: note.optional(),
  /** Who takes part. */
  roles: z.array(label).max(20).optional(),
  /** The plan that each account, or all of them, have. */
  plan: note.optional(),
  /** How often. */
  cadence: note.optional(),
  /** How long until it shows. */
  timeline: note.optional(),
  /** Hours until an answer. */
  slaHours: finiteNumber.min(0).optional(),
  /** Hours of work for one account in a month. */
  hoursPerAccountMonth: finiteNumber.min(0).optional(),
  /** Hours of work that there are for all its accounts in a month. */
  hoursAvailableMonth: finiteNumber.min(0).optional(),
  /** What its accounts may ask for. */
  entitlements: z.array(note).max(20).optional(),
});

const targets = z.strictObject({
  /** As a fraction: 0.1 is 10 % more than before. */
  growth: finiteNumber.nullable().optional(),
  /** In the unit of the value. */
  revenue: finiteNumber.nullable().optional(),
  /** Pipeline over target: 3 is three times as much. */
  pipelineCoverage: finiteNumber.min(0).nullable().optional(),
  /** As a fraction. */
  conversion: fraction.nullable().optional(),
  /** As a fraction. */
  retention: fraction.nullable().optional(),
});

const rung = {
  /** Its name within the preset, which conditions ask for. No two of a ladder have the same, whatever the case. */
  id,
  /** What is written in the sheet. No two of a ladder have the same; not `Unrated` or `Excluded`. */
  label,
  /** What people call it, beside the label. */
  name: label.optional(),
  /** Who stands on it, of those who stand on none above. Absent on the last rung, and only there. */
  when: conditionSchema.optional(),
  /** Of its cells in the sheet. */
  colour: colour.optional(),
  /** What its accounts are treated with. */
  play: play.optional(),
  /** What is hoped of its accounts. */
  targets: targets.optional(),
};

const seats = z.int().min(0).max(1e7);

const capacity = z.strictObject({
  /** Fewer accounts than this are reported. */
  min: seats.optional(),
  /** Seats. Without it and `perOwner` nobody is turned away; both at once are refused, and either on the last tier. */
  max: seats.optional(),
  /** Seats of one owner: so many times the owners there are. */
  perOwner: seats.optional(),
  /**
   * How many owners there are, or the text field whose different values are counted, of accounts that no gate turned away
   * and, with `per`, of the same list; the field `owner` where absent. Only with `perOwner`.
   */
  owners: z.union([seats, id]).optional(),
  /** One list of seats for all, or one for each value of a text field or measure; blanks are one list. */
  per: z.union([z.literal("all"), measureId]).default("all"),
  /** A number: seats go to the highest first, to those without one last. */
  rankBy: measureId,
  /** How far below the last seat an account that has one keeps it, as a part of the seats. */
  incumbentBuffer: fraction.default(0),
});
export type Capacity = z.output<typeof capacity>;

const segmentRung = z.strictObject(rung);
const tierRung = z.strictObject({
  ...rung,
  /** What a tier's place is called: "High". */
  priority: label.optional(),
  /** How many accounts it has room for. */
  capacity: capacity.optional(),
});
export type SegmentRung = z.output<typeof segmentRung>;
export type TierRung = z.output<typeof tierRung>;

const ladder = {
  /** The population that every `top` of the ladder ranks; every account that no gate turned away where absent. */
  among: conditionSchema.optional(),
  /** One list per value of this text field or measure, for every `top` of the ladder. */
  within: measureId.optional(),
  /** Numbers that decide between equal values in every `top` of the ladder, highest first. For seats too, on the tiers. */
  tieBreak: z.array(measureId).max(10).default([]),
};

const gate = z.strictObject({
  /** Its name, which explanations give. */
  id,
  /** Must hold, or the account is turned away or held down. A `top`, and the segment or the tier, are refused here. */
  when: conditionSchema,
  /**
   * What becomes of who fails: turned away, with this label in place of a segment and a tier, or never in a better tier
   * than this one. The label may not be one of a rung's, nor `Unrated`.
   */
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
  /** The currency that all amounts come out in. */
  base: label,
  /** What one unit is worth in the base currency. That of the base is 1, and needs no entry. Case does not matter. */
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
  /** Its name, which explanations give. */
  id,
  /** Whom it moves. May ask for the segment, and for a `top`. */
  when: conditionSchema,
  /** Levels; up is positive. 0 moves nobody. */
  move: z.int().min(-12).max(12),
  /** Why, in words. */
  reason: label,
});
const bumps = z.strictObject({
  /** Levels up, whatever the rules add up to. */
  maxUp: z.int().min(0).max(12).default(1),
  /** Levels down, whatever the rules add up to. */
  maxDown: z.int().min(0).max(12).default(1),
  /** How many accounts may be moved, best first; any number where absent. */
  budget: seats.optional(),
  /** What they ask for adds up. */
  rules: z.array(bump).max(100),
});
export type Bumps = z.output<typeof bumps>;

const flag = z.strictObject({
  /** Its name. */
  id,
  /** Heads its column. No two flags have the same; not `Segment` or `Tier`. */
  label,
  /** Who has it. May ask for the segment, for the tier that is written, and for a `top`. */
  when: conditionSchema,
});

const alert = z.strictObject({
  /** Its name. Without `on` it says what the alert is about, too: a code that it is, or begins with (`slippedTier2`), or a flag. */
  id,
  /** What it is about, whatever its id; `growing` only where there is a flag of that id. */
  on: z.enum(ALERT_CODES).optional(),
  /** Id of the flag, with `on: "flagged"`, and only there. */
  flag: id.optional(),
  /** Ids of the tiers in which it is told. */
  from: z.array(id).max(12),
  /** How urgent it is. */
  severity: z.enum(["high", "medium", "low"]),
  /** Days until somebody must have looked. */
  dueDays: z.int().min(0).max(3660),
});
const cadence = z.enum(["monthly", "quarterly", "biannual", "yearly"]);

/** How often the list is gone over, and what is told of it then. Checked and kept; the run itself does not look at it. */
const review = z.strictObject({
  /** How often. */
  cadence: cadence.default("quarterly"),
  /** The part of the list that may change from one review to the next. */
  listChurn: fraction.optional(),
  /** The distance, as a part of the cut, up to which an account is near another tier. */
  nearEdge: fraction.optional(),
  /** What somebody must look at. */
  alerts: z.array(alert).max(50).default([]),
  /** Days after which the data of an account are too old, by the id of its tier. */
  freshnessDays: z.record(id, z.int().min(0)).default({}),
  /** Days after which the dossier of an account is to be renewed, by the id of its tier; a tier without them needs none. */
  dossierDays: z.record(id, z.int().min(0).max(3660)).default({}),
  /** How often the accounts of a tier are gone over where that is not as often as the list, by the id of the tier. */
  cadences: z.record(id, cadence).default({}),
});

const column = z.enum([
  ...(["segment", "tier", "score", "movement", "why", "reason", "rank", "initial", "previous", "highest"] as const),
  ...(["nextReview", "play", "flags"] as const),
]);

const presetShape = z.strictObject({
  /** The format of the document. A newer one is refused by name. */
  format: z.literal(PRESET_FORMAT),
  /** By which it is saved, and its reviews are found again. */
  id,
  /** Rises with each save. */
  version: z.int().min(1).max(1e9).default(1),
  /** What people call it. */
  name: label,
  /** What it does, in words. */
  description: note.default(""),
  /** What it reads; at most 100. One must be the text field `account`. */
  fields: z
    .record(id, field)
    .refine((fields) => Object.keys(fields).length <= 100, { params: { code: "too-many", most: 100 } }),
  /** Rows that are one account. */
  rollUp: rollUp.nullable().default(null),
  /** Amounts in several currencies. */
  currency: currency.nullable().default(null),
  /** What it computes. In any order: each may read any other, but not itself in the end. */
  measures: z.array(measureSchema).max(100).default([]),
  /** Who is turned away or held down. */
  gates: z.array(gate).max(50).default([]),
  /** A first sorting, which the tiers may ask for; up to 24 rungs. Without it there is no Segment column. */
  segments: z.strictObject({ ...ladder, rungs: z.array(segmentRung).min(1).max(24) }).optional(),
  /** The tiers, best first; up to 12 rungs. */
  tiers: z.strictObject({
    ...ladder,
    /** Best first: an account stands on the first whose condition holds. */
    rungs: z.array(tierRung).min(1).max(12),
  }),
  /** Who keeps a tier from one review to the next. */
  steadiness: steadiness.nullable().default(null),
  /** Who is moved up or down for a reason that no ladder sees. */
  bumps: bumps.nullable().default(null),
  /** Yes/no columns beside the tiers. */
  flags: z.array(flag).max(50).default([]),
  /** How the list is gone over. */
  review: review.nullable().default(null),
  /**
   * What is written beside the accounts, in this order; absent: the segment, where there is one, and the tier. `why` is a
   * sentence for colleagues, `reason` one that the customer may hear, `rank` the place in the tier, `flags` a column for each
   * flag; `movement`, `initial`, `previous` and `highest` are told by the reviews. What the preset has nothing for (a
   * `score` without a number of that name) is left out.
   */
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
