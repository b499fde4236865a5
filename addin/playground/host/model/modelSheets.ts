import { type Culture, EN_US } from "../rules/culture";
import { renameSheetIn } from "../rules/formulaReferences";
import type { Area, NameSnapshot } from "../snapshot";
import type * as port from "../workbook";
import { mapChartFormulas } from "./chartFormulas";
import { mapValidationFormulas } from "./validationFormulas";
import type { SheetParts } from "./sheetParts";

/** What a snapshot does not say about a workbook. */
export interface WorkbookOptions {
  name?: string;
  isReadOnly?: boolean;
  isStructureProtected?: boolean;
  culture?: Culture;
  calculationMode?: port.Workbook["calculationMode"];
}

/**
 * A workbook whose sheets are kept somewhere: in memory, in a grid. What Excel does around an edit is here, in three
 * parts. The first: its sheets, what is selected, and who is told of changes.
 */
export abstract class ModelSheets {
  readonly name: string;
  readonly isReadOnly: boolean;
  readonly isStructureProtected: boolean;
  readonly culture: Culture;
  readonly calculationMode: port.Workbook["calculationMode"];
  readonly date1904: boolean;
  isDirty = false;
  isEditingCell = false;
  /** In tab order. */
  protected abstract readonly sheetList: readonly SheetParts[];
  protected abstract front: SheetParts;
  protected abstract selected: port.Selection;
  /** Replaced as a whole, never changed in place. */
  protected abstract nameList: readonly NameSnapshot[];
  #actor: port.Actor = "user";
  #listeners = new Set<(change: port.Change) => void>();

  protected constructor(date1904: boolean, options: WorkbookOptions) {
    this.name = options.name ?? "Book1.xlsx";
    this.isReadOnly = options.isReadOnly ?? false;
    this.isStructureProtected = options.isStructureProtected ?? false;
    this.culture = options.culture ?? EN_US;
    this.calculationMode = options.calculationMode ?? "Automatic";
    this.date1904 = date1904;
  }

  /** Adds a blank sheet behind the others. */
  protected abstract appendSheet(name: string): SheetParts;
  protected abstract removeSheet(sheet: SheetParts): void;
  protected abstract moveSheet(sheet: SheetParts, position: number): void;

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
    const sheet = this.appendSheet(name);
    this.changed({ type: "sheetAdded", sheet: sheet.id });
    return sheet.id;
  }

  deleteSheet(id: string): void {
    const sheet = this.sheet(id);
    const { name } = sheet;
    const left = this.sheetList.filter((other) => other !== sheet);
    const index = this.sheetList.indexOf(sheet);
    const next = left.find(({ visibility }, at) => visibility === "Visible" && at >= index) ?? left[0];
    if (this.front === sheet && next) this.activate(next.id);
    this.nameList = this.nameList.filter((other) => other.sheet !== name);
    this.removeSheet(sheet);
    this.rewriteFormulas((formula) => renameSheetIn(formula, name, null));
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
    if (position !== undefined) this.moveSheet(sheet, position);
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

  protected sheet(id: string): SheetParts {
    const sheet = this.sheetList.find((other) => other.id === id);
    if (!sheet) throw new Error(`There is no sheet ${id}.`);
    return sheet;
  }

  protected changed(change: DistributiveOmit<port.Change, "actor">): void {
    if (isEdit(change)) this.isDirty = true;
    const told = { ...change, actor: this.#actor };
    for (const listener of [...this.#listeners]) listener(told);
  }

  /** Each formula in the workbook with the name of the sheet it stands on, or is for: cells, names, validations, charts. */
  protected rewriteFormulas(change: (formula: string, home: string | null) => string): void {
    this.nameList = this.nameList.map((name) => ({ ...name, formula: change(name.formula, name.sheet ?? null) }));
    for (const sheet of this.sheetList) {
      sheet.cells.mapFormulas((formula) => change(formula, sheet.name));
      this.rewriteBeside(sheet, change);
    }
  }

  /** The part of it that no spreadsheet grid does by itself: validations and charts. */
  protected rewriteBeside(sheet: SheetParts, change: (formula: string, home: string | null) => string): void {
    const changeHere = (formula: string): string => change(formula, sheet.name);
    sheet.validations.map((validation) => mapValidationFormulas(validation, changeHere));
    sheet.charts = sheet.charts.map((chart) => mapChartFormulas(chart, changeHere));
  }
}

/** There is something to save after it. */
export const isEdit = ({ type }: Pick<port.Change, "type">): boolean => !IS_NO_EDIT.has(type);

const IS_NO_EDIT: ReadonlySet<port.Change["type"]> = new Set(["selected", "sheetActivated", "cellEdit"]);

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
