import {
  everyPart,
  everyPartWith,
  type Accepted,
  type Family,
  type Json,
  type JsonValue,
  type Refused,
} from "./family";

/** Every place of the full preset below its top, with what stands there. */
function places(value: JsonValue = everyPart(), path = ""): [path: string, value: JsonValue][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]): [string, JsonValue][] => {
    const at = path === "" ? key : `${path}.${key}`;
    return [[at, child], ...places(child, at)];
  });
}

const WRONG: Readonly<Record<string, JsonValue>> = {
  null: null,
  true: true,
  "a number": 7,
  "a text": "x",
  "a list": [],
  "an object": {},
};

function kindOf(value: JsonValue): string {
  return value === null ? "null" : Array.isArray(value) ? "list" : typeof value;
}

const OPTIONS =
  /^format$|^fields\.\w+\.(type|combine)$|\.(direction|method|missing|crossing|ties|outside|rounding|order|severity|on)$|^review\.(cadence|cadences\.\w+)$|^columns\.\d$/;
const CONDITION = /\.(when|among|not)$|\.(any|all)\.\d+$/;

/** What is said of a value of the wrong type, by the place. */
function codeAt(path: string): string {
  if (OPTIONS.test(path)) return "not-an-option";
  if (CONDITION.test(path)) return "not-a-condition";
  return path.endsWith(".top") ? "one-of" : "wrong-type";
}

/** Values of another type than that of the example which are right all the same. */
function isRight(path: string, value: JsonValue): boolean {
  if (value === null) return /^(rollUp|currency|steadiness|bumps|review)$|\.targets\.\w+$/.test(path);
  if (typeof value === "string") return /\.(contains|startsWith)$/.test(path);
  return typeof value === "number" && /rungs\.1\.capacity\.owners$/.test(path);
}

/** Where another type is right, but not that value of it. */
const OTHER_CODES: Readonly<Record<string, string>> = {
  "steadiness.band as a number": "out-of-range",
  "tiers.rungs.0.targets.conversion as a number": "out-of-range",
  "tiers.rungs.2.capacity.owners as a text": "unknown-reference",
};

const replacements = places().flatMap(([path, there]) =>
  Object.entries(WRONG)
    .filter(([, value]) => kindOf(value) !== kindOf(there))
    .map(([name, value]) => ({ name: `${path} as ${name}`, path, value })),
);

export const wrongTypes: Family = {
  name: "wrong types",
  refused: replacements
    .filter(({ path, value }) => !isRight(path, value))
    .map(({ name, path, value }): Refused => [
      name,
      () => everyPartWith(path, value),
      `${OTHER_CODES[name] ?? codeAt(path)} ${path}`,
    ]),
  accepted: replacements
    .filter(({ path, value }) => isRight(path, value))
    .map(({ name, path, value }): Accepted => [name, () => everyPartWith(path, value)]),
};

/** What may be left out: all that has a default or is only there to be shown. */
const OPTIONAL = [
  /^(version|description|rollUp|currency|gates|steadiness|bumps|review|columns)$/,
  /^fields\.\w+\.(label|required|many|combine)$/,
  /^currency\.rates\.|\.(play|targets)(\.\w+)?$|^review\./,
  /^measures\.\d+\.(newMonths|lastPurchase|lapsedMonths|minBase|distinct|k|direction|offset|to|winsorise|missing|neutral|minCompleteness)$/,
  /\.(among|within|tieBreak|crossing|ties|outside|rounding|order|colour|priority|capacity|min|max|per|owners|incumbentBuffer)$/,
  /^(segments|tiers)\.rungs\.\d\.name$|\.(reviews|maxStep|maxUp|maxDown|budget)$/,
];
const REQUIRED_IN_REVIEW = /^review\.alerts\.\d\./;

/** What is said where something is missing, if not that it is: the rest may say that it refers to it. */
const WITHOUT: Readonly<Record<string, string>> = {
  "fields.account": "missing fields",
  "fields.parent": "unknown-reference rollUp.by",
  "fields.industry": "unknown-reference measures.8",
  "fields.region": "unknown-reference measures.7",
  "fields.employees": "unknown-reference measures.3",
  "fields.revenue": "unknown-reference measures.1",
  "fields.previous": "unknown-reference measures.2",
  "fields.expected": "unknown-reference measures.1",
  "fields.engagement": "unknown-reference segments.tieBreak.0",
  "fields.orders": "unknown-reference flags.2.when",
  "fields.first": "unknown-reference measures.0",
  "fields.last": "unknown-reference measures.0",
  "fields.exclude": "unknown-reference gates.0.when",
  "fields.owner": "unknown-reference measures.8",
  "fields.money": "unknown-reference currency.field",
  measures: "unknown-reference segments.among",
  flags: "unknown-reference review.alerts.1.flag",
  "review.alerts.1.on": "not-an-option review.alerts.1.on",
  segments: "unknown-reference tiers.rungs.0.when",
};

function saidWithout(path: string): string {
  const parent = path.slice(0, path.lastIndexOf("."));
  if (/\.(is|startsWith|contains|blank|unreadable|between|top|[<>=!]+)$/.test(path))
    return `unknown-condition ${parent}`;
  if (/\.(any|all|not)$/.test(path)) return `not-a-condition ${parent}`;
  if (/\.top\.(share|percent|count)$|\.else\.(exclude|maxTier)$/.test(path)) return `one-of ${parent}`;
  if (/^(segments|tiers)\.rungs\.\d\.when$/.test(path)) return `rung-unreachable ${path}`;
  if (path.endsWith(".perOwner")) return `missing ${parent}`;
  return WITHOUT[path] ?? `missing ${path}`;
}

const isOptional = (path: string) => OPTIONAL.some((form) => form.test(path)) && !REQUIRED_IN_REVIEW.test(path);
const keys = places()
  .map(([path]) => path)
  .filter((path) => !/\.\d+$/.test(path));

export const missingParts: Family = {
  name: "missing parts",
  refused: keys
    .filter((path) => !isOptional(path))
    .map((path): Refused => [`without ${path}`, () => everyPartWith(path), saidWithout(path)]),
  accepted: keys.filter(isOptional).map((path): Accepted => [`without ${path}`, () => everyPartWith(path)]),
};

/** Objects whose keys are the author's own. */
const RECORDS: Readonly<Record<string, JsonValue>> = {
  fields: { type: "text", headers: [] },
  "currency.rates": 2,
  "review.freshnessDays": 5,
  "review.dossierDays": 5,
  "review.cadences": "monthly",
};

const objects = [["", everyPart()] as const, ...places()].filter(
  (place): place is [string, Json] => kindOf(place[1]) === "object",
);

export const strangeKeys: Family = {
  name: "strange keys",
  refused: objects.map(([path]): Refused => {
    const at = path === "" ? "t3" : `${path}.t3`;
    return [
      `in ${path || "the preset"}`,
      () => everyPartWith(at, "x"),
      path in RECORDS ? `${codeAt(at)} ${at}` : `unknown-key ${path}`.trim(),
    ];
  }),
  accepted: Object.entries(RECORDS).map(([path, value]): Accepted => [
    `a right one in ${path}`,
    () => everyPartWith(`${path}.t3`, value),
  ]),
};
