import type { Issue } from "../issue";
import type { Preset } from "../preset/schema";
import { accountKeys, rowIssues, withoutTotals } from "./accounts";
import { emptyKind, textOf, type CellValue, type ColumnCells } from "./cell";
import { TextCells, type Column, type KindArray } from "./column";
import { findHeader, headerAt, SEARCHED_ROWS, type HeaderPlace } from "./findHeader";
import { fold } from "./fold";
import { bindFields, type Binding, type BindOptions } from "./headers";
import type { NameIndex } from "./nameIndex";
import { ENGLISH_SIGNS } from "./number";
import { fieldReader, type ReadOptions } from "./reader";
import { rowKinds, type RowKinds } from "./rowKinds";
import { fresh, type Buffers } from "../workspace";

/** The accounts of one source: one typed column per field of the preset, one row per row below the header. */
export interface Table {
  readonly size: number;
  /** Where the header stands; rows above it are titles. */
  readonly header: HeaderPlace;
  /** Input row of table row 0, the first one below the header. */
  readonly firstRow: number;
  /** What each row is. Only accounts have a code in `accounts`. */
  readonly rowKinds: RowKinds;
  readonly fields: ReadonlyMap<string, Column>;
  /** Fields that no column was found for; their column is missing throughout. */
  readonly unmapped: ReadonlySet<string>;
  readonly accounts: AccountKeys;
  readonly issues: readonly Issue[];
  /** How it was read, for `editTable` to go on from. */
  readonly reading: Reading;
  /** Where its columns come from, and those of a run over it. */
  readonly buffers: Buffers;
  /** What it was made from, where that was an edit of rows. */
  readonly edit?: TableEdit;
}

/** What an edit of a table needs to know of how the table was read. */
export interface Reading {
  readonly options: ReadOptions;
  readonly specs: Preset["fields"];
  /** The columns of the source that each field has. */
  readonly columns: Binding["columns"];
  /** What became of each cell, by field and column. */
  readonly cells: ReadonlyMap<string, readonly KindArray[]>;
  /** In the order in which they are told: of the header, of each field, of the rows. */
  readonly issues: {
    readonly header: readonly Issue[];
    readonly fields: ReadonlyMap<string, readonly Issue[]>;
    readonly rows: readonly Issue[];
  };
  /** Every name, those of totals too. */
  readonly named: AccountKeys;
  /** Whether the names alone say that every row is an account, whatever stands beside them. */
  readonly arePlain: boolean;
  readonly accountHeader: string;
}

/** How a table differs from the one that it was made from. */
export interface TableEdit {
  /** That of the table before, which is known by it. */
  readonly since: Reading;
  /** Rows that were edited, ascending. */
  readonly rows: Int32Array;
  /** Fields that have changed in any of them. */
  readonly fields: ReadonlySet<string>;
}

/** Who each row is: names that are one when folded. */
export interface AccountKeys extends NameIndex {
  /** Position in `keys`; -1 where the account is blank, and in totals. */
  readonly codes: Int32Array;
  /** Folded account names, each once. Made when first asked for: `keyAt` and `count` cost less. */
  readonly keys: readonly string[];
  /** The name in a row as it was written; `""` where blank. */
  nameAt(row: number): string;
}

export type TableResult =
  { readonly ok: true; readonly table: Table } | { readonly ok: false; readonly issues: readonly Issue[] };

/** The field that names the account. */
export const ACCOUNT_FIELD = "account";

export interface BuildOptions extends Partial<ReadOptions> {
  /** Where the header was found; the first row alone where absent. */
  readonly header?: HeaderPlace;
  /** What the columns of the source are headed: a row below that repeats it is told from accounts. */
  readonly headers?: readonly string[];
  /** Where the columns come from (`Workspace`); new ones where absent. */
  readonly buffers?: Buffers;
}

export type TableOptions = BuildOptions & BindOptions;

/**
 * Cells → typed columns. The header is where the options say, or else is looked for (`findHeader`); rows above it are
 * titles, every row below it is an account, a total, or names nobody.
 *
 * Refused, with issues of severity `error`: no rows, a required field without a column, a header that could be two.
 */
export function readTable(
  cells: readonly (readonly CellValue[])[],
  preset: Preset,
  options: TableOptions = {},
): TableResult {
  const header = options.header
    ? headerAt(cells, options.header)
    : findHeader(cells.slice(0, SEARCHED_ROWS), preset.fields, options);
  const rows = cells.slice(header.row + header.rows);
  const { headers, ...place } = header;
  const binding = bindFields(headers, preset.fields, { sample: rows.slice(0, 50), ...options, row: header.row });
  const builder = tableBuilder(binding, preset, rows.length, { ...options, header: place, headers });
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

/** Rows whose cells are read column by column while they are still near the processor. */
const AT_ONCE = 512;

/** For a source that is read in blocks: `size` rows below the header are known beforehand, their cells come in order. */
export function tableBuilder(
  binding: Binding,
  preset: Preset,
  size: number,
  {
    signs = ENGLISH_SIGNS,
    dateOrder = null,
    date1904 = false,
    header = FIRST_ROW,
    headers = [],
    buffers = fresh,
  }: BuildOptions = {},
): TableBuilder {
  const errors = binding.issues.filter((issue) => issue.severity === "error");
  if (errors.length > 0) return { ok: false, issues: errors };
  if (size === 0)
    return { ok: false, issues: [{ code: "no-rows", severity: "error", count: 1, rows: [], params: {} }] };

  const options: ReadOptions = { signs, dateOrder, date1904 };
  const readers = new Map(
    [...preset.fields].map(([id, field]) => {
      return [id, fieldReader(field, size, binding.columns.get(id)?.length ?? 0, options, buffers)];
    }),
  );
  let filled = 0;
  return {
    ok: true,
    add(count, cellsOf) {
      const columns = [...readers].flatMap(([id, reader]) =>
        (binding.columns.get(id) ?? []).map((column, place) => ({ reader, place, cells: cellsOf(column) })),
      );
      for (let from = 0; from < count; from += AT_ONCE) {
        for (const { reader, place, cells } of columns) {
          reader.read(cells, place, filled, from, Math.min(from + AT_ONCE, count, cells.rows.length));
        }
      }
      filled += count;
    },
    table() {
      const firstRow = header.row + header.rows;
      const fields = new Map([...readers].map(([id, reader]) => [id, reader.column()]));
      const accountHeader = headers[binding.columns.get(ACCOUNT_FIELD)?.[0] ?? -1] ?? "";
      const named = accountKeys(fields.get(ACCOUNT_FIELD), size, buffers);
      const { kinds, arePlain } = rowKinds({ accounts: named, accountHeader, ...partsOf(fields, preset.fields) });
      const accounts = withoutTotals(named, kinds);
      const issues = {
        header: [...headerIssues(header), ...binding.issues],
        fields: new Map([...readers].map(([id, reader]) => [id, reader.issues(id, firstRow)])),
        rows: rowIssues(accounts, kinds, firstRow),
      };
      const unmapped = new Set([...preset.fields.keys()].filter((id) => (binding.columns.get(id) ?? []).length === 0));
      const cells = new Map([...readers].map(([id, reader]) => [id, reader.cells]));
      const { fields: specs } = preset;
      const { columns } = binding;
      const reading: Reading = { options, specs, columns, cells, issues, named, arePlain, accountHeader };
      const told = { issues: allOf(issues), reading, buffers };
      return { size, header, firstRow, rowKinds: kinds, fields, unmapped, accounts, ...told };
    },
  };
}

/** Issues in the order in which they are told. */
export function allOf({ header, fields, rows }: Reading["issues"]): Issue[] {
  return [...header, ...[...fields.values()].flat(), ...rows];
}

const FIRST_ROW: HeaderPlace = { row: 0, rows: 1 };

/** A header elsewhere than in the first row alone is told: rows above it, or the second row of it, are no accounts. */
function headerIssues({ row, rows }: HeaderPlace): Issue[] {
  if (row === 0 && rows === 1) return [];
  return [{ code: "header-found", severity: "info", count: 1, rows: [row], params: { row, rows } }];
}

/** What tells accounts from other rows: the kinds of all cells, numbers that can be summed up, texts. */
export function partsOf(fields: ReadonlyMap<string, Column>, specs: Preset["fields"]) {
  const cells: KindArray[] = [];
  const numbers: Float64Array[] = [];
  const texts: TextCells[] = [];
  const values: KindArray[] = [];
  for (const [id, column] of fields) {
    if (column.kinds) cells.push(column.kinds);
    if (column.type === "number" && specs.get(id)?.type === "number") numbers.push(column.values);
    if (column.type === "number" && column.kinds) values.push(column.kinds);
    if (column instanceof TextCells) texts.push(column);
  }
  return { cells, numbers, texts, values };
}

/** The key that a cell of the account column stands for; `""` where it names nobody. */
export function accountKey(cell: CellValue): string {
  const text = textOf(cell);
  return emptyKind(text) === null ? fold(text) : "";
}
