/** What a preset's text may be before anything looks at its meaning. */
export const MOST_BYTES = 256 * 1024;
export const MOST_DEPTH = 32;
const MOST_NODES = 20_000;
const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);
/** What no file can hold: half a surrogate pair, and three characters that XML does not know. */
const UNWRITABLE = /[\0\ufffe\uffff\p{Cs}]/u;

export type Path = readonly (string | number)[];
export interface ScanIssue {
  readonly path: Path;
  readonly code: "too-deep" | "too-many-nodes" | "forbidden-key" | "wrong-type" | "bad-text";
  readonly params: Readonly<Record<string, string | number>>;
}
export type Scanned = { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly issue: ScanIssue };

/**
 * A copy of JSON that any schema may walk, or the first reason why there is none. A loop, not a recursion.
 *
 * Of anything: the source may also be an object that somebody built. Each property is read once, its own and none that
 * is inherited; `undefined` counts as absent, -0 as 0. Refused is what JSON has no word for: functions, symbols, dates,
 * maps, instances of a class, holes in a list, and what throws when it is looked at.
 */
export function scan(source: unknown): Scanned {
  const root: { json?: unknown } = {};
  const open: Open[] = [{ value: source, path: [], into: root, key: "json" }];
  const refused = (path: Path, code: ScanIssue["code"], params: ScanIssue["params"] = {}): Scanned => ({
    ok: false,
    issue: { path, code, params },
  });
  let nodes = 1;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path, into, key } = next;
    if (typeof value !== "object" || value === null) {
      if (!isPlain(value)) return refused(path, "wrong-type");
      if (typeof value === "string" && UNWRITABLE.test(value)) return refused(path, "bad-text");
      into[key] = value === 0 ? 0 : value;
      continue;
    }
    if (path.length >= MOST_DEPTH) return refused(path, "too-deep", { most: MOST_DEPTH });
    const inside = insideOf(value, MOST_NODES - nodes);
    if (inside === "not JSON") return refused(path, "wrong-type");
    if (inside === "too many") return refused([], "too-many-nodes", { most: MOST_NODES });
    nodes += inside.entries.length;
    into[key] = inside.copy;
    for (const [step, child] of inside.entries.reverse()) {
      if (FORBIDDEN_KEYS.has(String(step))) return refused(path, "forbidden-key", { key: step });
      // Last in, first out: reversed, so that the first of several mistakes is the one that is found.
      open.push({ value: child, path: [...path, step], into: inside.copy as Open["into"], key: step });
    }
  }
  return { ok: true, json: root.json };
}

interface Open {
  readonly value: unknown;
  readonly path: Path;
  /** Where its copy goes. */
  readonly into: Record<string | number, unknown>;
  readonly key: string | number;
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** What a list or an object holds, and what its copy is to be filled into. Nothing of the source can make it throw. */
function insideOf(value: object, most: number): Inside | "not JSON" | "too many" {
  try {
    if (Array.isArray(value)) {
      const length = Number(value.length); // asked once: a proxy may answer as it likes
      if (length > most) return "too many";
      return { copy: [], entries: Array.from({ length }, (_, i): [number, unknown] => [i, value[i]]) };
    }
    const prototype: unknown = Object.getPrototypeOf(value);
    // That of plain objects has none itself, whichever window or worker they come from.
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return "not JSON";
    const entries = Object.entries(value).filter(([, child]) => child !== undefined);
    return entries.length > most ? "too many" : { copy: {}, entries };
  } catch {
    return "not JSON";
  }
}

interface Inside {
  readonly copy: Record<string, unknown> | unknown[];
  readonly entries: [string | number, unknown][];
}
