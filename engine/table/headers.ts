import type { Issue } from "../issue";
import type { FieldSpec } from "../preset/schema";
import { CellKind, emptyKind, type CellValue } from "./cell";
import { fold } from "./fold";
import { contains, isSame, namesOf, spelledOut, wordsOf, type Name } from "./headerWords";

/** Which columns of the source each field reads: field id → column positions, in the order of the source. */
export interface Binding {
  readonly columns: ReadonlyMap<string, readonly number[]>;
  /** A binding with an error cannot be read: a required field has no column, or more than one could be meant. */
  readonly issues: readonly Issue[];
}

export interface BindOptions {
  /** What the analyst chose: field id → headers, taken as they stand. An empty list leaves the field unmapped. */
  readonly chosen?: ReadonlyMap<string, readonly string[]>;
  /** Some rows below the header; a column with words but no number among them is not guessed to be a number field. */
  readonly sample?: readonly (readonly CellValue[])[];
  /** Input row of the header, for issues; 0 where absent. */
  readonly row?: number;
}

/**
 * Finds the columns of a preset's fields by their headers, without regard to case, spaces and punctuation.
 *
 * An exact match comes first; else the one header that contains a field's words, among the columns that no field
 * matches exactly and that contain no longer name of another field ("Expected revenue 2026" is no "Revenue"); else the one
 * that does when usual abbreviations are spelled out ("FY25 Rev", "Acct Mgr"). Two candidates are never decided by luck:
 * the field stays unmapped with `header-ambiguous`.
 */
export function bindFields(
  headers: readonly string[],
  fields: ReadonlyMap<string, FieldSpec>,
  { chosen = new Map(), sample = [], row = 0 }: BindOptions = {},
): Binding {
  const named = [...fields].flatMap(([id, field]) => {
    const names = chosen.get(id);
    return names ? [chosenColumns(headers, id, field, names)] : [];
  });
  const taken = new Set(named.flatMap(({ positions }) => positions));
  const open = new Map([...fields].filter(([id]) => !chosen.has(id)));
  const guessed = guessedColumns(headers, open, taken, sample);
  const bound = new Map([...named, ...guessed].map((each) => [each.id, each]));
  const inOrder = [...fields.keys()].flatMap((id) => bound.get(id) ?? []); // of the preset, whoever chose
  const columns = new Map(inOrder.map(({ id, positions }) => [id, positions]));
  const issues = [...inOrder.flatMap((each) => each.issues), ...sharedColumns(columns, headers)];
  return { columns, issues: issues.map((issue) => ({ ...issue, rows: [row] })) };
}

/** What one field is bound to. */
interface Bound {
  readonly id: string;
  readonly positions: readonly number[];
  readonly issues: readonly Issue[];
}

function chosenColumns(headers: readonly string[], id: string, field: FieldSpec, names: readonly string[]): Bound {
  const issues: Issue[] = [];
  const found = names.map((name) => {
    const at = columnsNamed(headers, name);
    if (at.length === 0) issues.push(headerIssue("header-not-found", "error", id, { header: name }));
    if (at.length > 1) issues.push(headerIssue("header-repeated", "error", id, { header: name, count: at.length }));
    return at;
  });
  const positions = [...new Set(found.flat())];
  if (positions.length > 1 && !field.many) {
    issues.push(headerIssue("header-ambiguous", "error", id, { candidates: names }));
  }
  if (names.length === 0 && field.required) {
    issues.push(headerIssue("header-missing", "error", id, { expected: field.headers }));
  }
  return { id, positions, issues };
}

function guessedColumns(
  headers: readonly string[],
  fields: ReadonlyMap<string, FieldSpec>,
  chosen: ReadonlySet<number>,
  sample: readonly (readonly CellValue[])[],
): Bound[] {
  const words = headers.map(wordsOf);
  const longhand = words.map(spelledOut);
  const exact = new Map([...fields].map(([id, field]) => [id, matching(words, field, isSame)]));
  const taken = new Set([...chosen, ...[...exact.values()].flat()]);
  const isClaimed = longerClaims(longhand, [...fields.values()]);
  return [...fields].map(([id, field]) => {
    const isOpen = (position: number) =>
      !taken.has(position) &&
      !isClaimed(position, field) &&
      (field.type !== "number" || mayHoldNumbers(sample, position));
    const same = exact.get(id) ?? [];
    const within = [words, longhand].map((each) => matching(each, field, contains).filter(isOpen));
    const candidates = [same, ...within].find(({ length }) => length > 0) ?? [];
    if (candidates.length === 1) return { id, positions: candidates, issues: [] };
    const severity = field.required ? "error" : "warning";
    const among = candidates.map((position) => headers[position] ?? "");
    if (among.length > 1) {
      return { id, positions: [], issues: [headerIssue("header-ambiguous", severity, id, { candidates: among })] };
    }
    const missing = headerIssue("header-missing", severity, id, { expected: field.headers });
    return { id, positions: [], issues: field.required ? [missing] : [] };
  });
}

function headerIssue(code: Issue["code"], severity: Issue["severity"], field: string, params: Issue["params"]): Issue {
  return { code, severity, count: 1, rows: [], params: { field, ...params } };
}

/** The header as it stands decides; its folded form only where nothing stands so. */
function columnsNamed(headers: readonly string[], name: string): number[] {
  const positionsWhere = (is: (header: string) => boolean) => headers.flatMap((header, i) => (is(header) ? [i] : []));
  const same = positionsWhere((header) => header === name);
  return same.length > 0 ? same : positionsWhere((header) => fold(header) === fold(name));
}

function matching(
  words: readonly (readonly string[])[],
  field: FieldSpec,
  matches: (header: readonly string[], name: Name) => boolean,
): number[] {
  const names = namesOf(field);
  return words.flatMap((header, at) => (names.some((name) => matches(header, name)) ? [at] : []));
}

/** Whether another field has a longer name in the header of a column than this one has. */
function longerClaims(words: readonly (readonly string[])[], fields: readonly FieldSpec[]) {
  const longest = (header: readonly string[], field: FieldSpec) =>
    Math.max(0, ...namesOf(field).map((name) => (contains(header, name) ? name.words.length : 0)));
  const lengths = new Map(fields.map((field) => [field, words.map((header) => longest(header, field))]));
  return (position: number, field: FieldSpec) => {
    const own = lengths.get(field)?.[position] ?? 0;
    return [...lengths.values()].some((others) => (others[position] ?? 0) > own);
  };
}

/** Whether the cells of a column can be meant as numbers: one of them shows a digit, or none says anything. */
export function mayHoldNumbers(sample: readonly (readonly CellValue[])[], position: number): boolean {
  let hasWords = false;
  for (const row of sample) {
    const cell = row[position] ?? "";
    if (typeof cell === "number") return true;
    if (typeof cell === "string") {
      if (/\d/.test(cell)) return true;
      const empty = emptyKind(cell);
      hasWords ||= empty === null || empty === CellKind.error;
    }
  }
  return !hasWords;
}

/** Two fields on one column is allowed (a number can be income and rank), but seldom meant. */
function sharedColumns(columns: ReadonlyMap<string, readonly number[]>, headers: readonly string[]): Issue[] {
  const readers = new Map<number, string[]>();
  for (const [id, positions] of columns) {
    for (const position of positions) readers.set(position, [...(readers.get(position) ?? []), id]);
  }
  return [...readers].flatMap(([position, ids]) =>
    ids.length > 1
      ? [headerIssue("header-shared", "warning", ids[0] ?? "", { header: headers[position] ?? "", fields: ids })]
      : [],
  );
}
