import { run, type Preset, type Run } from "../../engine/index";
import type { Progress } from "./blocks";
import { readJournal, removeJournal, type JournalEntry } from "./journal";
import { placeOwned } from "./owned";
import { isNewApproval, planWrite, presetHash, type WritePlan } from "./plan";
import { createPresets, presetById, type Presets } from "./presets";
import { problemOf, Refusal, type Outcome } from "./problem";
import { createQueue } from "./queue";
import { readAccounts, type ReadChoices } from "./read";
import { locate, readRecords, recordOf, sourceOfRecord, type SourceRecord } from "./record";
import { putBack, type PutBack } from "./restore";
import { sourceFromRange, sourceFromSelection, type Source } from "./source";
import { staleness, type Staleness } from "./stale";
import { carryOut, type Applied } from "./write";

/** Which accounts: what is selected, a table by name, or cells of a sheet. */
export type Where =
  | { readonly by: "selection" }
  | { readonly by: "range"; readonly sheet: string; readonly address: string }
  | { readonly by: "record"; readonly id: string };

export interface TieringRequest extends ReadChoices {
  readonly where: Where;
  readonly preset: Preset;
  /** ISO day. */
  readonly asOf: string;
}

/** What a request would do, with nothing written yet. */
export interface Preview {
  readonly request: TieringRequest;
  readonly source: Source;
  readonly run: Run;
  readonly plan: WritePlan;
}

export interface Tiered extends Applied {
  readonly run: Run;
  readonly plan: WritePlan;
  /** How often it was planned: more than once where rows moved in between. */
  readonly plans: number;
}

/** Everything one can do with a workbook. All calls wait for those before them; none throws. */
export interface Tiering {
  /** The accounts that a place means, and what was applied to them before. */
  find(where: Where): Promise<Outcome<{ source: Source; record: SourceRecord | null }>>;
  preview(request: TieringRequest, progress?: Progress): Promise<Outcome<Preview>>;
  /** Writes what was previewed. Where rows have moved since, it reads and plans again, three times at most. */
  apply(preview: Preview, progress?: Progress): Promise<Outcome<Tiered>>;
  /** Repeats what was approved for a source, with the cells as they are now. Never adds a column or a preset. */
  refresh(recordId: string, asOf: string, progress?: Progress): Promise<Outcome<Tiered>>;
  /** Whether the tiers of a source still follow from its cells, its preset and the day. */
  stale(recordId: string, asOf: string): Promise<Outcome<Staleness>>;
  /** Every source of this workbook that was tiered. */
  sources(): Promise<Outcome<SourceRecord[]>>;
  /** Takes back the last run, whoever has sorted, added or removed rows since. */
  undo(): Promise<Outcome<PutBack>>;
  /** Puts back what a broken-off run has left. Refused with `undo-nothing` where none has. */
  repair(): Promise<Outcome<PutBack>>;
  readonly presets: Presets;
}

export interface TieringOptions {
  /** A new id, 8 to 32 letters and digits. */
  readonly newId?: () => string;
  readonly now?: () => Date;
}

/** How often a run is planned anew because rows moved between plan and write. */
const MOST_PLANS = 3;

export function createTiering(
  excel: Pick<typeof Excel, "run">,
  { newId = randomId, now = () => new Date() }: TieringOptions = {},
): Tiering {
  const queue = createQueue(excel);
  /** The last run of this session, complete; the workbook's copy may lack old values. */
  let lastRun: JournalEntry | null = null;

  async function look(context: Excel.RequestContext, request: TieringRequest, progress?: Progress): Promise<Preview> {
    const { source, record } = await found(context, request.where);
    return planned(context, request, source, record, progress);
  }

  async function write(context: Excel.RequestContext, first: Preview, progress?: Progress): Promise<Tiered> {
    const journal = await readJournal(context);
    if (journal.state === "ok" && journal.value.state === "pending") throw new Refusal("run-unfinished");
    let preview = first;
    for (let plans = 1; ; plans++) {
      try {
        const applied = await carryOut(context, preview.plan, newId(), progress);
        lastRun = applied.journal;
        return { ...applied, run: preview.run, plan: preview.plan, plans };
      } catch (thrown) {
        const { code, written } = problemOf(thrown);
        const hasMoved = code === "rows-moved" || code === "target-edited";
        if (!hasMoved || plans === MOST_PLANS || written === "partly" || written === "unknown") throw thrown;
        const { request, plan } = preview;
        const source = await locate(context, plan.source, plan.before);
        preview = await planned(context, request, source, plan.before, progress);
      }
    }
  }

  return {
    presets: createPresets(queue, now),
    find: (where) => queue.run((context) => found(context, where)),
    preview: (request, progress) => queue.run((context) => look(context, request, progress)),
    apply: (preview, progress) => queue.run((context) => write(context, preview, progress)),
    refresh: (recordId, asOf, progress) =>
      queue.run(async (context) => {
        const record = await recordById(context, recordId);
        const preset = await presetById(context, record.preset.id);
        const request = { ...approved(record), preset, asOf, where: { by: "record", id: recordId } } as const;
        const preview = await look(context, request, progress);
        if (preview.plan.columns.some(({ placed }) => placed === null)) throw new Refusal("owned-column-gone");
        if (isNewApproval(preview.plan)) throw new Refusal("preset-changed-elsewhere", { preset: preset.name });
        return write(context, preview, progress);
      }),
    stale: (recordId, asOf) =>
      queue.run(async (context) => {
        const record = await recordById(context, recordId);
        const source = await sourceOfRecord(context, record);
        const preset = await presetById(context, record.preset.id);
        return staleness(context, { record, source, preset, presetHash: presetHash(preset), asOf });
      }),
    sources: () => queue.run(readRecords),
    undo: () =>
      queue.run(async (context) => {
        const stored = await readJournal(context);
        const kept = stored.state === "ok" ? stored.value : null;
        if (!kept) throw new Refusal(stored.state === "damaged" ? "journal-damaged" : "undo-nothing");
        if (kept.state === "pending") throw new Refusal("run-unfinished");
        const answer = await putBack(context, lastRun?.runId === kept.runId ? lastRun : kept);
        await removeJournal(context);
        await context.sync();
        lastRun = null;
        return answer;
      }),
    repair: () =>
      queue.run(async (context) => {
        const stored = await readJournal(context);
        if (stored.state === "damaged") throw new Refusal("journal-damaged");
        if (stored.state === "absent" || stored.value.state === "done") throw new Refusal("undo-nothing");
        const answer = await putBack(context, stored.value);
        await removeJournal(context);
        await context.sync();
        return answer;
      }),
  };
}

async function found(context: Excel.RequestContext, where: Where) {
  const records = await readRecords(context);
  if (where.by === "record") {
    const record = records.find(({ id }) => id === where.id);
    if (!record) throw new Refusal("source-never-tiered");
    return { source: await sourceOfRecord(context, record), record };
  }
  const source =
    where.by === "selection"
      ? await sourceFromSelection(context)
      : await sourceOfCells(context, where.sheet, where.address);
  const record = await recordOf(context, source, records);
  // What was tiered before is taken whole, also where only a part of it is selected now.
  return record ? { source: await sourceOfRecord(context, record), record } : { source, record };
}

async function sourceOfCells(context: Excel.RequestContext, sheet: string, address: string): Promise<Source> {
  const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
  worksheet.load("id");
  await context.sync();
  if (worksheet.isNullObject) throw new Refusal("sheet-unknown", { sheet });
  return sourceFromRange(context, worksheet.getRange(address));
}

async function planned(
  context: Excel.RequestContext,
  request: TieringRequest,
  source: Source,
  before: SourceRecord | null,
  progress?: Progress,
): Promise<Preview> {
  const { preset, asOf, dateOrder = null } = request;
  const placed = await placeOwned(context, source, before);
  const accounts = await readAccounts(context, source, placed, preset, request, progress);
  const result = run(accounts.table, preset, { asOf });
  const plan = planWrite({ run: result, accounts, source, before, placed, asOf, dateOrder });
  return { request, source, run: result, plan };
}

async function recordById(context: Excel.RequestContext, id: string): Promise<SourceRecord> {
  const record = (await readRecords(context)).find((each) => each.id === id);
  if (!record) throw new Refusal("source-never-tiered");
  return record;
}

/** How the last run of a source read its cells. */
function approved({ mapping, dateOrder }: SourceRecord): Required<ReadChoices> {
  return { mapping: new Map(mapping), dateOrder };
}

function randomId(): string {
  return crypto.randomUUID().replaceAll("-", "").slice(0, 12);
}
