import { onDemand, type Dossiers, type Engine, type FieldSpec, type Override } from "../../engine/index";
import { addSheet, type SheetOfAccounts } from "./addSheet";
import type { Progress } from "./blocks";
import type { Clock } from "./clock";
import { found, type Found, type Where } from "./find";
import type { HeaderSearch } from "./headerOf";
import { createPresets, type Presets } from "./presets";
import type { Outcome } from "./problem";
import { createQueue } from "./queue";
import { recordsIn, type SourceRecord } from "./record";
import { runServices, type Preview, type Rules, type Tiered, type TieringRequest } from "./runs";
import { guessType } from "./guessType";
import { selectCell } from "./select";
import { LastChange, type Session } from "./session";
import { readSettings } from "./settings";
import type { RowsChanged } from "./sheets/tables/changeRows";
import type { AttentionRead, Recording } from "./sheets/history/historyServices";
import type { TakenBack } from "./undo";
import type { AttentionEdit } from "./sheets/history/saveAttention";
import { sheetServicesOnDemand } from "./sheets/onDemand";
import type { OverridesRead } from "./sheets/overrides/overrideServices";
import type { KeptOverride } from "./sheets/overrides/overrides";
import type { DossiersWritten } from "./sheets/dossiers/dossiers";
import type { SummaryWritten } from "./sheets/summary/summaryWrite";
import type { Source } from "./source";
import type { Staleness } from "./stale";
import { undoServices } from "./undo";
import { watch, type Edit, type Editor, type Unwatch } from "./watch";
import { watchSelection, type OnRow } from "./watchSelection";

export type { Found, Preview, Rules, Tiered, TieringRequest, Where };

/** Everything one can do with a workbook. All calls wait for those before them; none throws. */
export interface Tiering {
  /** The accounts that a place means. With a preset to `search` for, a header below titles is found as well. */
  find(where: Where, search?: HeaderSearch): Promise<Outcome<Found>>;
  preview(request: TieringRequest, progress?: Progress): Promise<Outcome<Preview>>;
  /**
   * The same accounts under other rules or on another day. Answers without a look at the workbook, and without waiting
   * for it, but where the preset needs other fields or the engine no longer has the cells: then they are read again.
   */
  revise(preview: Preview, rules: Rules, progress?: Progress): Promise<Outcome<Preview>>;
  /** Writes what was previewed. Where rows have moved since, it reads and plans again, three times at most. */
  apply(preview: Preview, progress?: Progress): Promise<Outcome<Tiered>>;
  /**
   * Repeats what was approved for a source, with the cells as they are now. Never adds a column or a preset. The day is
   * that of `dayOf`.
   */
  refresh(recordId: string, asOf: string, progress?: Progress): Promise<Outcome<Tiered>>;
  /** Whether the tiers of a source still follow from its cells, its preset and the day. */
  stale(recordId: string, asOf: string): Promise<Outcome<Staleness>>;
  /** Every source of this workbook that was tiered. */
  sources(): Promise<Outcome<SourceRecord[]>>;
  /** Takes back the last run, or what was last written on a sheet of ours, whoever has sorted, added or removed rows since. */
  undo(): Promise<Outcome<TakenBack>>;
  /**
   * Puts back what a broken-off run has left. Refused with `undo-nothing` where none has. Where its old values are lost,
   * the cells stay (`isRestored` is false) and the source is stale: a refresh makes them right.
   */
  repair(): Promise<Outcome<TakenBack & { readonly isRestored: boolean }>>;
  /** Whether there is a run to undo, and whether one was broken off and waits for a repair. */
  history(): Promise<Outcome<History>>;
  /** Tells of edits to a source and right below it, until the answer is called. */
  watch(source: Source, onEdit: (edit: Edit, by: Editor) => void): Promise<Outcome<Unwatch>>;
  /** Tells which row of a source is selected, now and from now on, until the answer is called. */
  watchSelection(source: Source, onRow: OnRow): Promise<Outcome<Unwatch>>;
  /** Tells when a step begins to wait for the end of a cell's edit, and when it goes on; the answer ends that. */
  onCellEdit(listener: (isWaiting: boolean) => void): () => void;
  /** Selects a cell of a source: a row counted from 0 below the header, a column from the source's first. */
  select(source: Source, row: number, position: number): Promise<Outcome<void>>;
  /** What the first cells of a column of a source show; null where they are blank. */
  guessType(source: Source, position: number): Promise<Outcome<FieldSpec["type"] | null>>;
  /** Adds a sheet with accounts to try things on. */
  addSheet(sheet: SheetOfAccounts): Promise<Outcome<void>>;
  /**
   * Writes the sheet `Tier Summary` with the figures of a preview: in place where it is there, else on a new sheet. Can
   * be undone and repaired like a run.
   */
  writeSummary(preview: Preview): Promise<Outcome<SummaryWritten>>;
  /**
   * Writes the sheet `Account dossiers`: adds rows for accounts of the upper tiers that have none, and brings tier, value,
   * reason and day of renewal up to date. Removes nothing. Can be undone and repaired like a run.
   */
  writeDossiers(preview: Preview, progress?: Progress): Promise<Outcome<DossiersWritten>>;
  /** Adds a sheet with the accounts of a tier, best first. */
  listTier(preview: Preview, tier: string): Promise<Outcome<{ accounts: number }>>;
  /** The same as CSV text, which is safe to open in a spreadsheet. */
  tierCsv(preview: Preview, tier: string): Promise<Outcome<string>>;
  /** The overrides of this workbook as they are written, also those that have run out, and the rows that are left out. */
  overrides(): Promise<Outcome<OverridesRead>>;
  /**
   * Writes an override into `Tier Overrides`, which is made where it is missing; the one of the same account, kind and
   * preset is changed. Tiers follow with the next run. Can be undone and repaired like a run.
   */
  saveOverride(override: KeptOverride): Promise<Outcome<RowsChanged>>;
  /** Takes out an account's overrides of a kind; with a preset (null is "every preset") only those for it. */
  endOverride(account: string, kind: Override["kind"], preset?: string | null): Promise<Outcome<RowsChanged>>;
  /**
   * Records what stands in the sheet as the review of its day, in `Tier History`, which is made where it is missing, and
   * adds what somebody must look at. Refused with `review-not-applied` while the sheet holds other tiers than would follow
   * now. Can be undone and repaired like a run.
   */
  recordReview(preview: Pick<Preview, "request" | "plan">, progress?: Progress): Promise<Outcome<Recording>>;
  /** What was raised in reviews, with what people have written about it, and the rows that are left out. */
  attention(): Promise<Outcome<AttentionRead>>;
  /**
   * Writes what has come of items of the attention list into their rows, all or none. Refused with `attention-unknown`
   * where one has no row, since no review with it was recorded, and with `attention-changed` where somebody has noted
   * something else since it was read. Can be undone and repaired like a run.
   */
  saveAttention(edits: readonly AttentionEdit[]): Promise<Outcome<RowsChanged>>;
  /** When the dossier of each account was last renewed, by account key; null where the workbook has no dossiers. */
  dossiers(): Promise<Outcome<Dossiers | null>>;
  readonly presets: Presets;
}

export interface History {
  readonly canUndo: boolean;
  readonly isUnfinished: boolean;
}

export interface TieringOptions {
  /** Where accounts are read and tiered; on this thread where absent. */
  readonly engine?: Engine;
  /** A new id, 8 to 32 letters and digits. */
  readonly newId?: () => string;
  readonly now?: () => Date;
  readonly clock?: Clock;
  /** How long Excel may keep silent before a step is given up. */
  readonly lostAfterMs?: number;
}

export function createTiering(
  excel: Pick<typeof Excel, "run">,
  { engine = onDemand(), newId = randomId, now = () => new Date(), ...patience }: TieringOptions = {},
): Tiering {
  const editListeners = new Set<(isWaiting: boolean) => void>();
  const onCellEdit = (isWaiting: boolean) => editListeners.forEach((listener) => listener(isWaiting));
  const queue = createQueue(excel, { ...patience, onCellEdit });
  const session: Session = { queue, engine, newId, last: new LastChange() };
  return {
    presets: createPresets(queue, now),
    ...runServices(session),
    ...undoServices(session),
    ...sheetServicesOnDemand(session),
    onCellEdit(listener) {
      editListeners.add(listener);
      return () => void editListeners.delete(listener);
    },
    find: (where, search) => queue.read((context) => found(context, where, search)),
    sources: () => queue.read(async (context) => recordsIn(await readSettings(context))),
    watch: (source, onEdit) =>
      queue.read(async (context) => {
        const stop = await watch(context, source, onEdit);
        return async () => void (await queue.read(() => stop(excel)));
      }),
    watchSelection: (source, onRow) =>
      queue.read(async (context) => {
        const stop = await watchSelection(context, source, onRow);
        return async () => void (await queue.read(() => stop(excel)));
      }),
    select: (source, row, position) => queue.read((context) => selectCell(context, source, row, position)),
    guessType: (source, position) => queue.read((context) => guessType(context, source, position)),
    addSheet: (sheet) => queue.run((context) => addSheet(context, sheet)),
  };
}

function randomId(): string {
  return crypto.randomUUID().replaceAll("-", "").slice(0, 12);
}
