import type { Univer } from "@univerjs/core";
import { SheetsSelectionsService } from "@univerjs/sheets";
import { followHeaders } from "../model/headers";
import { ModelWorkbook } from "../model/modelWorkbook";
import type { WorkbookOptions } from "../model/modelSheets";
import { cellAt } from "../rules/area";
import { moveReferences, renameSheetIn } from "../rules/formulaReferences";
import { growTableTo } from "../rules/tableGrowth";
import { sheetOf } from "../simpleSnapshot";
import type { Area, NameSnapshot, WorkbookSnapshot } from "../snapshot";
import type { Selection } from "../workbook";
import { type Deed, followGrid } from "./followGrid";
import { selectedAreaOf, selectedRangeOf } from "./ranges";
import { Unit } from "./unit";
import { UniverNames } from "./univerNames";
import { UniverSheet } from "./univerSheet";
import { sheetData, StyleIds, workbookData } from "./workbookData";

/**
 * The workbook in Univer, with or without a grid on a page: it calculates, a moment after each change. What the person
 * does in the grid and what an add-in writes is one truth; settings, protection, validations, charts and page layouts,
 * which Univer does not have, are kept beside it.
 */
export class UniverWorkbook extends ModelWorkbook {
  readonly unit: Unit;
  readonly #sheets = new Map<string, UniverSheet>();
  readonly #names: UniverNames;
  #isShapeSelected = false;
  #nextId = 1;

  /** Univer has one workbook in front at a time: the one before must have been disposed. */
  static open(univer: Univer, snapshot: WorkbookSnapshot, options: WorkbookOptions = {}): UniverWorkbook {
    return new UniverWorkbook(univer, snapshot, options);
  }

  private constructor(univer: Univer, snapshot: WorkbookSnapshot, options: WorkbookOptions) {
    super(snapshot, options);
    const sheets = snapshot.sheets.map((sheet) => [this.#newSheetId(), sheet] as const);
    const [front] = sheets.find(([, { name }]) => name === snapshot.activeSheet) ?? sheets[0] ?? [];
    if (front === undefined) throw new Error("A workbook has at least one sheet.");
    this.unit = new Unit(
      univer,
      workbookData(
        `workbook-${++opened}`,
        this.name,
        sheets.map(([id, sheet]) => [id, sheet]),
      ),
    );
    this.#names = new UniverNames(this.unit);
    for (const [id, sheet] of sheets) {
      const kept = new UniverSheet(this.unit, id, sheet);
      this.#sheets.set(id, kept);
      kept.tables = structuredClone(sheet.tables);
      kept.conditionalFormats = structuredClone(sheet.conditionalFormats);
    }
    this.#names.list = snapshot.names;
    this.front = this.sheet(front);
    this.selected = { sheet: front, areas: [cellAt(0, 0)], isShape: false };
    followGrid(
      this.unit,
      (sheet, row, column) => this.#sheet(sheet).cells.value(row, column),
      (deed) => this.#follow(deed),
    );
  }

  /** Nothing of the workbook may be used afterwards. */
  dispose(): void {
    this.unit.dispose();
  }

  protected get sheetList(): readonly UniverSheet[] {
    return this.unit.workbook.getSheetOrders().map((id) => this.#sheet(id));
  }

  protected get front(): UniverSheet {
    return this.#sheet(this.unit.workbook.getActiveSheet().getSheetId());
  }

  protected set front({ id }: { id: string }) {
    this.unit.run("sheet.operation.set-worksheet-active", { subUnitId: id });
  }

  protected get selected(): Selection {
    const { id } = this.front;
    if (this.#isShapeSelected) return { sheet: id, areas: [], isShape: true };
    const chosen = this.unit.service(SheetsSelectionsService).getWorkbookSelections(this.unit.id);
    const areas = chosen.getSelectionsOfWorksheet(id).map(({ range }) => selectedAreaOf(range));
    return { sheet: id, areas: areas.length > 0 ? areas : [cellAt(0, 0)], isShape: false };
  }

  protected set selected({ sheet, areas, isShape }: Selection) {
    this.#isShapeSelected = isShape;
    if (!isShape)
      this.unit.run("sheet.operation.set-selections", { subUnitId: sheet, selections: this.#ranges(sheet, areas) });
  }

  protected get nameList(): readonly NameSnapshot[] {
    return this.#names.list;
  }

  protected set nameList(names: readonly NameSnapshot[]) {
    this.#names.list = names;
  }

  protected appendSheet(name: string): UniverSheet {
    const id = this.#newSheetId();
    const index = this.unit.workbook.getSheetOrders().length;
    this.unit.run("sheet.mutation.insert-sheet", { index, sheet: sheetData(id, sheetOf(name), new StyleIds()) });
    return this.#sheet(id);
  }

  protected removeSheet({ id, tables }: UniverSheet): void {
    for (const table of tables) this.unit.run("sheet.mutation.delete-table", { subUnitId: id, tableId: table.id });
    this.unit.run("sheet.mutation.remove-sheet", { subUnitId: id });
  }

  protected moveSheet({ id }: UniverSheet, position: number): void {
    const fromOrder = this.unit.workbook.getSheetOrders().indexOf(id);
    this.unit.run("sheet.mutation.set-worksheet-order", { subUnitId: id, fromOrder, toOrder: position });
  }

  /** The grid has done what it knows to do; what is beside it follows. */
  #follow(deed: Deed): void {
    switch (deed.type) {
      case "edited":
        return this.#followEdit(deed);
      case "formatted":
        return this.changed({ type: "formatted", sheet: deed.sheet, area: deed.area });
      case "shifting":
        return this.#sheet(deed.sheet).shiftCharts(deed.edit);
      case "shifted": {
        const sheet = this.#sheet(deed.sheet);
        sheet.shiftOthers(deed.edit);
        this.#rewriteAllBeside((formula, home) => moveReferences(formula, home, sheet.name, deed.edit));
        return this.changed({ type: "shifted", sheet: sheet.id, edit: deed.edit });
      }
      case "selected":
        this.#isShapeSelected = false;
        return this.changed(deed);
      case "sheetDeleted":
        this.#rewriteAllBeside((formula) => renameSheetIn(formula, deed.name, null));
        return this.changed({ type: "sheetDeleted", sheet: deed.sheet });
      case "sheetRenamed":
        this.#rewriteAllBeside((formula) => renameSheetIn(formula, deed.before, deed.after));
        return this.changed(deed);
      case "sheetAdded":
      case "sheetActivated":
        return this.changed(deed);
    }
  }

  #followEdit({ sheet: id, area, before, isTyped }: Extract<Deed, { type: "edited" }>): void {
    const sheet = this.#sheet(id);
    followHeaders(sheet, area);
    const details = before === undefined ? undefined : { before, after: sheet.cells.value(area.row, area.column) };
    this.changed({ type: "edited", sheet: id, area, ...(details && { details }) });
    if (isTyped && details) growTableTo(this, id, area);
  }

  #rewriteAllBeside(change: (formula: string, home: string | null) => string): void {
    for (const sheet of this.sheetList) this.rewriteBeside(sheet, change);
  }

  #ranges(sheet: string, areas: readonly Area[]): object[] {
    const worksheet = this.unit.worksheet(sheet);
    const size = { rows: worksheet.getRowCount(), columns: worksheet.getColumnCount() };
    return areas.map((area) => {
      const { row, column } = area;
      const primary = {
        startRow: row,
        startColumn: column,
        endRow: row,
        endColumn: column,
        actualRow: row,
        actualColumn: column,
        isMerged: false,
        isMergedMainCell: false,
      };
      return { range: selectedRangeOf(area, size), primary, style: null };
    });
  }

  /** A sheet that a person added has nothing beside it yet. */
  #sheet(id: string): UniverSheet {
    const known = this.#sheets.get(id) ?? new UniverSheet(this.unit, id);
    this.#sheets.set(id, known);
    return known;
  }

  #newSheetId(): string {
    return `{00000000-0001-0000-0000-${String(this.#nextId++).padStart(12, "0")}}`;
  }
}

let opened = 0;
