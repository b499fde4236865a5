/** What a preset's text may be before anything looks at its meaning. */
export const MOST_BYTES = 256 * 1024;
const MOST_DEPTH = 32;
const MOST_NODES = 20_000;
const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);

export type Path = readonly (string | number)[];
export interface ScanIssue {
  readonly path: Path;
  readonly code: "too-deep" | "too-many-nodes" | "forbidden-key";
  readonly params: Readonly<Record<string, string | number>>;
}

/** The first thing about parsed JSON that no schema should be asked to walk, or null. A loop, not a recursion. */
export function scan(json: unknown): ScanIssue | null {
  const open: { value: unknown; path: Path }[] = [{ value: json, path: [] }];
  let nodes = 1;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    if (typeof value !== "object" || value === null) continue;
    if (path.length >= MOST_DEPTH) return { path, code: "too-deep", params: { most: MOST_DEPTH } };
    for (const [key, child] of Object.entries(value)) {
      if (FORBIDDEN_KEYS.has(key)) return { path, code: "forbidden-key", params: { key } };
      if (++nodes > MOST_NODES) return { path: [], code: "too-many-nodes", params: { most: MOST_NODES } };
      open.push({ value: child, path: [...path, Array.isArray(value) ? Number(key) : key] });
    }
  }
  return null;
}
