/** A condition of a preset's document, which may not be complete. */
export type ConditionDocument = Readonly<Record<string, unknown>>;

/** What a condition that looks at one thing asks of it. */
export type Kind =
  | ">="
  | ">"
  | "<="
  | "<"
  | "="
  | "!="
  | "between"
  | "share"
  | "percent"
  | "count"
  | "is"
  | "contains"
  | "startsWith"
  | "filled"
  | "blank"
  | "readable"
  | "unreadable";

/** A place in a ranking: by a share of the sum, a percentage or a number of accounts. */
export const TOPS: ReadonlySet<Kind> = new Set(["share", "percent", "count"]);

const PLAIN: readonly Kind[] = [">=", ">", "<=", "<", "=", "!=", "between", "is", "contains", "startsWith"];
const RANKED = ["among", "within", "order", "ties"];
/** What may stand beside each size of a top. */
const TOP_KEYS = {
  share: ["share", "crossing", "ties", "outside", "among", "within"],
  percent: ["percent", "rounding", ...RANKED],
  count: ["count", ...RANKED],
} as const;

/** The kind of a condition that looks at one thing; null where it is another, or written as none. */
export function kindOfCondition(condition: unknown): Kind | null {
  if (!isObject(condition) || typeof condition["measure"] !== "string") return null;
  const [key, ...others] = Object.keys(condition).filter((each) => each !== "measure");
  if (key === undefined || others.length > 0) return null;
  if (key === "blank") return condition["blank"] === false ? "filled" : "blank";
  if (key === "unreadable") return condition["unreadable"] === false ? "readable" : "unreadable";
  if (key === "top") return topKind(condition["top"]);
  return PLAIN.find((kind) => kind === key) ?? null;
}

function topKind(top: unknown): "share" | "percent" | "count" | null {
  if (!isObject(top)) return null;
  const keys = Object.keys(top);
  const [kind, ...others] = (["share", "percent", "count"] as const).filter((each) => each in top);
  if (kind === undefined || others.length > 0) return null;
  return keys.every((key) => (TOP_KEYS[kind] as readonly string[]).includes(key)) ? kind : null;
}

/** How a condition is built: of one thing, of several, or as the opposite; null where it is written as none. */
export function shapeOf(condition: unknown): "one" | "all" | "any" | "not" | null {
  if (!isObject(condition)) return null;
  if (kindOfCondition(condition) !== null) return "one";
  const [key, ...others] = Object.keys(condition);
  if (others.length > 0) return null;
  if (key === "not") return "not";
  return (key === "all" || key === "any") && Array.isArray(condition[key]) ? key : null;
}

export function isObject(value: unknown): value is ConditionDocument {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
