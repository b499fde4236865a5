import { accountKeys, rowIssues, withoutTotals } from "../table/accounts";
import type { CellValue, ColumnCells } from "../table/cell";
import { TextCells, type Column, type KindArray } from "../table/column";
import { fieldReader } from "../table/reader";
import { rowKinds } from "../table/rowKinds";
import { ACCOUNT_FIELD, allOf, partsOf, type Reading, type Table } from "../table/table";
import { cellIssues } from "../table/tally";
import { fresh } from "../workspace";
import { differing, isNothing, placed, type Changes } from "./changes";
import { editedTexts } from "./editedTexts";

/**
 * A table after an edit of some rows: the same that reading all cells anew would give. A run over it goes on from a run
 * over the table before.
 *
 * `rows` are rows of the table (0 is the first one below the header), ascending, each once; others throw a RangeError.
 * `cellsOf` gives the cells of a column of the source in those rows, one for each, edited or not. The rows themselves, the
 * header and where it stands must be as they were: rows that were added, deleted or moved need a table of their own.
 */
export function editTable(
  table: Table,
  rows: readonly number[],
  cellsOf: (sourceColumn: number) => ColumnCells,
): Table {
  const edited = Int32Array.from(rows);
  edited.forEach((row, i) => {
    if (row >= table.size || row < 0 || (i > 0 && row <= edited[i - 1]!)) throw new RangeError(`row ${row}`); // i > 0
  });
  const fields = new Map(table.fields);
  const cells = new Map(table.reading.cells);
  const told = new Map(table.reading.issues.fields);
  const changed = new Set<string>();
  for (const [id, column] of table.fields) {
    const field = editedField(id, column, table.reading, edited, cellsOf);
    if (!field) continue;
    changed.add(id);
    fields.set(id, field.column);
    const before = cells.get(id);
    if (field.cells.every((kinds, place) => kinds === before?.[place])) continue; // nothing else is told of cells
    cells.set(id, field.cells);
    const { type } = table.reading.specs.get(id) ?? { type: "text" };
    told.set(id, cellIssues(field.cells, id, type, table.firstRow));
  }
  const reading = { ...table.reading, cells, issues: { ...table.reading.issues, fields: told } };
  const edit = { since: table.reading, rows: edited, fields: changed };
  return withRowsTold({ ...table, fields, reading, issues: allOf(reading.issues), edit }, table.rowKinds);
}

interface EditedField {
  readonly column: Column;
  readonly cells: readonly KindArray[];
}

/** A field with the cells of some rows read anew; null where they say what they said before. */
function editedField(
  id: string,
  column: Column,
  { specs, columns, options, cells }: Reading,
  rows: Int32Array,
  cellsOf: (sourceColumn: number) => ColumnCells,
): EditedField | null {
  const [spec, own, before] = [specs.get(id), columns.get(id) ?? [], cells.get(id)];
  if (!spec || !before || own.length === 0) return null;
  const reader = fieldReader(spec, rows.length, own.length, options, fresh);
  own.forEach((source, place) => reader.read(withLength(cellsOf(source), rows.length), place, 0, 0, rows.length));
  const part = reader.column();
  const kinds = before.map((each, place) => placed<Uint8Array>(each, rows, reader.cells[place]!) as KindArray); // one for each
  const now = withCells(column, rows, part);
  return now === column && kinds.every((each, place) => each === before[place]) ? null : { column: now, cells: kinds };
}

/** The cells of so many rows, though none be there. */
function withLength({ rows, index }: ColumnCells, length: number): ColumnCells {
  return { rows: Array.from({ length }, (_, i): readonly CellValue[] => rows[i] ?? []), index };
}

/** A column with some of its rows in place of those it had; itself where they are the same. */
function withCells(column: Column, rows: Int32Array, part: Column): Column {
  const own = column.kinds ?? new Uint8Array();
  const kinds = placed<Uint8Array>(own, rows, part.kinds ?? new Uint8Array(rows.length)) as KindArray;
  if (column instanceof TextCells) {
    return part instanceof TextCells ? editedTexts(column, rows, part.texts, kinds) : column;
  }
  if (column.type === "number" && part.type === "number") {
    const values = placed(column.values, rows, part.values);
    return values === column.values && kinds === own ? column : { ...column, values, kinds };
  }
  if (column.type !== "text" || part.type !== "text") return column;
  const codes = placed(column.codes, rows, part.codes);
  return codes === column.codes && kinds === own ? column : { ...column, codes, kinds };
}

/** Says what each row is where the edit may have changed that. Where it has, no run can go on from one before. */
function withRowsTold(table: Table, kindsBefore: Uint8Array): Table {
  const { edit, reading, firstRow, fields, size, ...rest } = table;
  const isRenamed = edit?.fields.has(ACCOUNT_FIELD) === true;
  if (reading.arePlain && !isRenamed) return table;
  const named = isRenamed ? accountKeys(fields.get(ACCOUNT_FIELD), size, fresh) : reading.named;
  const { accountHeader, specs } = reading;
  const { kinds, arePlain } = rowKinds({ accounts: named, accountHeader, ...partsOf(fields, specs) });
  const changes: Changes = differing(kindsBefore, kinds);
  if (!isRenamed && isNothing(changes)) return table;
  const accounts = withoutTotals(named, kinds);
  const issues = { ...reading.issues, rows: rowIssues(accounts, kinds, firstRow) };
  return {
    ...rest,
    ...{ size, firstRow, fields, accounts, rowKinds: kinds },
    issues: allOf(issues),
    reading: { ...reading, issues, named, arePlain },
  };
}
