import type { Issue } from "../issue";
import type { FieldSpec } from "../preset/schema";
import { CellKind, emptyKind, type CellValue } from "./cell";
import { fold } from "./fold";

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
}

/**
 * Finds the columns of a preset's fields by their headers, without regard to case, spaces and punctuation.
 *
 * An exact match comes first; else the one header that contains a field's words, among the columns that no field
 * matches exactly and that contain no longer name of another field ("Expected revenue 2026" is no "Revenue"). Two
 * candidates are never decided by luck: the field stays unmapped with `header-ambiguous`.
 */
export function bindFields(
  headers: readonly string[],
  fields: ReadonlyMap<string, FieldSpec>,
  { chosen = new Map(), sample = [] }: BindOptions = {},
): Binding {
  const words = headers.map(wordsOf);
  const columns = new Map<string, readonly number[]>();
  const issues: Issue[] = [];
  const taken = new Set<number>();

  for (const [id, names] of chosen) {
    if (!fields.has(id)) continue;
    const found = names.map((name) => columnsNamed(headers, name));
    names.forEach((name, i) => {
      const count = found[i]?.length ?? 0;
      if (count === 0) issues.push(headerIssue("header-not-found", "error", id, { header: name }));
      if (count > 1) issues.push(headerIssue("header-repeated", "error", id, { header: name, count }));
    });
    const positions = [...new Set(found.flat())];
    if (positions.length > 1 && fields.get(id)?.many === false) {
      issues.push(headerIssue("header-ambiguous", "error", id, { candidates: names }));
    }
    if (names.length === 0 && fields.get(id)?.required === true) {
      issues.push(headerIssue("header-missing", "error", id, { expected: fields.get(id)?.headers ?? [] }));
    }
    columns.set(id, positions);
    positions.forEach((position) => taken.add(position));
  }

  const open = [...fields].filter(([id]) => !chosen.has(id));
  const exact = new Map(open.map(([id, field]) => [id, matching(words, field, isSame)]));
  for (const positions of exact.values()) positions.forEach((position) => taken.add(position));
  const isClaimed = longerClaims(
    words,
    open.map(([, field]) => field),
  );
  for (const [id, field] of open) {
    let candidates = exact.get(id) ?? [];
    if (candidates.length === 0) {
      candidates = matching(words, field, contains).filter(
        (position) =>
          !taken.has(position) &&
          !isClaimed(position, field) &&
          (field.type !== "number" || mayHoldNumbers(sample, position)),
      );
    }
    if (candidates.length === 1) columns.set(id, candidates);
    else columns.set(id, []);
    if (candidates.length > 1) {
      const named = candidates.map((position) => headers[position] ?? "");
      issues.push(headerIssue("header-ambiguous", field.required ? "error" : "warning", id, { candidates: named }));
    } else if (candidates.length === 0 && field.required) {
      issues.push(headerIssue("header-missing", "error", id, { expected: field.headers }));
    }
  }
  issues.push(...sharedColumns(columns, headers));
  return { columns, issues };
}

function headerIssue(code: Issue["code"], severity: Issue["severity"], field: string, params: Issue["params"]): Issue {
  return { code, severity, count: 1, rows: [0], params: { field, ...params } };
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
  matches: (header: readonly string[], name: readonly string[]) => boolean,
): number[] {
  const names = field.headers.map(wordsOf);
  return words.flatMap((header, position) => (names.some((name) => matches(header, name)) ? [position] : []));
}

/** Whether another field has a longer name in the header of a column than this one has. */
function longerClaims(words: readonly (readonly string[])[], fields: readonly FieldSpec[]) {
  const longest = (header: readonly string[], field: FieldSpec) =>
    Math.max(0, ...field.headers.map(wordsOf).map((name) => (contains(header, name) ? name.length : 0)));
  const lengths = new Map(fields.map((field) => [field, words.map((header) => longest(header, field))]));
  return (position: number, field: FieldSpec) => {
    const own = lengths.get(field)?.[position] ?? 0;
    return [...lengths.values()].some((others) => (others[position] ?? 0) > own);
  };
}

function wordsOf(header: string): string[] {
  return fold(header).match(/[\p{L}\p{N}%$€£#][\p{L}\p{M}\p{N}%$€£#]*/gu) ?? [];
}

function isSame(header: readonly string[], name: readonly string[]): boolean {
  return header.join("") === name.join("") && name.length > 0;
}

/** The words of `name` stand in the header one after another. */
function contains(header: readonly string[], name: readonly string[]): boolean {
  if (name.length === 0) return false;
  return header.some((_, start) => name.every((word, i) => header[start + i] === word));
}

function mayHoldNumbers(sample: readonly (readonly CellValue[])[], position: number): boolean {
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
