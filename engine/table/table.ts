import { issueOfRows, type Issue } from "../issue";
import type { Preset } from "../preset/schema";
import { emptyKind, textOf, type CellValue, type ColumnCells } from "./cell";
import { encode, TextCells, type Column } from "./column";
import { fold } from "./fold";
import { bindFields, type Binding, type BindOptions } from "./headers";
import { ENGLISH_SIGNS } from "./number";
import { fieldReader, type ReadOptions } from "./reader";

/** The accounts of one source: one typed column per field of the preset, one row per row below the header. */
export interface Table {
  readonly size: number;
  /** Input row of table row 0 (the header is input row 0, so 1). */
  readonly firstRow: number;
  readonly fields: ReadonlyMap<string, Column>;
  /** Fields that no column was found for; their column is missing throughout. */
  readonly unmapped: ReadonlySet<string>;
  readonly accounts: AccountKeys;
  readonly issues: readonly Issue[];
}

/** Who each row is. */
export interface AccountKeys {
  /** Position in `keys`; -1 where the account is blank. */
  readonly codes: Int32Array;
  /** Folded account names, each once. */
  readonly keys: readonly string[];
  /** The name in a row as it was written; `""` where blank. */
  nameAt(row: number): string;
}

export type TableResult =
  { readonly ok: true; readonly table: Table } | { readonly ok: false; readonly issues: readonly Issue[] };

/** The field that names the account. */
export const ACCOUNT_FIELD = "account";

export type TableOptions = Partial<ReadOptions> & BindOptions;

/**
 * Cells → typed columns. The first row is the header; every row below it is an account.
 *
 * Refused, with issues of severity `error`: no rows, a required field without a column, a header that could be two.
 */
export function readTable(
  cells: readonly (readonly CellValue[])[],
  preset: Preset,
  options: TableOptions = {},
): TableResult {
  const [header = [], ...rows] = cells;
  const binding = bindFields(header.map(String), preset.fields, { sample: rows.slice(0, 50), ...options });
  const builder = tableBuilder(binding, preset, rows.length, options);
  if (!builder.ok) return builder;
  builder.add(rows.length, (index) => ({ rows, index }));
  return { ok: true, table: builder.table() };
}

export type TableBuilder =
  | { readonly ok: false; readonly issues: readonly Issue[] }
  | {
      readonly ok: true;
      /** Takes the next `count` rows. `cellsOf` gives the cells of a source column, so that only mapped columns need be read. */
      add(count: number, cellsOf: (sourceColumn: number) => ColumnCells): void;
      /** The finished table; rows that were never added are blank. */
      table(): Table;
    };

/** For a source that is read in blocks: `size` rows below the header are known beforehand, their cells come in order. */
export function tableBuilder(
  binding: Binding,
  preset: Preset,
  size: number,
  { signs = ENGLISH_SIGNS, dateOrder = null, date1904 = false }: Partial<ReadOptions> = {},
): TableBuilder {
  const errors = binding.issues.filter((issue) => issue.severity === "error");
  if (errors.length > 0) return { ok: false, issues: errors };
  if (size === 0)
    return { ok: false, issues: [{ code: "no-rows", severity: "error", count: 1, rows: [], params: {} }] };

  const readers = new Map(
    [...preset.fields].map(([id, field]) => [id, fieldReader(field, size, { signs, dateOrder, date1904 })]),
  );
  let filled = 0;
  return {
    ok: true,
    add(count, cellsOf) {
      for (const [id, reader] of readers) {
        for (const column of binding.columns.get(id) ?? []) reader.read(cellsOf(column), filled);
      }
      filled += count;
    },
    table() {
      const firstRow = 1;
      const fields = new Map([...readers].map(([id, reader]) => [id, reader.column()]));
      const accounts = accountKeys(fields.get(ACCOUNT_FIELD), size);
      const issues = [
        ...binding.issues,
        ...[...readers].flatMap(([id, reader]) => reader.issues(id, firstRow)),
        ...accountIssues(accounts, firstRow),
      ];
      const unmapped = new Set([...preset.fields.keys()].filter((id) => (binding.columns.get(id) ?? []).length === 0));
      return { size, firstRow, fields, unmapped, accounts, issues };
    },
  };
}

/** The key that a cell of the account column stands for; `""` where it names nobody. */
export function accountKey(cell: CellValue): string {
  const text = textOf(cell);
  return emptyKind(text) === null ? fold(text) : "";
}

function accountKeys(column: Column | undefined, size: number): AccountKeys {
  const texts = column instanceof TextCells ? column.texts : new Array<undefined>(size);
  const { codes, words } = encode(texts, fold);
  return { codes, keys: words, nameAt: (row) => texts[row] ?? "" };
}

function accountIssues(accounts: AccountKeys, firstRow: number): Issue[] {
  const seen = new Uint32Array(accounts.keys.length);
  const blank: number[] = [];
  const repeated: number[] = [];
  accounts.codes.forEach((code, row) => {
    if (code < 0) blank.push(row + firstRow);
    else {
      const before = seen[code] ?? 0;
      if (before > 0) repeated.push(row + firstRow);
      seen[code] = before + 1;
    }
  });
  return [issueOfRows("account-blank", "warning", blank), issueOfRows("account-repeated", "warning", repeated)].filter(
    (issue) => issue !== null,
  );
}
