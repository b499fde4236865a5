import { type Culture, EN_US } from "../rules/culture";
import { renameSheetIn } from "../rules/formulaReferences";
import type { Area, NameSnapshot, WorkbookSnapshot } from "../snapshot";
import type * as port from "../workbook";
import { mapChartFormulas } from "./chartFormulas";
import { mapValidationFormulas } from "./validationFormulas";
import { emptySheet, type MemorySheet, openSheet } from "./sheet";

/** What a snapshot does not say about a workbook. */
export interface MemoryOptions {
  name?: string;
  isReadOnly?: boolean;
  isStructureProtected?: boolean;
  culture?: Culture;
  calculationMode?: port.Workbook["calculationMode"];
}

/** The first third of the workbook in memory: its sheets, what is selected, and who is told of changes. */
export class MemorySheets {
  readonly name: string;
  readonly isReadOnly: boolean;
  readonly isStructureProtected: boolean;
  readonly culture: Culture;
  readonly calculationMode: port.Workbook["calculationMode"];
  readonly date1904: boolean;
  isDirty = false;
  isEditingCell = false;
  protected sheetList: MemorySheet[];
  protected front: MemorySheet;
  protected selected: port.Selection;
  protected nameList: NameSnapshot[];
  #actor: port.Actor = "user";
  #listeners = new Set<(change: port.Change) => void>();
  #nextId = 1;

  protected constructor(snapshot: WorkbookSnapshot, options: MemoryOptions) {
    this.name = options.name ?? "Book1.xlsx";
    this.isReadOnly = options.isReadOnly ?? false;
    this.isStructureProtected = options.isStructureProtected ?? false;
    this.culture = options.culture ?? EN_US;
    this.calculationMode = options.calculationMode ?? "Automatic";
    this.date1904 = snapshot.date1904;
    this.sheetList = snapshot.sheets.map((sheet) => openSheet(this.#newSheetId(), sheet));
    const first = this.sheetList.find(({ name }) => name === snapshot.activeSheet) ?? this.sheetList[0];
    if (!first) throw new Error("A workbook has at least one sheet.");
    this.front = first;
    this.selected = { sheet: first.id, areas: [{ row: 0, column: 0, rows: 1, columns: 1 }], isShape: false };
    this.nameList = structuredClone(snapshot.names);
  }

  by<T>(actor: port.Actor, work: () => T): T {
    const before = this.#actor;
    this.#actor = actor;
    try {
      return work();
    } finally {
      this.#actor = before;
    }
  }

  onChange(listener: (change: port.Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  setEditingCell(isEditing: boolean): void {
    this.isEditingCell = isEditing;
    this.changed({ type: "cellEdit", isEditing });
  }

  sheets(): readonly port.SheetState[] {
    return this.sheetList;
  }

  addSheet(name: string): string {
    const sheet = emptySheet(this.#newSheetId(), name);
    this.sheetList.push(sheet);
    this.changed({ type: "sheetAdded", sheet: sheet.id });
    return sheet.id;
  }

  deleteSheet(id: string): void {
    const sheet = this.sheet(id);
    const index = this.sheetList.indexOf(sheet);
    this.sheetList.splice(index, 1);
    this.nameList = this.nameList.filter((name) => name.sheet !== sheet.name);
    this.rewriteFormulas((formula) => renameSheetIn(formula, sheet.name, null));
    if (this.front === sheet) {
      const next =
        this.sheetList.find(({ visibility }, at) => visibility === "Visible" && at >= index) ?? this.sheetList[0];
      if (next) this.activate(next.id);
    }
    this.changed({ type: "sheetDeleted", sheet: id });
  }

  changeSheet(id: string, { position, ...change }: port.SheetChange): void {
    const sheet = this.sheet(id);
    const before = sheet.name;
    Object.assign(sheet, change);
    if (sheet.name !== before) {
      this.nameList = this.nameList.map((name) => (name.sheet === before ? { ...name, sheet: sheet.name } : name));
      this.rewriteFormulas((formula) => renameSheetIn(formula, before, sheet.name));
      this.changed({ type: "sheetRenamed", sheet: id, before, after: sheet.name });
    }
    if (position === undefined) return;
    this.sheetList.splice(this.sheetList.indexOf(sheet), 1);
    this.sheetList.splice(position, 0, sheet);
  }

  activeSheet(): string {
    return this.front.id;
  }

  activate(id: string): void {
    if (id === this.front.id) return;
    this.front = this.sheet(id);
    this.selected = { sheet: id, areas: [{ row: 0, column: 0, rows: 1, columns: 1 }], isShape: false };
    this.changed({ type: "sheetActivated", sheet: id });
  }

  selection(): port.Selection {
    return this.selected;
  }

  /** No areas means that a shape is selected. */
  select(sheet: string, areas: Area[]): void {
    this.activate(sheet);
    this.selected = { sheet, areas, isShape: areas.length === 0 };
    this.changed({ type: "selected", sheet, areas });
  }

  protected sheet(id: string): MemorySheet {
    const sheet = this.sheetList.find((other) => other.id === id);
    if (!sheet) throw new Error(`There is no sheet ${id}.`);
    return sheet;
  }

  protected changed(change: DistributiveOmit<port.Change, "actor">): void {
    if (!IS_NO_EDIT.has(change.type)) this.isDirty = true;
    const told = { ...change, actor: this.#actor };
    for (const listener of [...this.#listeners]) listener(told);
  }

  #newSheetId(): string {
    return `{00000000-0001-0000-0000-${String(this.#nextId++).padStart(12, "0")}}`;
  }

  /** Each formula in the workbook with the name of the sheet it stands on, or is for: cells, names, validations, charts. */
  protected rewriteFormulas(change: (formula: string, home: string | null) => string): void {
    this.nameList = this.nameList.map((name) => ({ ...name, formula: change(name.formula, name.sheet ?? null) }));
    for (const sheet of this.sheetList) {
      const { grid, validations, name } = sheet;
      const changeHere = (formula: string): string => change(formula, name);
      if (grid.formulaCount > 0) grid.mapFormulas(changeHere);
      validations.map((validation) => mapValidationFormulas(validation, changeHere));
      sheet.charts = sheet.charts.map((chart) => mapChartFormulas(chart, changeHere));
    }
  }
}

/** Changes that leave nothing to save. */
const IS_NO_EDIT: ReadonlySet<port.Change["type"]> = new Set(["selected", "sheetActivated", "cellEdit"]);

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
