import * as z from "zod";

/** A key of a part of a preset, as its schema has it. */
export interface Option {
  /** From the part down to it: `["bands", "from"]`. */
  readonly path: readonly string[];
  /** What may stand there, in words, with its limits. */
  readonly type: string;
  /** JSON, or a word for none. */
  readonly unless: string;
}

/** Schemas that have a name of their own, and what a table calls them. */
export type Named = ReadonlyMap<z.ZodType, string>;

/** The keys of an object's schema and, where those hold objects without a name, the keys of those. */
export function optionsOf(schema: z.ZodType, named: Named, path: readonly string[] = []): Option[] {
  return Object.entries(shapeOf(schema)).flatMap(([key, value]) => {
    const at = [...path, key];
    const option: Option = { path: at, type: typeOf(value, named), unless: unlessGiven(value) };
    const inside = objectIn(value, named);
    return [option, ...(inside ? optionsOf(inside, named, at) : [])];
  });
}

/** The schemas of an object's keys. */
export function shapeOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>> {
  const def = defOf(unwrapped(schema));
  if (def.type !== "object") throw new TypeError(`not an object but ${def.type}`);
  return def.shape as Record<string, z.ZodType>;
}

/** The schema of the entries of a list or of a record, of what may be absent, or of what a transformation starts from. */
export function entryOf(schema: z.ZodType): z.ZodType {
  const def = defOf(unwrapped(schema));
  if (def.type === "array") return def.element as z.ZodType;
  if (def.type === "record") return def.valueType as z.ZodType;
  throw new TypeError(`no entries in ${def.type}`);
}

/** Without what makes it optional, null or something else afterwards. */
export function unwrapped(schema: z.ZodType): z.ZodType {
  const def = defOf(schema);
  if (def.type === "optional" || def.type === "default" || def.type === "nullable") {
    return unwrapped(def.innerType as z.ZodType);
  }
  if (def.type !== "pipe") return schema;
  return unwrapped((defOf(def.in as z.ZodType).type === "transform" ? def.out : def.in) as z.ZodType);
}

function defOf(schema: z.ZodType) {
  return (schema as unknown as z.core.$ZodTypes)._zod.def;
}

function nameIn(schema: z.ZodType, named: Named): string | undefined {
  const known = named.get(schema);
  if (known !== undefined) return known;
  const def = defOf(schema);
  const isWrapped = def.type === "optional" || def.type === "default" || def.type === "nullable";
  return isWrapped ? nameIn(def.innerType as z.ZodType, named) : undefined;
}

/** The object without a name that a schema has in it: itself, its entries, or the forms it may have. */
function objectIn(schema: z.ZodType, named: Named): z.ZodType | null {
  if (nameIn(schema, named) !== undefined) return null;
  const plain = unwrapped(schema);
  const def = defOf(plain);
  if (named.has(plain)) return null;
  if (def.type === "object") return plain;
  if (def.type === "array") return objectIn(def.element as z.ZodType, named);
  if (def.type === "record") return objectIn(def.valueType as z.ZodType, named);
  return null;
}

function unlessGiven(schema: z.ZodType): string {
  const def = defOf(schema);
  if (def.type === "optional") return "none";
  if (def.type !== "default") return "required";
  const value = def.defaultValue;
  const isNothing =
    value === null || value === "" || (typeof value === "object" && Object.keys(value ?? {}).length === 0);
  return isNothing ? "none" : `\`${JSON.stringify(value)}\``;
}

function typeOf(schema: z.ZodType, named: Named): string {
  const name = nameIn(schema, named);
  if (name !== undefined) return name;
  const plain = unwrapped(schema);
  const def = defOf(plain);
  switch (def.type) {
    case "string":
      return `text${inBrackets(within(plain, "Length", "characters"))}`;
    case "number":
      return numberType(plain);
    case "boolean":
      return "`true` or `false`";
    case "literal":
      return either(def.values.map(code));
    case "enum":
      return either(Object.values(def.entries).map(code));
    case "array":
      return [`list of ${typeOf(def.element as z.ZodType, named)}`, within(plain, "Items", "entries")]
        .filter(Boolean)
        .join(", ");
    case "tuple":
      return `list of ${def.items.map((item) => typeOf(item as z.ZodType, named)).join(", ")}`;
    case "record":
      return `${typeOf(def.valueType as z.ZodType, named)}, by ${typeOf(def.keyType as z.ZodType, named)}`;
    case "union":
      return either(def.options.map((option) => formOf(option as z.ZodType, named)));
    case "object":
      return "part";
    default:
      throw new TypeError(`no words for ${def.type}`);
  }
}

/** One of several forms: an object with its keys, since no table has them. */
function formOf(schema: z.ZodType, named: Named): string {
  if (defOf(schema).type !== "object") return typeOf(schema, named);
  const keys = Object.entries(shapeOf(schema)).map(([key, value]) => `\`${key}\`: ${typeOf(value, named)}`);
  return `part with ${keys.join(", ")}`;
}

/** As far as any number of a preset may go. */
const FARTHEST = 1e15;

function numberType(schema: z.ZodType): string {
  const { type, minimum, maximum, exclusiveMinimum, exclusiveMaximum } = jsonOf(schema);
  const kind = type === "integer" ? "whole number" : "number";
  const ends: string[] = [];
  const isEnd = (end: number | undefined): end is number => end !== undefined && Math.abs(end) < FARTHEST;
  if (isEnd(minimum) && isEnd(maximum)) ends.push(`${count(minimum)} to ${count(maximum)}`);
  else if (isEnd(minimum)) ends.push(`${count(minimum)} or more`);
  else if (isEnd(maximum)) ends.push(`${count(maximum)} or less`);
  if (isEnd(exclusiveMinimum)) ends.push(`over ${count(exclusiveMinimum)}`);
  if (isEnd(exclusiveMaximum)) ends.push(`under ${count(exclusiveMaximum)}`);
  return [kind, ...ends].join(", ");
}

function within(schema: z.ZodType, of: "Items" | "Length", things: string): string {
  const json = jsonOf(schema);
  const [least, most] = of === "Items" ? [json.minItems, json.maxItems] : [json.minLength, json.maxLength];
  if (most === undefined) return least === undefined ? "" : `at least ${count(least)} ${things}`;
  return least === undefined ? `up to ${count(most)} ${things}` : `${count(least)} to ${count(most)} ${things}`;
}

function inBrackets(text: string): string {
  return text === "" ? "" : ` (${text})`;
}

function jsonOf(schema: z.ZodType) {
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as {
    readonly type?: string;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly exclusiveMinimum?: number;
    readonly exclusiveMaximum?: number;
    readonly minItems?: number;
    readonly maxItems?: number;
    readonly minLength?: number;
    readonly maxLength?: number;
  };
}

/** Asks a schema of an object what it makes of one. */
export type Ask = (value: Readonly<Record<string, unknown>>) => z.ZodSafeParseResult<object>;

/**
 * The keys of an object whose schema cannot be looked into, by what it answers: what it puts where nothing is given, and
 * what it refuses. `least` is the smallest object that it accepts; `types` has the words for what is no number and no list of words.
 */
export function probedOptions(
  ask: Ask,
  least: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  types: Readonly<Record<string, string>>,
): Option[] {
  const accepted: Readonly<Record<string, unknown>> = { ...ask(least).data };
  return keys.map((key) => {
    const unless = key in least ? "required" : accepted[key] === undefined ? "none" : code(accepted[key]);
    const issuesOf = (value: unknown) => ask({ ...least, [key]: value }).error?.issues ?? [];
    return { path: [key], type: types[key] ?? probedType(issuesOf), unless };
  });
}

function probedType(issuesOf: (value: unknown) => readonly z.core.$ZodIssue[]): string {
  const [wrong] = issuesOf(null);
  if (wrong?.code === "invalid_value") return either(wrong.values.map(code));
  const [low] = issuesOf(-FARTHEST);
  const [high] = issuesOf(FARTHEST);
  if (low?.code !== "too_small" || high?.code !== "too_big") throw new TypeError("not a number with two ends");
  const [least, most] = [Number(low.minimum), Number(high.maximum)];
  const kind = issuesOf(least + (most - least) / 3).length > 0 ? "whole number" : "number";
  return `${kind}, ${count(least)} to ${count(most)}`;
}

function code(value: unknown): string {
  return `\`${JSON.stringify(value)}\``;
}

function either(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
}

export function count(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 10 });
}
