import { TableManager } from "@univerjs/sheets-table";
import { areaOf } from "../rules/area";
import type { TableSnapshot } from "../snapshot";
import { areaOfRange, rangeOf } from "./ranges";
import { Remembered } from "./remembered";
import type { SheetData } from "./sheetData";

/** The tables of a sheet in Univer. What it does not know of them (totals, Excel's style, the columns' numbers) is beside. */
export class UniverTables {
  readonly #beside = new Map<string, Beside>();
  /** Univer lists a table that is put in again at the end. */
  #order: string[] = [];

  readonly #listed: Remembered<readonly TableSnapshot[]>;

  constructor(readonly data: SheetData) {
    this.#listed = new Remembered(data.unit, () => this.#list());
  }

  get list(): readonly TableSnapshot[] {
    return this.#listed.now;
  }

  #list(): TableSnapshot[] {
    const tables = this.#tables.map((table) => this.#snapshotOf(table));
    const place = ({ id }: TableSnapshot): number => this.#order.indexOf(id) >>> 0; // unknown ones are last
    return tables.sort((a, b) => place(a) - place(b));
  }

  set list(tables: readonly TableSnapshot[]) {
    const before = new Map(this.list.map((table) => [table.id, JSON.stringify(table)]));
    this.#order = tables.map(({ id }) => id);
    const changed = tables.filter((table) => before.get(table.id) !== JSON.stringify(ordered(table)));
    const kept = new Set(tables.filter((table) => !changed.includes(table)).map(({ id }) => id));
    const filters = new Map(this.#tables.map((table) => [table.getId(), table.toJSON().filters.tableColumnFilterList]));
    for (const id of before.keys()) if (!kept.has(id)) this.data.run("sheet.mutation.delete-table", { tableId: id });
    for (const table of changed) this.#put(table, table.isDataFiltered ? filters.get(table.id) : undefined);
  }

  /** What a person chose in the tables' filters. */
  get filteredOut(): Set<number> {
    return new Set(this.#tables.flatMap((table) => [...(table.getTableFilters().getFilterOutRows() ?? [])]));
  }

  /** The name of the table that a cell is in. */
  nameAt(row: number, column: number): string | undefined {
    return this.#tables
      .find((table) => {
        const { startRow, endRow, startColumn, endColumn } = table.getRange();
        return row >= startRow && row <= endRow && column >= startColumn && column <= endColumn;
      })
      ?.getDisplayName();
  }

  get #tables(): Table[] {
    const { unit, sheet } = this.data;
    return unit.service(TableManager).getTablesBySubunitId(unit.id, sheet);
  }

  /** Univer scrambles the columns of a table whose range it changes: it is always put in anew. */
  #put(table: TableSnapshot, filters: object | undefined): void {
    const { columnNames, hasHeaders, hasTotals, style, isDataFiltered, hasFilterButtons, hasBandedRows } = table;
    this.#beside.set(table.id, {
      numbers: new Map(columnNames.map(({ id }) => [String(id), id])),
      kept: {
        hasTotals,
        style,
        isDataFiltered,
        ...(hasFilterButtons !== undefined && { hasFilterButtons }),
        ...(hasBandedRows !== undefined && { hasBandedRows }),
      },
    });
    const columns = columnNames.map(({ id, name }) => ({ id: String(id), displayName: name }));
    this.data.makeRoom(table);
    this.data.run("sheet.mutation.add-table", {
      tableId: table.id,
      name: table.name,
      range: rangeOf(table),
      header: columnNames.map(({ name }) => name),
      options: { showHeader: hasHeaders, columns, ...(filters && { filters }) },
    });
  }

  #snapshotOf(table: Table): TableSnapshot {
    const id = table.getId();
    const beside = this.#beside.get(id) ?? { numbers: new Map<string, number>(), kept: NEW };
    this.#beside.set(id, beside);
    const area = areaOfRange(table.getRange());
    return ordered({
      ...area,
      id,
      name: table.getDisplayName(),
      columnNames: table.getTableInfo().columns.map((column) => ({
        id: numberOf(beside.numbers, column.id),
        name: column.displayName,
      })),
      hasHeaders: table.isShowHeader(),
      ...beside.kept,
      isDataFiltered: beside.kept.isDataFiltered || (table.getTableFilters().getFilterOutRows()?.size ?? 0) > 0,
    });
  }
}

type Table = ReturnType<TableManager["getTablesBySubunitId"]>[number];

interface Beside {
  /** By Univer's ids of the columns. */
  numbers: Map<string, number>;
  kept: Pick<TableSnapshot, "hasTotals" | "style" | "isDataFiltered" | "hasFilterButtons" | "hasBandedRows">;
}

const NEW: Beside["kept"] = { hasTotals: false, style: "TableStyleMedium2", isDataFiltered: false };

/** Given once and for life. */
function numberOf(numbers: Map<string, number>, id: string): number {
  const number = numbers.get(id) ?? Math.max(0, ...numbers.values()) + 1;
  numbers.set(id, number);
  return number;
}

/** Members in one order, so that equal tables have equal texts. */
function ordered(table: TableSnapshot): TableSnapshot {
  const { id, name, columnNames, hasHeaders, hasTotals, style, isDataFiltered } = table;
  return {
    ...areaOf(table),
    id,
    name,
    columnNames: columnNames.map((column) => ({ id: column.id, name: column.name })),
    hasHeaders,
    hasTotals,
    style,
    isDataFiltered,
    ...(table.hasFilterButtons !== undefined && { hasFilterButtons: table.hasFilterButtons }),
    ...(table.hasBandedRows !== undefined && { hasBandedRows: table.hasBandedRows }),
  };
}
