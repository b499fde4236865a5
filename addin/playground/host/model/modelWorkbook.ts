import { atOnce, type Sliced } from "../../../slices";
import { areaOf } from "../rules/area";
import type {
  ChartSnapshot,
  ConditionalFormatSnapshot,
  NameSnapshot,
  SheetSnapshot,
  TableSnapshot,
  WorkbookSnapshot,
} from "../snapshot";
import type * as port from "../workbook";
import { ModelCells } from "./modelCells";
import { deleteColumn, deleteRows, insertColumn, insertRows } from "./tableEdits";
import type { SheetParts } from "./sheetParts";
import { sheetSnapshot } from "./sheetSnapshot";
import type { WorkbookOptions } from "./modelSheets";

/** The last third: tables, what is kept by name, and the whole as a snapshot. */
export abstract class ModelWorkbook extends ModelCells implements port.Workbook {
  #settings: Record<string, unknown>;
  #tablesAdded = 0;

  protected constructor(snapshot: WorkbookSnapshot, options: WorkbookOptions) {
    super(snapshot.date1904, options);
    this.#settings = structuredClone(snapshot.settings);
  }

  snapshot(): WorkbookSnapshot {
    return atOnce(this.snapshotInSlices());
  }

  /** The same with pauses. What changes in one of them may be in it by half: it must then be begun anew. */
  *snapshotInSlices(): Sliced<WorkbookSnapshot> {
    const sheets: SheetSnapshot[] = [];
    for (const sheet of this.sheetList) sheets.push(yield* sheetSnapshot(sheet));
    return {
      sheets,
      activeSheet: this.front.name,
      names: structuredClone([...this.nameList]),
      settings: structuredClone(this.#settings),
      date1904: this.date1904,
    };
  }

  tables(): readonly port.TableState[] {
    return this.sheetList.flatMap((sheet) => sheet.tables.map((table) => ({ ...table, sheet: sheet.id })));
  }

  addTable(id: string, table: Omit<TableSnapshot, "id">): string {
    const taken = new Set(this.tables().map((other) => other.id));
    do this.#tablesAdded++;
    while (taken.has(`{TABLE-${this.#tablesAdded}}`));
    const added = { ...structuredClone(table), id: `{TABLE-${this.#tablesAdded}}` };
    const sheet = this.sheet(id);
    sheet.tables = [...sheet.tables, added];
    return added.id;
  }

  changeTable(id: string, change: Partial<Omit<TableSnapshot, "id">>): void {
    const { sheet, table } = this.#table(id);
    const changed = withoutUndefined({ ...table, ...structuredClone(change) });
    sheet.tables = sheet.tables.map((other) => (other === table ? changed : other));
  }

  deleteTable(id: string, alsoCells: boolean): void {
    const { sheet, table } = this.#table(id);
    sheet.tables = sheet.tables.filter((other) => other !== table);
    if (alsoCells) this.clear(sheet.id, areaOf(table), "All");
  }

  insertTableColumn(id: string, index: number, name: string): number {
    const { sheet, table } = this.#table(id);
    return insertColumn(sheet, table, index, name, (edit) => this.shiftCells(sheet.id, edit));
  }

  deleteTableColumn(id: string, index: number): void {
    const { sheet, table } = this.#table(id);
    deleteColumn(table, index, (edit) => this.shiftCells(sheet.id, edit));
  }

  insertTableRows(id: string, index: number, count: number): void {
    const { sheet, table } = this.#table(id);
    insertRows(sheet, table, index, count, (edit) => this.shiftCells(sheet.id, edit));
  }

  deleteTableRows(id: string, index: number, count: number): void {
    const { sheet, table } = this.#table(id);
    deleteRows(sheet, table, index, count, (edit) => this.shiftCells(sheet.id, edit));
  }

  conditionalFormats(sheet: string): readonly ConditionalFormatSnapshot[] {
    return this.sheet(sheet).conditionalFormats;
  }

  setConditionalFormats(sheet: string, formats: ConditionalFormatSnapshot[]): void {
    this.sheet(sheet).conditionalFormats = structuredClone(formats);
  }

  charts(sheet: string): readonly ChartSnapshot[] {
    return this.sheet(sheet).charts;
  }

  setCharts(id: string, charts: ChartSnapshot[]): void {
    this.sheet(id).charts = structuredClone(charts);
    this.changed({ type: "charts", sheet: id });
  }

  names(): readonly NameSnapshot[] {
    return this.nameList;
  }

  setNames(names: NameSnapshot[]): void {
    this.nameList = structuredClone(names);
  }

  settings(): Readonly<Record<string, unknown>> {
    return this.#settings;
  }

  putSetting(key: string, value: unknown): void {
    const { [key]: _, ...others } = this.#settings;
    this.#settings = value === undefined ? others : { ...this.#settings, [key]: structuredClone(value) };
    this.changed({ type: "settings" });
  }

  #table(id: string): { sheet: SheetParts; table: TableSnapshot } {
    for (const sheet of this.sheetList) {
      const table = sheet.tables.find((other) => other.id === id);
      if (table) return { sheet, table };
    }
    throw new Error(`There is no table ${id}.`);
  }
}

/** A member given as `undefined` is taken away. */
function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T; // T's own members
}
