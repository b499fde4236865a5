import type * as z from "zod";
import type { PresetCode, PresetIssue } from "./gate";

/** What a schema has refused, in the codes of the gate. */
export function schemaIssues(issues: readonly z.core.$ZodIssue[]): PresetIssue[] {
  return issues.flatMap((issue) =>
    issue.code === "invalid_union" ? unionIssues(pathOf(issue), issue.errors) : [schemaIssue(issue)],
  );
}

function pathOf({ path }: z.core.$ZodIssue): PresetIssue["path"] {
  return path.map((step) => (typeof step === "symbol" ? String(step) : step));
}

function schemaIssue(issue: z.core.$ZodIssue): PresetIssue {
  const path = pathOf(issue);
  const isMissing = issue.input === undefined;
  switch (issue.code) {
    case "invalid_type":
      return { path, code: isMissing ? "missing" : "wrong-type", params: { expected: issue.expected } };
    case "unrecognized_keys":
      return { path, code: "unknown-key", params: { keys: issue.keys } };
    case "too_big": {
      const most = Number(issue.maximum);
      if (countable(issue.origin)) return { path, code: "too-many", params: { most } };
      return { path, code: "out-of-range", params: issue.inclusive === false ? { under: most } : { most } };
    }
    case "too_small": {
      const least = Number(issue.minimum);
      if (countable(issue.origin)) return { path, code: "too-few", params: { least } };
      return { path, code: "out-of-range", params: issue.inclusive === false ? { over: least } : { least } };
    }
    case "invalid_format":
    case "invalid_key":
      return { path, code: "bad-text", params: {} };
    case "invalid_value":
      if (isMissing) return { path, code: "missing", params: { expected: issue.values.map(String).join(" | ") } };
      return { path, code: "not-an-option", params: { options: issue.values.map(String) } };
    case "custom": {
      const { code = "wrong-type", ...params } = (issue.params ?? {}) as { code?: PresetCode } & PresetIssue["params"];
      return { path, code: code as PresetCode, params: params as PresetIssue["params"] };
    }
    default:
      return { path, code: "wrong-type", params: {} };
  }
}

function countable(origin: string): boolean {
  return origin === "string" || origin === "array" || origin === "set" || origin === "map";
}

/**
 * Why none of several forms fits. What the one form lacks whose type and keys do; else which type would do, or which of
 * the keys that tell the forms apart (`exclude`, `maxTier`) there must be one of.
 */
function unionIssues(path: PresetIssue["path"], forms: readonly (readonly z.core.$ZodIssue[])[]): PresetIssue[] {
  const ofType = forms.filter((issues) => !issues.some(isOfOtherType));
  const ofKeys = ofType.filter((issues) => issues.every(({ code }) => code !== "unrecognized_keys"));
  const [form, ...others] = ofKeys.length > 0 ? ofKeys : ofType;
  if (form && others.length === 0) {
    return schemaIssues(form).map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
  }
  if (!form) {
    const expected = forms.flat().flatMap((issue) => (issue.code === "invalid_type" ? [issue.expected] : []));
    const code = forms.flat().every(({ input }) => input === undefined) ? "missing" : "wrong-type";
    return [{ path, code, params: { expected: [...new Set(expected)].join(" or ") } }];
  }
  const unknown = ofType.map((issues) =>
    issues.flatMap((each) => (each.code === "unrecognized_keys" ? each.keys : [])),
  );
  const unknownToAll = (unknown[0] ?? []).filter((key) => unknown.every((keys) => keys.includes(key)));
  if (unknownToAll.length > 0) return [{ path, code: "unknown-key", params: { keys: unknownToAll } }];
  const needed = ofType.flat().flatMap((issue) => (issue.code === "invalid_type" ? issue.path.map(String) : []));
  return [{ path, code: "one-of", params: { keys: [...new Set([...unknown.flat(), ...needed])].sort() } }];
}

/** Whether the value as a whole is none for this form, whatever stands in it. */
function isOfOtherType({ code, path }: z.core.$ZodIssue): boolean {
  return path.length === 0 && (code === "invalid_type" || code === "invalid_value");
}
