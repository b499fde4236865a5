import type * as z from "zod";
import { checkMeaning } from "./check";
import { MOST_BYTES, scan, type Path } from "./scan";
import { PRESET_FORMAT, presetSchema, type Preset } from "./schema";

/** What is wrong with a preset and where. Words are made elsewhere, from the code and params. */
export interface PresetIssue {
  readonly path: Path;
  readonly code: PresetCode;
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
}

/** Every code a refused preset can carry. `addin/strings` has a sentence for each. */
export const PRESET_CODES = [
  "too-large",
  "not-json",
  "too-deep",
  "too-many-nodes",
  "forbidden-key",
  "newer-format",
  "unknown-format",
  "wrong-type",
  "missing",
  "unknown-key",
  "too-many",
  "too-few",
  "out-of-range",
  "bad-text",
  "not-an-option",
  "not-a-condition",
  "unknown-condition",
  "two-conditions",
  "one-of",
  "unknown-measure",
  "not-built",
  "repeated-id",
  "reserved-id",
  "unknown-reference",
  "wrong-measure-type",
  "measure-cycle",
  "cuts-not-ascending",
  "rung-unreachable",
  "last-rung-closed",
  "last-tier-capped",
  "top-not-allowed",
] as const;
export type PresetCode = (typeof PRESET_CODES)[number];

export type PresetResult =
  { readonly ok: true; readonly preset: Preset } | { readonly ok: false; readonly issues: readonly PresetIssue[] };

const MOST_ISSUES = 20;

/**
 * The one way in for a preset: its JSON text, or JSON already parsed. Never throws; accepted whole or refused with at
 * most 20 issues.
 *
 * Checked in this order: size of the text, JSON, depth and node count and forbidden keys, format, schema, meaning. A
 * preset of a newer format is refused by name.
 */
export function parsePreset(source: unknown): PresetResult {
  let json = source;
  if (typeof source === "string") {
    if (utf8Bytes(source) > MOST_BYTES) return refused({ path: [], code: "too-large", params: { most: MOST_BYTES } });
    try {
      json = JSON.parse(source.replace(/^\uFEFF/, ""));
    } catch {
      return refused({ path: [], code: "not-json", params: {} });
    }
  }
  const scanned = scan(json);
  if (scanned) return refused(scanned);
  const format = typeof json === "object" && json !== null && "format" in json ? json.format : undefined;
  if (typeof format === "number" && format !== PRESET_FORMAT) {
    const code = format > PRESET_FORMAT ? "newer-format" : "unknown-format";
    return refused({ path: ["format"], code, params: { format, newest: PRESET_FORMAT } });
  }
  const parsed = presetSchema.safeParse(json, { reportInput: true });
  if (!parsed.success) return refused(...parsed.error.issues.map(presetIssue));
  const issues = checkMeaning(parsed.data);
  return issues.length > 0 ? refused(...issues) : { ok: true, preset: parsed.data };
}

function refused(...issues: PresetIssue[]): PresetResult {
  return { ok: false, issues: issues.slice(0, MOST_ISSUES) };
}

function utf8Bytes(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit < 0xe000 ? 2 : 3;
  }
  return bytes;
}

function presetIssue(issue: z.core.$ZodIssue): PresetIssue {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const isMissing = issue.input === undefined;
  switch (issue.code) {
    case "invalid_type":
      return { path, code: isMissing ? "missing" : "wrong-type", params: { expected: issue.expected } };
    case "unrecognized_keys":
      return { path, code: "unknown-key", params: { keys: issue.keys } };
    case "too_big":
      return {
        path,
        code: countable(issue.origin) ? "too-many" : "out-of-range",
        params: { most: Number(issue.maximum) },
      };
    case "too_small":
      return {
        path,
        code: countable(issue.origin) ? "too-few" : "out-of-range",
        params: { least: Number(issue.minimum) },
      };
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
