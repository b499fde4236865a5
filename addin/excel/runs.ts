import type { Engine, Preset, Reading, RunResult } from "../../engine/index";
import type { Progress } from "./blocks";
import { accountsAt, found, recorded, type Where } from "./find";
import { placeOwned } from "./owned";
import { isNewApproval, planWrite, presetHash, type WritePlan } from "./plan";
import { presetIn } from "./presets";
import { problemOf, Refusal } from "./problem";
import { askSurroundings, readAccounts, type ReadChoices } from "./read";
import { placeNow, recordsIn, sourceOfRecord, type SourceRecord } from "./record";
import { begin, type Session } from "./session";
import { readSettings, type Settings } from "./settings";
import { askSheets, inputsOf, printOfInputs, type SheetsRead } from "./sheets/readSheets";
import { inSlices } from "../slices";
import type { Source } from "./source";
import { staleness } from "./stale";
import type { Tiering } from "./tiering";
import { carryOut, type Applied } from "./write";

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
  /** What our sheets told the run, and which of their rows were left out. */
  readonly sheets: SheetsRead;
}

export interface Tiered extends Applied, Pick<Preview, "run" | "plan" | "reading"> {
  /** How often it was planned: more than once where rows moved in between. */
  readonly plans: number;
}

/** How often a run is planned anew because rows moved between plan and write. */
export const MOST_PLANS = 3;

/** Everything about tiers that stand beside accounts. */
export function runServices(session: Session): Pick<Tiering, "preview" | "revise" | "apply" | "refresh" | "stale"> {
  const { queue, engine } = session;

  async function write(
    context: Excel.RequestContext,
    settings: Settings,
    first: Preview,
    progress?: Progress,
  ): Promise<Tiered> {
    const { id, earlier } = begin(session, settings);
    let preview = first;
    for (let plans = 1; ; plans++) {
      try {
        const applied = await carryOut(
          context,
          preview.plan,
          { id: plans === 1 ? id : session.newId(), earlier },
          progress,
        );
        if (applied.journal) session.last.keep(applied.journal);
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

  return {
    preview: (request, progress) =>
      queue.read(async (context) => {
        const { source, record } = await found(context, request.where, request);
        return planned(context, engine, request, source, record, progress);
      }),
    async revise(preview, rules, progress) {
      const revised = { ...preview, request: { ...preview.request, ...rules } };
      try {
        const value = await tieredAgain(revised);
        if (value) return { ok: true, value };
      } catch (thrown) {
        return { ok: false, problem: problemOf(thrown) };
      }
      return queue.read((context) => plannedAgain(context, engine, revised, progress));
    },
    apply: (preview, progress) =>
      queue.run(async (context) => write(context, await readSettings(context), preview, progress)),
    refresh: (recordId, asOf, progress) =>
      queue.run(async (context) => {
        const where = { by: "record", id: recordId } as const;
        const { settings, source, record } = await recorded(context, recordId);
        const preset = await presetIn(settings, record.preset.id);
        const request = { ...approved(record), preset, asOf, where };
        const preview = await planned(context, engine, request, source, record, progress);
        if (preview.plan.columns.some(({ placed }) => placed === null)) throw new Refusal("owned-column-gone");
        if (isNewApproval(preview.plan)) throw new Refusal("preset-changed-elsewhere", { preset: preset.name });
        return write(context, settings, preview, progress);
      }),
    stale: (recordId, asOf) =>
      queue.read(async (context) => {
        const { settings, source, record } = await recorded(context, recordId);
        const preset = await presetIn(settings, record.preset.id);
        return staleness(context, { record, source, preset, presetHash: presetHash(preset), asOf });
      }),
  };
}

/** After rows have moved: the accounts where they are now, with the record that they may have got in the meantime. */
export async function plannedAgain(
  context: Excel.RequestContext,
  engine: Engine,
  { request, plan }: Pick<Preview, "request" | "plan">,
  progress?: Progress,
): Promise<Preview> {
  const records = recordsIn(await readSettings(context));
  const known = records.find(({ id }) => id === plan.before?.id);
  const { source, record } = known
    ? { source: await sourceOfRecord(context, known), record: known }
    : await accountsAt(context, await placeNow(context, plan.source), records, request);
  return planned(context, engine, request, source, record, progress);
}

/** A request for accounts that were read already; null where their cells have to be read again. */
async function tieredAgain({ request, source, plan, reading, sheets }: Preview): Promise<Preview | null> {
  const answer = await reading.run(request.preset, inputsOf(request.preset, request.asOf, sheets));
  if (!answer.ok) return null;
  const { accounts, before, placed } = plan;
  return previewOf({ request, source, run: answer.value, reading, sheets }, { accounts, before, placed });
}

async function planned(
  context: Excel.RequestContext,
  engine: Engine,
  request: TieringRequest,
  source: Source,
  before: SourceRecord | null,
  progress?: Progress,
): Promise<Preview> {
  const sheetsThere = askSheets(context, { history: true });
  const surroundings = askSurroundings(context, source);
  const columns = before?.columns ?? [];
  const placed = await placeOwned(context, source, columns);
  if (columns.length === 0) await context.sync(); // otherwise looking for them has asked
  const { reading, accounts } = await readAccounts(context, engine, source, surroundings(), placed, request, progress);
  try {
    const sheets = await sheetsThere();
    const answer = await reading.run(request.preset, inputsOf(request.preset, request.asOf, sheets));
    if (!answer.ok) throw new Error(`a reading was not run: ${answer.why}`);
    return await previewOf({ request, source, run: answer.value, reading, sheets }, { accounts, before, placed });
  } catch (thrown) {
    reading.letGo();
    throw thrown;
  }
}

async function previewOf(
  tiered: Omit<Preview, "plan">,
  read: Pick<WritePlan, "accounts" | "before" | "placed">,
): Promise<Preview> {
  const { request, source, run, sheets } = tiered;
  const { preset, asOf, isDayFixed = false, dateOrder = null } = request;
  const plan = await inSlices(planWrite({ run, source, ...read, asOf, isDayFixed, dateOrder }));
  const inputs = printOfInputs(read.accounts.inputs, preset, asOf, sheets);
  return { ...tiered, plan: { ...plan, after: { ...plan.after, inputs } } };
}

/** How the last run of a source read its cells, and whether it was of a chosen day. */
function approved({ mapping, dateOrder, isDayFixed }: SourceRecord) {
  return { mapping: new Map(mapping), dateOrder, isDayFixed };
}
