import { checkMeaning } from "./check";
import { repeatedKeys } from "./repeatedKeys";
import { MOST_BYTES, scan, type Path } from "./scan";
import { PRESET_FORMAT, presetDocument, presetSchema, type Preset } from "./schema";
import { schemaIssues } from "./schemaIssues";
import { shownIssue } from "./shownIssue";

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
  "duplicate-key",
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
 * The one way in for a preset: its JSON text, or JSON already parsed. Never throws, whatever it is given, and changes
 * nothing in it; accepted whole or refused with at most 20 issues.
 *
 * Checked in this order: size of the text, JSON, depth and node count and forbidden keys, keys that stand there twice,
 * format, schema, meaning, and that the preset's own document is within the limits, so that what was accepted can be
 * kept and read again. A preset of a newer format is refused by name.
 */
export function parsePreset(source: unknown): PresetResult {
  return typeof source === "string" ? parseText(source) : parseJson(source);
}

function parseText(source: string): PresetResult {
  if (utf8Bytes(source) > MOST_BYTES) return refused([TOO_LARGE]);
  const text = source.replace(/^\uFEFF/, "");
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refused([{ path: [], code: "not-json", params: {} }]);
  }
  return parseJson(json, text);
}

/** `text` is what the JSON was parsed from, where it was. */
function parseJson(source: unknown, text = ""): PresetResult {
  const scanned = scan(source);
  if (!scanned.ok) return refused([scanned.issue]);
  const repeated = repeatedKeys(text, MOST_ISSUES);
  if (repeated.length > 0) {
    return refused(repeated.map((path) => ({ path, code: "duplicate-key", params: { key: String(path.at(-1)) } })));
  }
  const { json } = scanned;
  const format = typeof json === "object" && json !== null && "format" in json ? json.format : undefined;
  if (typeof format === "number" && Number.isInteger(format) && format !== PRESET_FORMAT) {
    const code = format > PRESET_FORMAT ? "newer-format" : "unknown-format";
    return refused([{ path: ["format"], code, params: { format, newest: PRESET_FORMAT } }]);
  }
  const parsed = presetSchema.safeParse(json, { reportInput: true });
  if (!parsed.success) return refused(schemaIssues(parsed.error.issues));
  const issues = checkMeaning(parsed.data);
  if (issues.length > 0) return refused(issues);
  const tooMuch = overLimits(parsed.data);
  return tooMuch ? refused([tooMuch]) : { ok: true, preset: parsed.data };
}

const TOO_LARGE: PresetIssue = { path: [], code: "too-large", params: { most: MOST_BYTES } };

/** A preset's own document has all in it that its source left out: it may be too much where the source was not. */
function overLimits(preset: Preset): PresetIssue | null {
  const document = presetDocument(preset);
  const scanned = scan(document);
  if (!scanned.ok) return scanned.issue;
  return utf8Bytes(JSON.stringify(document)) > MOST_BYTES ? TOO_LARGE : null;
}

function refused(issues: readonly PresetIssue[]): PresetResult {
  return { ok: false, issues: issues.slice(0, MOST_ISSUES).map(shownIssue) };
}

function utf8Bytes(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit < 0xe000 ? 2 : 3;
  }
  return bytes;
}
