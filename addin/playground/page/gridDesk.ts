import { ICommandService, IUniverInstanceService, ThemeService, type Univer } from "@univerjs/core";
import { ILayoutService } from "@univerjs/ui";
import type { Area } from "../host/snapshot";
import type { Change } from "../host/workbook";
import { rangeOf } from "../host/univer/ranges";
import { univerOnPage } from "../host/univer/onPage";
import { UniverWorkbook } from "../host/univer/univerWorkbook";
import { Desk } from "./desk";
import { filesInWorker } from "./filesInWorker";

/** A desk whose workbook is in a grid, in an element of this page. */
export class GridDesk {
  readonly desk: Desk;
  readonly #univer: Univer;
  #workbook: UniverWorkbook | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(place: HTMLElement, isDark: boolean) {
    this.#univer = univerOnPage(place, isDark);
    this.#guardFocus(place);
    this.desk = new Desk((snapshot, options) => {
      this.#workbook?.dispose();
      this.#workbook = this.#followed(UniverWorkbook.open(this.#univer, snapshot, options));
      this.#tell();
      return this.#workbook;
    }, filesInWorker());
  }

  /** What is open; throws before anything is. */
  get workbook(): UniverWorkbook {
    if (!this.#workbook) throw new Error("No workbook is open.");
    return this.#workbook;
  }

  setDark(isDark: boolean): void {
    this.#service(ThemeService).setDarkMode(isDark);
  }

  /** The cells take the keys. */
  focus(): void {
    this.#service(ILayoutService).focus();
  }

  /** Does what a person does in the grid, by the name of Univer's command. */
  run(command: string, params: object): void {
    this.#service(ICommandService).syncExecuteCommand(command, { unitId: this.workbook.unit.id, ...params });
  }

  /** Tells that another workbook is open, or that something else is selected or stands there. Returns what stops it. */
  readonly onSelection = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get #service() {
    const injector = this.#univer.__getInjector();
    return injector.get.bind(injector) as typeof injector.get;
  }

  /** Univer takes the focus as soon as it is drawn, which nobody has asked for. */
  #guardFocus(place: HTMLElement): void {
    let isTouched = false;
    for (const type of ["pointerdown", "keydown"]) {
      window.addEventListener(type, () => (isTouched = true), { capture: true, once: true });
    }
    place.addEventListener("focusin", () => {
      if (!isTouched) document.body.focus(); // from there Tab comes to the page's first link
    });
  }

  #followed(workbook: UniverWorkbook): UniverWorkbook {
    this.#service(IUniverInstanceService).focusUnit(workbook.unit.id); // which is drawn only then
    workbook.onChange((change) => this.#follow(change));
    workbook.unit.onCommand((command, params) => {
      if (command === "sheet.mutation.reorder-range") this.desk.forgetOriginal();
      if (command === EDITING) workbook.setEditingCell((params as { visible: boolean }).visible);
    });
    return workbook;
  }

  bringIntoView(area: Area): void {
    void this.#service(ICommandService).executeCommand("sheet.command.scroll-to-cell", { range: rangeOf(area) });
  }

  /** What an add-in selects comes into view, as in Excel. */
  #follow(change: Change): void {
    const [area] = change.type === "selected" && change.actor === "add-in" ? change.areas : [];
    if (area) this.bringIntoView(area);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

const EDITING = "sheet.operation.set-cell-edit-visible";
