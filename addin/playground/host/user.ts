import { addTable } from "./rules/addTable";
import { formatAddress, parseAddress } from "./rules/address";
import { areaOf, intersect, SHEET_COLUMNS, SHEET_ROWS } from "./rules/area";
import { checkSheetName, numberedName } from "./rules/naming";
import { checkCellsWritable } from "./rules/protection";
import { shiftCells } from "./rules/shiftCells";
import { sortOrder } from "./rules/sortOrder";
import { growTableTo } from "./rules/tableGrowth";
import { typeText } from "./rules/typedText";
import { isValid } from "./rules/validation";
import { writeCells } from "./rules/writeCells";
import type { Area, CellValue } from "./snapshot";
import type { TableState, Workbook } from "./workbook";

/**
 * A person at the spreadsheet, for tests: what they do raises the same events as in Excel, with `triggerSource`
 * "Unknown" and `source` "Local", or "Remote" for a co-author. Addresses name their sheet (`"Sheet1!B2:C9"`) or mean the
 * active one. What Excel refuses a user (locked cells, torn tables) throws.
 */
export class User {
  constructor(
    readonly workbook: Workbook,
    readonly actor: "user" | "co-author" = "user",
  ) {}

  /**
   * Types into one cell and presses Enter; right below or right of a table the table grows. What the cell's validation
   * stops throws; pasting is not stopped, as in Excel.
   */
  type(address: string, text: CellValue): void {
    this.#do(() => {
      const { sheet, area } = this.#find(address);
      this.#checkValid(sheet, area, text);
      this.#write(sheet, area, [[text]]);
      growTableTo(this.workbook, sheet, area);
    });
  }

  /** Begins to type into a cell: meanwhile requests fail, or wait if they asked for it (`delayForCellEdit`). */
  startEditing(address: string): void {
    this.#do(() => {
      const { sheet, area } = this.#find(address);
      this.workbook.select(sheet, [area]);
      this.workbook.setEditingCell(true);
    });
  }

  /** Presses Enter, which types the text into the cell; without a text it is Escape. */
  finishEditing(text?: CellValue): void {
    const { sheet, areas } = this.workbook.selection();
    const name = this.workbook.sheets().find(({ id }) => id === sheet)?.name ?? "";
    const [area] = areas;
    if (text !== undefined && area) this.type(formatAddress(name, area), text);
    this.#do(() => this.workbook.setEditingCell(false));
  }

  /** Pastes rows of values; the address is their top left cell. */
  paste(address: string, rows: CellValue[][]): void {
    this.#do(() => {
      const { sheet, area } = this.#find(address);
      this.#write(sheet, { ...area, rows: rows.length, columns: rows[0]?.length ?? 1 }, rows);
    });
  }

  /** The Delete key. */
  clear(address: string): void {
    this.#do(() => {
      const { sheet, area } = this.#find(address);
      checkCellsWritable(this.workbook, sheet, area);
      this.workbook.clear(sheet, area, "Contents");
    });
  }

  /** Sorts the rows of an area (without its header) by one of its columns, counted from zero. */
  sort(address: string, column: number, isAscending = true): void {
    this.#do(() => {
      const { sheet, area } = this.#find(address);
      checkCellsWritable(this.workbook, sheet, area);
      const order = sortOrder(this.workbook.readValues(sheet, area), [{ column, isAscending }], false);
      this.workbook.reorderRows(sheet, area, order);
    });
  }

  /** Whole rows with `"3:5"`, whole columns with `"B:C"`, cells with `"B2:C3"`; cells move down, or right when asked. */
  insert(address: string, shift?: "down" | "right"): void {
    this.#do(() => {
      const { sheet, area } = this.#find(address);
      shiftCells(this.workbook, sheet, { area, shift: shift ?? (area.rows === SHEET_ROWS ? "right" : "down") });
    });
  }

  delete(address: string, shift?: "up" | "left"): void {
    this.#do(() => {
      const { sheet, area } = this.#find(address);
      shiftCells(this.workbook, sheet, { area, shift: shift ?? (area.rows === SHEET_ROWS ? "left" : "up") });
    });
  }

  /** Hides the rows whose value in a column (counted in the area) does not pass; the first row holds the headers. */
  filter(address: string, column: number, keep: (value: CellValue) => boolean): void {
    this.#do(() => {
      const { sheet, area } = this.#find(address);
      const table = this.workbook.tables().find((other) => other.sheet === sheet && intersect(other, area));
      const whole = table ? areaOf(table) : area;
      const values = this.workbook.readValues(sheet, { ...whole, column: whole.column + column, columns: 1 });
      values.forEach(([value = ""], row) => {
        if (row > 0) this.workbook.setHidden(sheet, "rows", whole.row + row, 1, !keep(value));
      });
      if (table) this.workbook.changeTable(table.id, { isDataFiltered: true });
      else this.workbook.setFilter(sheet, { ...whole, isDataFiltered: true });
    });
  }

  /** Shows all rows of the sheet's filter and of its tables' again. */
  clearFilter(sheetName?: string): void {
    this.#do(() => {
      const sheet = this.#sheet(sheetName);
      const filter = this.workbook.filter(sheet);
      const tables = this.workbook.tables().filter((table) => table.sheet === sheet && table.isDataFiltered);
      for (const area of [...tables, ...(filter ? [filter] : [])]) {
        this.workbook.setHidden(sheet, "rows", area.row, area.rows, false);
      }
      for (const table of tables) this.workbook.changeTable(table.id, { isDataFiltered: false });
      if (filter) this.workbook.setFilter(sheet, { ...filter, isDataFiltered: false });
    });
  }

  protect(sheetName?: string): void {
    this.#do(() => this.workbook.changeSheet(this.#sheet(sheetName), { isProtected: true }));
  }

  unprotect(sheetName?: string): void {
    this.#do(() => this.workbook.changeSheet(this.#sheet(sheetName), { isProtected: false }));
  }

  addSheet(name: string): void {
    this.#do(() => {
      checkSheetName(
        name,
        this.workbook.sheets().map((sheet) => sheet.name),
      );
      this.workbook.addSheet(name);
    });
  }

  renameSheet(before: string, after: string): void {
    this.#do(() => this.workbook.changeSheet(this.#sheet(before), { name: after }));
  }

  deleteSheet(name: string): void {
    this.#do(() => this.workbook.deleteSheet(this.#sheet(name)));
  }

  activateSheet(name: string): void {
    this.#do(() => this.workbook.activate(this.#sheet(name)));
  }

  /** All addresses on one sheet; none selects a shape. */
  select(...addresses: string[]): void {
    this.#do(() => {
      const found = addresses.map((address) => this.#find(address));
      this.workbook.select(
        found[0]?.sheet ?? this.workbook.activeSheet(),
        found.map(({ area }) => area),
      );
    });
  }

  merge(address: string): void {
    this.#do(() => {
      const { sheet, area } = this.#find(address);
      const values = this.workbook
        .readValues(sheet, area)
        .map((row, index) => row.map((_, column) => (index + column === 0 ? null : "")));
      this.workbook.writeCells(sheet, area, { values, formulas: [] });
      this.workbook.setMerges(sheet, [...this.workbook.merges(sheet), area]);
    });
  }

  /** Enters a formula that fills these values from its cell on, as a dynamic array does. */
  spill(address: string, formula: string, rows: CellValue[][]): void {
    this.#do(() => {
      const { sheet, area: anchor } = this.#find(address);
      const area = { ...anchor, rows: rows.length, columns: rows[0]?.length ?? 1 };
      this.workbook.writeCells(sheet, area, { values: rows, formulas: [{ row: 0, column: 0, formula }] });
      this.workbook.setSpills(sheet, [...this.workbook.spills(sheet), area]);
    });
  }

  /** Ctrl+T on an area with headers; gives the table's id. */
  makeTable(address: string, name: string): string {
    return this.#do(() => {
      const { sheet, area } = this.#find(address);
      const id = addTable(this.workbook, sheet, area, true);
      this.workbook.changeTable(id, { name });
      return id;
    });
  }

  /** Rows counted in the table's body. */
  insertTableRows(table: string, index: number, count = 1): void {
    this.#do(() => this.workbook.insertTableRows(this.#table(table).id, index, count));
  }

  deleteTableRows(table: string, index: number, count = 1): void {
    this.#do(() => this.workbook.deleteTableRows(this.#table(table).id, index, count));
  }

  insertTableColumn(table: string, index: number, name?: string): void {
    this.#do(() => {
      const { id, columnNames } = this.#table(table);
      const taken = columnNames.map((column) => column.name);
      this.workbook.insertTableColumn(id, index, name ?? numberedName("Column", taken));
    });
  }

  deleteTableColumn(table: string, column: string): void {
    this.#do(() => {
      const { id, columnNames } = this.#table(table);
      this.workbook.deleteTableColumn(
        id,
        columnNames.findIndex(({ name }) => name === column),
      );
    });
  }

  /** Whole rows or columns (`"3:4"`, `"C:D"`). */
  hide(address: string): void {
    this.#do(() => {
      const { sheet, area } = this.#find(address);
      const isRows = area.columns === SHEET_COLUMNS;
      if (isRows) this.workbook.setHidden(sheet, "rows", area.row, area.rows, true);
      else this.workbook.setHidden(sheet, "columns", area.column, area.columns, true);
    });
  }

  #do<T>(work: () => T): T {
    return this.workbook.by(this.actor, work);
  }

  #checkValid(sheet: string, area: Area, typed: CellValue): void {
    const [piece] = this.workbook.validationsWithin(sheet, area);
    const { showAlert, style } = piece?.value.errorAlert ?? {};
    if (!piece || !showAlert || style !== "Stop") return;
    const { culture, date1904 } = this.workbook;
    const context = { culture, date1904, thisYear: new Date().getFullYear() };
    const format = this.workbook.commonNumberFormat(sheet, area) ?? "General";
    const value = typeof typed === "string" ? typeText(typed, format, context).value : typed;
    if (!isValid(this.workbook, sheet, value, piece.value)) {
      throw new Error(`"${String(typed)}" doesn't match the data validation of this cell.`);
    }
  }

  #write(sheet: string, area: Area, rows: CellValue[][]): void {
    writeCells(this.workbook, sheet, area, rows, {
      culture: this.workbook.culture,
      thisYear: new Date().getFullYear(),
      filteredWrites: "all",
    });
  }

  #find(address: string): { sheet: string; area: Area } {
    const parsed = parseAddress(address);
    if (!parsed) throw new Error(`"${address}" is not an address.`);
    return { sheet: this.#sheet(parsed.sheet ?? undefined), area: parsed.area };
  }

  #sheet(name?: string): string {
    if (name === undefined) return this.workbook.activeSheet();
    const sheet = this.workbook.sheets().find((other) => other.name === name);
    if (!sheet) throw new Error(`There is no sheet ${name}.`);
    return sheet.id;
  }

  #table(name: string): TableState {
    const table = this.workbook.tables().find((other) => other.name === name);
    if (!table) throw new Error(`There is no table ${name}.`);
    return table;
  }
}
