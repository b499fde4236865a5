import {
  ICommandService,
  type IDisposable,
  type Injector,
  IUndoRedoService,
  IUniverInstanceService,
  type IWorkbookData,
  type Univer,
  UniverInstanceType,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";

/** One workbook inside Univer: where it is changed, and who says that it changed. */
export class Unit {
  readonly workbook: Workbook;
  readonly #injector: Injector;
  readonly #commands: ICommandService;
  readonly #listening: IDisposable[] = [];
  #ownChanges = 0;
  #revision = 0;
  readonly #cellRevisions = new Map<string, number>();

  constructor(univer: Univer, data: IWorkbookData) {
    this.#injector = univer.__getInjector();
    this.#commands = this.#injector.get(ICommandService);
    this.workbook = univer.createUnit(UniverInstanceType.UNIVER_SHEET, data);
    this.onCommand((command, params) => {
      this.#revision++;
      if (LEAVES_CELLS.has(command) || command.startsWith("formula.")) return;
      this.#cellRevisions.set((params as { subUnitId?: string }).subUnitId ?? ANY_SHEET, this.#revision);
    });
  }

  get id(): string {
    return this.workbook.getUnitId();
  }

  /** Goes up with every change, also by calculation: what was worked out before may not hold any more. */
  get revision(): number {
    return this.#revision;
  }

  /** The same for the cells of one sheet. */
  cellRevision(sheet: string): number {
    return Math.max(this.#cellRevisions.get(sheet) ?? 0, this.#cellRevisions.get(ANY_SHEET) ?? 0);
  }

  service: Injector["get"] = ((...args: Parameters<Injector["get"]>) => this.#injector.get(...args)) as Injector["get"];

  worksheet(sheet: string): Worksheet {
    const worksheet = this.workbook.getSheetBySheetId(sheet);
    if (!worksheet) throw new Error(`There is no sheet ${sheet}.`);
    return worksheet;
  }

  /** Changes this workbook, untold to `onForeign`. Undo steps from before would meet other cells than theirs: they go. */
  run(command: string, params: object): void {
    this.#ownChanges++;
    try {
      this.#commands.syncExecuteCommand(
        command,
        { unitId: this.id, ...params },
        { fromCollab: BRINGS_TO_FRONT.has(command) },
      );
    } finally {
      this.#ownChanges--;
    }
    this.service(IUndoRedoService).clearUndoRedo(this.id);
  }

  /** Called before and after what is done to this workbook by others: the person at the grid, and calculation. */
  onForeign(before: Listener, after: Listener): void {
    const guarded =
      (listener: Listener): Listener =>
      (...args) => {
        if (this.#ownChanges === 0) listener(...args);
      };
    this.#listening.push(this.#commands.beforeCommandExecuted(this.#ofThis(guarded(before))));
    this.onCommand(guarded(after));
  }

  onCommand(listener: Listener): void {
    this.#listening.push(this.#commands.onCommandExecuted(this.#ofThis(listener)));
  }

  dispose(): void {
    for (const listening of this.#listening) listening.dispose();
    this.service(IUniverInstanceService).disposeUnit(this.id);
  }

  #ofThis(listener: Listener) {
    return ({ id, params }: { id: string; params?: object }, options?: object): void => {
      if ((params as { unitId?: string } | undefined)?.unitId === this.id) listener(id, params ?? {}, options ?? {});
    };
  }
}

/** Unless somebody else has done them, as far as Univer knows. */
const BRINGS_TO_FRONT: ReadonlySet<string> = new Set([
  "sheet.mutation.insert-sheet",
  "sheet.mutation.set-worksheet-hidden",
]);

/** For commands that do not say which sheet they change. */
const ANY_SHEET = "";

/** The frequent ones; whatever else is done may have changed cells. */
const LEAVES_CELLS: ReadonlySet<string> = new Set([
  "sheet.mutation.add-conditional-rule",
  "sheet.mutation.add-table",
  "sheet.mutation.delete-conditional-rule",
  "sheet.mutation.delete-table",
  "sheet.mutation.set-col-data",
  "sheet.mutation.set-row-data",
  "sheet.mutation.set-worksheet-column-count",
  "sheet.mutation.set-worksheet-row-count",
  "sheet.operation.set-selections",
  "sheet.operation.set-worksheet-active",
]);

export type Listener = (command: string, params: object, options: object) => void;
