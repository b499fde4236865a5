import { fold, isBlankCell, readCell, strongest, type Cell, type Kind, type RawCell, type Value } from "./cells";
import type { Document, Field } from "./document";
import { divided, fromBig, fromDouble, sumOf, times, toDouble } from "./exact";

/** One row of the sheet below the header, its columns read as the fields say. */
export interface Row {
  readonly cells: ReadonlyMap<string, Cell>;
  /** Blank in every column that a field is read from: nothing is written beside it. */
  readonly isBlank: boolean;
}

/** What one line of tiers is for: a row, or with a roll-up all rows of one key. */
export interface Account {
  readonly key: string;
  /** Below the header, from 0. */
  readonly rows: readonly number[];
  readonly values: ReadonlyMap<string, Value>;
  readonly kinds: ReadonlyMap<string, Kind>;
}

export interface Sheet {
  readonly rows: readonly Row[];
  readonly accounts: readonly Account[];
  /** Fields that some column holds. */
  readonly mapped: ReadonlySet<string>;
}

export function readSheet(cells: readonly (readonly RawCell[])[], document: Document): Sheet {
  const [header = [], ...below] = cells;
  const columns = new Map<string, number[]>();
  for (const [id, field] of Object.entries(document.fields)) {
    const found = header.flatMap((title, column) => (field.headers.includes(String(title)) ? [column] : []));
    columns.set(id, found);
  }
  const mapped = new Set([...columns].filter(([, found]) => found.length > 0).map(([id]) => id));
  const isRead = new Set([...columns.values()].flat());
  const rows = below.map((raw): Row => {
    const read = new Map<string, Cell>();
    for (const [id, field] of Object.entries(document.fields)) {
      const parts = (columns.get(id) ?? []).map((column) => readCell(raw[column] ?? "", field.type));
      read.set(id, together(parts, field));
    }
    return {
      cells: inBaseCurrency(read, document, mapped),
      isBlank: raw.every((cell, column) => !isRead.has(column) || isBlankCell(cell)),
    };
  });
  return { rows, accounts: accountsOf(rows, document), mapped };
}

/** Several columns of one field: numbers add up, of others the first that says something. */
function together(parts: readonly Cell[], field: Field): Cell {
  const values = parts.map(({ value }) => value).filter((value) => value !== null);
  const kind = strongest(parts.map((part) => part.kind));
  if (values.length === 0) return { kind, value: null };
  return { kind, value: field.type === "number" ? exactSum(values) : (values[0] ?? null) };
}

function inBaseCurrency(
  cells: ReadonlyMap<string, Cell>,
  { currency }: Document,
  mapped: ReadonlySet<string>,
): ReadonlyMap<string, Cell> {
  if (!currency || !mapped.has(currency.field)) return cells;
  const named = cells.get(currency.field)?.value ?? null;
  const rates = new Map(Object.entries(currency.rates).map(([name, rate]) => [fold(name), rate]));
  rates.set(fold(currency.base), 1);
  const rate = named === null ? undefined : rates.get(fold(String(named)));
  const changed = new Map(cells);
  for (const id of currency.of) {
    const cell = cells.get(id);
    if (typeof cell?.value !== "number") continue;
    const value = rate === undefined ? null : toDouble(times(fromDouble(cell.value), fromDouble(rate)));
    changed.set(id, { kind: cell.kind, value });
  }
  return changed;
}

function accountsOf(rows: readonly Row[], document: Document): Account[] {
  const by = document.rollUp?.by;
  const groups: { key: string; name: Value; rows: number[] }[] = [];
  rows.forEach((row, index) => {
    const name = (by === undefined ? null : row.cells.get(by)?.value) ?? row.cells.get("account")?.value ?? null;
    if (name === null) return;
    const key = fold(String(name));
    const known = by === undefined ? undefined : groups.find((group) => group.key === key);
    if (known) known.rows.push(index);
    else groups.push({ key, name, rows: [index] });
  });
  return groups.map((group) => {
    const values = new Map<string, Value>();
    const kinds = new Map<string, Kind>();
    for (const [id, field] of Object.entries(document.fields)) {
      const cells = group.rows.flatMap((row) => rows[row]?.cells.get(id) ?? []);
      kinds.set(id, strongest(cells.map(({ kind }) => kind)));
      const found = cells.map(({ value }) => value).filter((value) => value !== null);
      const value = by === undefined ? (found[0] ?? null) : combined(found, combineOf(id, field, document));
      values.set(id, value);
    }
    // The account is what its rows are joined by, in the words of the first of them; blank are its cells all the same.
    if (by !== undefined) values.set("account", group.name);
    return { ...group, values, kinds };
  });
}

type Combine = NonNullable<Field["combine"]>;

function combineOf(id: string, field: Field, document: Document): Combine {
  if (field.combine !== undefined) return field.combine;
  const isFirstPurchase = document.measures?.some((one) => one.type === "lifecycle" && one.firstPurchase === id);
  switch (field.type) {
    case "number":
      return field.many ? "sum" : "max";
    case "date":
      return isFirstPurchase ? "min" : "max";
    case "boolean":
      return "max";
    case "text":
      return "first";
  }
}

/** One value of those that the rows of an account have. */
function combined(values: readonly Value[], how: Combine): Value {
  if (how === "count") return values.length;
  const [first = null] = values;
  if (first === null || how === "first") return first;
  if (typeof first === "boolean") return how === "max" ? values.includes(true) : !values.includes(false);
  const numbers = values.filter((value) => typeof value === "number");
  switch (how) {
    case "sum":
      return exactSum(numbers);
    case "mean":
      return toDouble(divided(sumOf(numbers.map(fromDouble)), fromBig(BigInt(numbers.length))));
    case "max":
      return Math.max(...numbers);
    case "min":
      return Math.min(...numbers);
  }
}

/** The sum as close as a double comes, in whatever order the parts stand. */
export function exactSum(values: readonly Value[]): number {
  return toDouble(sumOf(values.filter((value) => typeof value === "number").map(fromDouble)));
}
