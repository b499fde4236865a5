import { ModelWorkbook } from "../model/modelWorkbook";
import type { WorkbookOptions } from "../model/modelSheets";
import { sheetOf } from "../simpleSnapshot";
import type { NameSnapshot, WorkbookSnapshot } from "../snapshot";
import type { Selection } from "../workbook";
import { MemorySheet } from "./sheet";

/** The workbook in memory: small, deterministic, and it does not calculate (a formula keeps the result it was given). */
export class MemoryWorkbook extends ModelWorkbook {
  protected readonly sheetList: MemorySheet[];
  protected front: MemorySheet;
  protected selected: Selection;
  protected nameList: readonly NameSnapshot[];
  #nextId = 1;

  /** The workbook that the snapshot describes; the snapshot is copied. */
  static from(snapshot: WorkbookSnapshot, options: WorkbookOptions = {}): MemoryWorkbook {
    return new MemoryWorkbook(snapshot, options);
  }

  private constructor(snapshot: WorkbookSnapshot, options: WorkbookOptions) {
    super(snapshot, options);
    this.sheetList = snapshot.sheets.map((sheet) => new MemorySheet(this.#newSheetId(), sheet));
    const first = this.sheetList.find(({ name }) => name === snapshot.activeSheet) ?? this.sheetList[0];
    if (!first) throw new Error("A workbook has at least one sheet.");
    this.front = first;
    this.selected = { sheet: first.id, areas: [{ row: 0, column: 0, rows: 1, columns: 1 }], isShape: false };
    this.nameList = structuredClone(snapshot.names);
  }

  protected appendSheet(name: string): MemorySheet {
    const sheet = new MemorySheet(this.#newSheetId(), sheetOf(name));
    this.sheetList.push(sheet);
    return sheet;
  }

  protected removeSheet(sheet: MemorySheet): void {
    this.sheetList.splice(this.sheetList.indexOf(sheet), 1);
  }

  protected moveSheet(sheet: MemorySheet, position: number): void {
    this.removeSheet(sheet);
    this.sheetList.splice(position, 0, sheet);
  }

  #newSheetId(): string {
    return `{00000000-0001-0000-0000-${String(this.#nextId++).padStart(12, "0")}}`;
  }
}
