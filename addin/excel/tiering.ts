import { inProcess, type Engine, type Preset, type Reading, type RunResult } from "../../engine/index";
import type { Progress } from "./blocks";
import { accountsAt, found, recorded, type Where } from "./find";
import { entryIn, type JournalEntry } from "./journal";
import { placeOwned } from "./owned";
import { isNewApproval, planWrite, presetHash, type WritePlan } from "./plan";
import { createPresets, presetIn, type Presets } from "./presets";
import { problemOf, Refusal, type Outcome } from "./problem";
import { createQueue } from "./queue";
import { readAccounts, type ReadChoices } from "./read";
import { placeNow, recordsIn, sourceOfRecord, type SourceRecord } from "./record";
import { letGo, putBack, type PutBack } from "./restore";
import { addSheet, type SheetOfAccounts } from "./addSheet";
import { selectCell } from "./select";
import { readSettings, type Settings } from "./settings";
import type { Source } from "./source";
import { staleness, type Staleness } from "./stale";
import { watch, type Edit, type Unwatch } from "./watch";
import { carryOut, type Applied } from "./write";

export type { Where };

/** What decides about accounts. */
export interface Rules {
  readonly preset: Preset;
  /** ISO day. */
  readonly asOf: string;
  /** The analyst chose the day: refreshes keep to it. Otherwise they are as of their own day. */
  readonly isDayFixed?: boolean;
}

export interface TieringRequest extends ReadChoices, Rules {
  readonly where: Where;
}

/** What a request would do, with nothing written yet. */
export interface Preview {
  readonly request: TieringRequest;
  readonly source: Source;
  readonly run: RunResult;
  readonly plan: WritePlan;
  /** What was read, which the engine keeps for a while: it explains rows, and can be run with other rules. */
  readonly reading: Reading;
}

export interface Tiered extends Applied, Pick<Preview, "run" | "plan" | "reading"> {
  /** How often it was planned: more than once where rows moved in between. */
  readonly plans: number;
}

/** Everything one can do with a workbook. All calls wait for those before them; none throws. */
export interface Tiering {
  /** The accounts that a place means, and what was applied to them before. */
  find(where: Where): Promise<Outcome<{ source: Source; record: SourceRecord | null }>>;
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
  /** Takes back the last run, whoever has sorted, added or removed rows since. */
  undo(): Promise<Outcome<PutBack>>;
  /**
   * Puts back what a broken-off run has left. Refused with `undo-nothing` where none has. Where its old values are lost,
   * the cells stay (`isRestored` is false) and the source is stale: a refresh makes them right.
   */
  repair(): Promise<Outcome<PutBack & { readonly isRestored: boolean }>>;
  /** Whether there is a run to undo, and whether one was broken off and waits for a repair. */
  history(): Promise<Outcome<History>>;
  /** Tells of edits to a source and right below it, until the answer is called. */
  watch(source: Source, onEdit: (edit: Edit) => void): Promise<Outcome<Unwatch>>;
  /** Selects a cell of a source: a row counted from 0 below the header, a column from the source's first. */
  select(source: Source, row: number, position: number): Promise<Outcome<void>>;
  /** Adds a sheet with accounts to try things on. */
  addSheet(sheet: SheetOfAccounts): Promise<Outcome<void>>;
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
}

/** How often a run is planned anew because rows moved between plan and write. */
const MOST_PLANS = 3;

export function createTiering(
  excel: Pick<typeof Excel, "run">,
  { engine = inProcess(), newId = randomId, now = () => new Date() }: TieringOptions = {},
): Tiering {
  const queue = createQueue(excel);
  /** The last run of this session, complete; the workbook's copy may lack old values. */
  let lastRun: JournalEntry | null = null;

  async function write(
    context: Excel.RequestContext,
    settings: Settings,
    first: Preview,
    progress?: Progress,
  ): Promise<Tiered> {
    if (settings.has("pending")) throw new Refusal("run-unfinished");
    const finished = entryIn(settings, "journal");
    const earlier = finished.state === "ok" ? complete(finished.value) : null;
    let preview = first;
    for (let plans = 1; ; plans++) {
      try {
        const applied = await carryOut(context, preview.plan, { id: newId(), earlier }, progress);
        lastRun = applied.journal ?? lastRun;
        const { run, plan, reading } = preview;
        return { ...applied, run, plan, reading, plans };
      } catch (thrown) {
        const { code, written } = problemOf(thrown);
        const hasMoved = code === "rows-moved" || code === "target-edited";
        if (!hasMoved || plans === MOST_PLANS || written === "partly" || written === "unknown") throw thrown;
        preview = await plannedAgain(context, engine, preview, progress);
      }
    }
  }

  /** The entry with all its old values, where this session still has them. */
  function complete(entry: JournalEntry): JournalEntry {
    return lastRun?.runId === entry.runId ? lastRun : entry;
  }

  return {
    presets: createPresets(queue, now),
    find: (where) => queue.run((context) => found(context, where)),
    preview: (request, progress) =>
      queue.run(async (context) => {
        const { source, record } = await found(context, request.where);
        return planned(context, engine, request, source, record, progress);
      }),
    async revise(preview, { preset, asOf }, progress) {
      const revised = { ...preview, request: { ...preview.request, preset, asOf } };
      try {
        const value = await tieredAgain(revised);
        if (value) return { ok: true, value };
      } catch (thrown) {
        return { ok: false, problem: problemOf(thrown) };
      }
      return queue.run((context) => plannedAgain(context, engine, revised, progress));
    },
    apply: (preview, progress) =>
      queue.run(async (context) => write(context, await readSettings(context), preview, progress)),
    refresh: (recordId, asOf, progress) =>
      queue.run(async (context) => {
        const where = { by: "record", id: recordId } as const;
        const { settings, source, record } = await recorded(context, recordId);
        const preset = presetIn(settings, record.preset.id);
        const request = { ...approved(record), preset, asOf, where };
        const preview = await planned(context, engine, request, source, record, progress);
        if (preview.plan.columns.some(({ placed }) => placed === null)) throw new Refusal("owned-column-gone");
        if (isNewApproval(preview.plan)) throw new Refusal("preset-changed-elsewhere", { preset: preset.name });
        return write(context, settings, preview, progress);
      }),
    stale: (recordId, asOf) =>
      queue.run(async (context) => {
        const { settings, source, record } = await recorded(context, recordId);
        const preset = presetIn(settings, record.preset.id);
        return staleness(context, { record, source, preset, presetHash: presetHash(preset), asOf });
      }),
    sources: () => queue.run(async (context) => recordsIn(await readSettings(context))),
    undo: () =>
      queue.run(async (context) => {
        const settings = await readSettings(context);
        if (settings.has("pending")) throw new Refusal("run-unfinished");
        const finished = entryIn(settings, "journal");
        if (finished.state === "absent") throw new Refusal("undo-nothing");
        if (finished.state === "damaged") throw new Refusal("journal-damaged");
        const answer = await putBack(context, complete(finished.value), settings);
        lastRun = null;
        return answer;
      }),
    repair: () =>
      queue.run(async (context) => {
        const settings = await readSettings(context);
        const broken = entryIn(settings, "pending");
        if (broken.state === "absent") throw new Refusal("undo-nothing");
        const entry = broken.state === "ok" ? complete(broken.value) : null;
        const isWhole = entry !== null && (entry.before === null || entry.old !== null);
        return isWhole
          ? { ...(await putBack(context, entry, settings)), isRestored: true }
          : { ...(await letGo(context, entry)), isRestored: false };
      }),
    history: () =>
      queue.run(async (context) => {
        const settings = await readSettings(context);
        return { canUndo: entryIn(settings, "journal").state === "ok", isUnfinished: settings.has("pending") };
      }),
    watch: (source, onEdit) =>
      queue.run(async (context) => {
        const stop = await watch(context, source, onEdit);
        return async () => void (await queue.run(() => stop(excel)));
      }),
    select: (source, row, position) => queue.run((context) => selectCell(context, source, row, position)),
    addSheet: (sheet) => queue.run((context) => addSheet(context, sheet)),
  };
}

/** After rows have moved: the accounts where they are now, with the record that they may have got in the meantime. */
async function plannedAgain(
  context: Excel.RequestContext,
  engine: Engine,
  { request, plan }: Pick<Preview, "request" | "plan">,
  progress?: Progress,
): Promise<Preview> {
  const records = recordsIn(await readSettings(context));
  const known = records.find(({ id }) => id === plan.before?.id);
  const { source, record } = known
    ? { source: await sourceOfRecord(context, known), record: known }
    : await accountsAt(context, await placeNow(context, plan.source), records);
  return planned(context, engine, request, source, record, progress);
}

/** A request for accounts that were read already; null where their cells have to be read again. */
async function tieredAgain({ request, source, plan, reading }: Preview): Promise<Preview | null> {
  const { preset, asOf, isDayFixed = false, dateOrder = null } = request;
  const answer = await reading.run(preset, { asOf });
  if (!answer.ok) return null;
  const { accounts, before, placed } = plan;
  const run = answer.value;
  return {
    request,
    source,
    run,
    plan: planWrite({ run, accounts, source, before, placed, asOf, isDayFixed, dateOrder }),
    reading,
  };
}

async function planned(
  context: Excel.RequestContext,
  engine: Engine,
  request: TieringRequest,
  source: Source,
  before: SourceRecord | null,
  progress?: Progress,
): Promise<Preview> {
  const { preset, asOf, isDayFixed = false, dateOrder = null } = request;
  const placed = await placeOwned(context, source, before?.columns ?? []);
  const { reading, accounts } = await readAccounts(context, engine, source, placed, request, progress);
  try {
    const answer = await reading.run(preset, { asOf });
    if (!answer.ok) throw new Error(`a reading was not run: ${answer.why}`);
    const run = answer.value;
    const plan = planWrite({ run, accounts, source, before, placed, asOf, isDayFixed, dateOrder });
    return { request, source, run, plan, reading };
  } catch (thrown) {
    reading.letGo();
    throw thrown;
  }
}

/** How the last run of a source read its cells, and whether it was of a chosen day. */
function approved({ mapping, dateOrder, isDayFixed }: SourceRecord) {
  return { mapping: new Map(mapping), dateOrder, isDayFixed };
}

function randomId(): string {
  return crypto.randomUUID().replaceAll("-", "").slice(0, 12);
}
