import type * as z from "zod";
import type { ConditionKind } from "../../../engine/conditions/condition";
import { conditionSchema } from "../../../engine/conditions/registry";
import { topSchema } from "../../../engine/ladder/topSpec";
import type { MeasureKind, MeasureSpec } from "../../../engine/measures/measure";
import { measureSchema } from "../../../engine/measures/registry";
import { colour, id, label, measureId, note } from "../../../engine/preset/parts";
import { MOST_BYTES, MOST_DEPTH } from "../../../engine/preset/scan";
import { presetSchema } from "../../../engine/preset/schema";
import { Docstrings } from "./docstrings";
import { count, entryOf, optionsOf, probedOptions, shapeOf, unwrapped, type Ask, type Option } from "./options";

/** A section of the reference: one kind of measure or condition, one stage, or one part of a preset. */
export interface Section {
  readonly title: string;
  /** Paragraphs and lists, in Markdown. */
  readonly prose: string;
  readonly tables: readonly OptionTable[];
  /** The file of its examples, below their folder. */
  readonly examples: string;
}

export interface OptionTable {
  /** What the table is of, where a section has several. */
  readonly caption?: string;
  readonly rows: readonly Row[];
}

/** A key with what it means. */
export interface Row extends Option {
  readonly means: string;
}

const schema = partsOf(presetSchema);
const CONDITION = "[condition](#conditions)";
const NUMBER_OR_TEXT = "id of a field or measure";

/** Schemas that have a section of their own, or that are explained once for all. */
const named = new Map<z.ZodType, string>([
  [id, "id"],
  [measureId, NUMBER_OR_TEXT],
  [label, "label"],
  [note, "text (up to 2,000 characters)"],
  [colour, "`#RRGGBB`"],
  [conditionSchema, CONDITION],
  [measureSchema, "[measure](#measures)"],
  [schema.field, "[field](#fields)"],
  [schema.rollUp, "[part](#roll-up)"],
  [schema.currency, "[part](#currency)"],
  [schema.gate, "[gate](#gates)"],
  [schema.segments, "[ladder](#segments-and-tiers)"],
  [schema.tiers, "[ladder](#segments-and-tiers)"],
  [schema.segmentRung, "[rung](#segments-and-tiers)"],
  [schema.tierRung, "[rung](#segments-and-tiers)"],
  [schema.capacity, "[part](#seats)"],
  [schema.steadiness, "[part](#steadiness)"],
  [schema.bumps, "[part](#bumps)"],
  [schema.bump, "rule"],
  [schema.alert, "alert"],
  [schema.flag, "[flag](#flags)"],
  [schema.play, "[part](#plays-and-targets)"],
  [schema.targets, "[part](#plays-and-targets)"],
  [schema.review, "[part](#review)"],
]);

/** The schemas of the parts of a preset. */
function partsOf(preset: z.ZodType) {
  const part = (of: z.ZodType, key: string): z.ZodType => {
    const found = shapeOf(of)[key];
    if (!found) throw new Error(`no part ${key}`);
    return unwrapped(found);
  };
  const [segments, tiers] = [part(preset, "segments"), part(preset, "tiers")];
  const [segmentRung, tierRung] = [entryOf(part(segments, "rungs")), entryOf(part(tiers, "rungs"))];
  return {
    preset,
    field: entryOf(part(preset, "fields")),
    rollUp: part(preset, "rollUp"),
    currency: part(preset, "currency"),
    gate: entryOf(part(preset, "gates")),
    segments,
    tiers,
    segmentRung,
    tierRung,
    capacity: part(tierRung, "capacity"),
    play: part(tierRung, "play"),
    targets: part(tierRung, "targets"),
    steadiness: part(preset, "steadiness"),
    bumps: part(preset, "bumps"),
    bump: entryOf(part(part(preset, "bumps"), "rules")),
    flag: entryOf(part(preset, "flags")),
    review: part(preset, "review"),
    alert: entryOf(part(part(preset, "review"), "alerts")),
  };
}

/** Options with what is written above them, in the first of several places that has it. A key without is an error. */
function explained(options: readonly Option[], docs: Docstrings, ...places: readonly string[]): Row[] {
  return options.map((option) => {
    const key = option.path.join(".");
    const means = places.map((place) => docs.of(`${place}.${key}`)).find((text) => text !== undefined);
    if (means === undefined) throw new Error(`${docs.path}: nothing is written above ${key} (${places.join(", ")})`);
    return { ...option, means };
  });
}

const presetDocs = new Docstrings("engine/preset/schema.ts");

/** The keys of a part of a preset; `places` are the constants of its schema. */
function rowsOf(part: z.ZodType, ...places: readonly string[]): Row[] {
  return explained(optionsOf(part, named), presetDocs, ...places);
}

/** What is written above declarations, one paragraph each: `engine/stages/gates.ts passGates`. */
function written(...places: readonly string[]): string {
  const texts = places.map((place) => {
    const [path = "", name = ""] = place.split(" ");
    const text = new Docstrings(path).of(name);
    if (text === undefined) throw new Error(`${path}: nothing is written above ${name}`);
    return text;
  });
  return texts.join("\n\n");
}

/** The kinds of a registry, in its order, each with its file's docstrings. */
async function kindsOf<Kind>(folder: string, list: string): Promise<{ name: string; kind: Kind; docs: Docstrings }[]> {
  const names = new Docstrings(`engine/${folder}/registry.ts`).listed(list);
  return Promise.all(
    names.map(async (name) => {
      const path = `engine/${folder}/${name}.ts`;
      const module = (await import(`../../../${path}`)) as Readonly<Record<string, Kind | undefined>>;
      const kind = module[name];
      if (!kind) throw new Error(`${path} has no ${name}`);
      return { name, kind, docs: new Docstrings(path) };
    }),
  );
}

/** One section for each kind of measure. */
export async function measureSections(): Promise<Section[]> {
  const kinds = await kindsOf<MeasureKind<MeasureSpec>>("measures", "MEASURES");
  return kinds.map(({ name, kind, docs }) => {
    const options = optionsOf(kind.schema, named).filter(({ path: [key = ""] }) => key !== "id" && key !== "type");
    return {
      title: kind.type,
      prose: docs.of(name) ?? "",
      tables: [{ rows: explained(options, docs, "schema", `${name}.schema`) }],
      examples: `measures/${kind.type}`,
    };
  });
}

/** One section for each kind of condition. */
export async function conditionSections(): Promise<Section[]> {
  const kinds = await kindsOf<ConditionKind<unknown, unknown>>("conditions", "CONDITIONS");
  return kinds.map(({ name, kind, docs }) => {
    const spec = `${name.charAt(0).toUpperCase()}${name.slice(1)}Spec`;
    const prose = docs.of(name) ?? docs.of(spec) ?? "";
    if (name === "top") return { title: name, prose, tables: topTables(), examples: "conditions/top" };
    const options = optionsOf(kind.schema(conditionSchema), named).filter(({ path: [key] }) => key !== "measure");
    return {
      title: name,
      prose,
      tables: [{ rows: explained(options, docs, spec, `${name}.schema`) }],
      examples: `conditions/${name}`,
    };
  });
}

/** The forms of a top. Its schema chooses one by its key, so that only asking shows what each knows. */
function topTables(): OptionTable[] {
  const docs = new Docstrings("engine/ladder/topSpec.ts");
  const schemaOfTop = topSchema(conditionSchema);
  const ask: Ask = (top) => {
    const parsed = schemaOfTop.safeParse({ measure: "value", top });
    return parsed.success ? { success: true, data: parsed.data.top } : parsed;
  };
  const types = { among: CONDITION, within: NUMBER_OR_TEXT };
  const rows = (least: Record<string, unknown>, keys: readonly string[], ...places: readonly string[]) =>
    explained(probedOptions(ask, least, keys, types), docs, ...places);
  return [
    {
      caption: "A share of a sum:",
      rows: rows({ share: 0.5 }, ["share", "crossing", "ties", "outside"], "ShareTop"),
    },
    {
      caption: "A part of the accounts:",
      rows: rows({ percent: 0.5 }, ["percent", "rounding", "order", "ties"], "PercentTop", "Ranked"),
    },
    { caption: "A number of accounts:", rows: rows({ count: 1 }, ["count", "order", "ties"], "CountTop", "Ranked") },
    { caption: "All three:", rows: rows({ count: 1 }, ["among", "within"], "Population") },
  ];
}

function limits(): string {
  const nodes = new Docstrings("engine/preset/scan.ts").number("MOST_NODES");
  return `At most ${count(MOST_BYTES)} bytes of text, ${count(MOST_DEPTH)} levels deep, ${count(nodes)} keys, entries and values in all.`;
}

/** The document and what it reads. */
export function documentSections(): Section[] {
  return [
    {
      title: "The document",
      prose: `${written("engine/preset/gate.ts parsePreset")}\n\n${limits()}`,
      tables: [{ rows: rowsOf(schema.preset, "presetShape") }],
      examples: "preset/document",
    },
    {
      title: "Fields",
      prose: written("engine/table/headers.ts bindFields"),
      tables: [{ rows: rowsOf(schema.field, "field") }],
      examples: "preset/fields",
    },
  ];
}

/** The stages of a run, in their order. Measures have a chapter of their own. */
export function stageSections(): Section[] {
  return [
    {
      title: "Reading cells",
      prose: written(
        "engine/table/cell.ts emptyKind",
        "engine/table/number.ts numberInText",
        "engine/table/date.ts dateInText",
        "engine/table/textReader.ts yesNoReader",
      ),
      tables: [],
      examples: "stages/cells",
    },
    {
      title: "Finding accounts",
      prose: written(
        "engine/table/findHeader.ts findHeader",
        "engine/table/totals.ts markTotals",
        "engine/table/totalsByPlace.ts markByPlace",
      ),
      tables: [],
      examples: "stages/rows",
    },
    {
      title: "Currency",
      prose: written("engine/table/currency.ts inOneCurrency"),
      tables: [{ rows: rowsOf(schema.currency, "currency") }],
      examples: "stages/currency",
    },
    {
      title: "Roll-up",
      prose: written("engine/table/rollUp.ts rollUp"),
      tables: [{ rows: rowsOf(schema.rollUp, "rollUp") }],
      examples: "stages/rollUp",
    },
    {
      title: "Gates",
      prose: written("engine/stages/gates.ts passGates"),
      tables: [{ rows: rowsOf(schema.gate, "gate") }],
      examples: "stages/gates",
    },
    {
      title: "Segments and tiers",
      prose: written("engine/ladder/climb.ts climb"),
      tables: [
        { caption: "A ladder:", rows: rowsOf(schema.tiers, "ladder", "presetShape.tiers") },
        {
          caption: "A rung; `priority` and `capacity` only of tiers:",
          rows: rowsOf(schema.tierRung, "rung", "tierRung"),
        },
      ],
      examples: "stages/ladders",
    },
    {
      title: "Steadiness",
      prose: written("engine/stages/steadiness.ts steady", "engine/conditions/relax.ts relaxed"),
      tables: [
        { rows: rowsOf(schema.steadiness, "steadiness") },
        {
          caption: "What a review keeps of an account:",
          rows: new Docstrings("engine/review/history.ts").members("Standing"),
        },
      ],
      examples: "stages/steadiness",
    },
    {
      title: "Bumps",
      prose: written("engine/stages/bumps.ts bump"),
      tables: [{ rows: rowsOf(schema.bumps, "bumps") }, { caption: "A rule:", rows: rowsOf(schema.bump, "bump") }],
      examples: "stages/bumps",
    },
    {
      title: "Ceilings",
      prose: written("engine/stages/gates.ts underCeilings"),
      tables: [],
      examples: "stages/ceilings",
    },
    {
      title: "Seats",
      prose: written("engine/stages/capacity.ts giveSeats"),
      tables: [{ rows: rowsOf(schema.capacity, "capacity") }],
      examples: "stages/seats",
    },
    {
      title: "Overrides",
      prose: written("engine/stages/overrides.ts overriding"),
      tables: [{ rows: new Docstrings("engine/stages/overrides.ts").members("Override") }],
      examples: "stages/overrides",
    },
    {
      title: "Flags",
      prose: written("engine/decide.ts Decision.flags"),
      tables: [{ rows: rowsOf(schema.flag, "flag") }],
      examples: "stages/flags",
    },
    {
      title: "Distance",
      prose: written("engine/stages/distance.ts distances"),
      tables: [],
      examples: "stages/distance",
    },
  ];
}

/** What is made of a run, and what a preset only carries along. */
export function otherSections(): Section[] {
  return [
    { title: "Freezing", prose: written("engine/freeze.ts freeze"), tables: [], examples: "preset/freezing" },
    {
      title: "Plays and targets",
      prose: written("engine/preset/schema.ts play"),
      tables: [
        { caption: "A play:", rows: rowsOf(schema.play, "play") },
        { caption: "Targets:", rows: rowsOf(schema.targets, "targets") },
      ],
      examples: "preset/plays",
    },
    {
      title: "Review",
      prose: written("engine/preset/schema.ts review", "engine/review/alert.ts ALERT_CODES"),
      tables: [
        { rows: rowsOf(schema.review, "review") },
        { caption: "An alert:", rows: rowsOf(schema.alert, "alert") },
      ],
      examples: "preset/review",
    },
  ];
}
