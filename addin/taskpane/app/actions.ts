import { builtInPresets, type DateOrder } from "../../../engine/index";
import type { Said } from "../../commands/refreshTiers";
import type { Progress } from "../../excel/blocks";
import type { ListedPreset } from "../../excel/presets";
import { problemOf, type Outcome } from "../../excel/problem";
import type { Message } from "../../strings/messages";
import { CANNOT_COPY } from "../../strings/pane";
import { createAsking, type Asking } from "./asking";
import { createAutomatic, type AutomaticActions } from "./automatic";
import { createDraftActions, type DraftActions } from "./draftActions";
import { createPresetActions, type PresetActions } from "./presetActions";
import { createReading } from "./reading";
import type { Services } from "./services";
import { createSheetActions, type SheetActions } from "./sheetActions";
import { choicesFor, type Screen } from "./state";
import type { Store } from "./store";

/** Everything an analyst can do in the pane. Each resolves when it is done; none rejects, what goes wrong is said. */
export interface Actions extends PresetActions, DraftActions, SheetActions, AutomaticActions, Pick<Asking, "answer"> {
  open(): Promise<void>;
  /** The pane goes away. */
  close(): Promise<void>;
  /** A button of the ribbon has done its work. */
  onRibbon(said: Said): Promise<void>;
  /** The pane has come back to the front. */
  onFocus(): Promise<void>;
  useSelection(): Promise<void>;
  /** Reads the accounts again. */
  read(): Promise<void>;
  choosePreset(id: string): Promise<void>;
  chooseColumns(field: string, headers: readonly string[]): Promise<void>;
  chooseDateOrder(order: DateOrder | null): Promise<void>;
  chooseDay(asOf: string): Promise<void>;
  /** Writes what is shown, and before that saves the rules where they were edited; refused without a word where that is not fresh, which the button says. */
  apply(): Promise<void>;
  refresh(): Promise<void>;
  undo(): Promise<void>;
  repair(): Promise<void>;
  /** Stops what is being read or written. */
  cancel(): void;
  /** A row of the source, counted from 0 below the header (-1 is the header), and a column of it. */
  select(row: number, position: number): Promise<void>;
  insertSample(): Promise<void>;
  /** Puts text where it can be pasted. */
  copy(text: string): Promise<boolean>;
  say(message: Message | null): void;
  go(screen: Screen): void;
}

async function builtInOnly(): Promise<readonly ListedPreset[]> {
  return [...(await builtInPresets())].map(([id, preset]) => ({ id, state: "ok", origin: "built-in", preset }));
}

export function createActions(services: Services, store: Store): Actions {
  const { tiering } = services;
  const reading = createReading(services, store);
  let writing: AbortController | null = null;

  function say(message: Message | null): void {
    store.send({ type: "said", message });
  }

  /** The value; what went wrong is said. */
  async function told<T>(outcome: Promise<Outcome<T>>): Promise<T | null> {
    const settled = await outcome.catch((thrown: unknown) => ({ ok: false as const, problem: problemOf(thrown) }));
    if (settled.ok) return settled.value;
    const { problem } = settled;
    const isWhole = problem.written === "nothing" || problem.written === "restored";
    say(problem.code === "cancelled" && isWhole ? { kind: "cancelled" } : { kind: "problem", problem });
    return null;
  }

  async function lookAtHistory(): Promise<void> {
    const history = await tiering.history();
    if (history.ok) store.send({ type: "history", history: history.value });
  }

  /** Does something with the workbook, says what came of it, and reads the accounts again. One at a time. */
  async function work<T>(
    kind: "writing" | "undoing",
    task: (progress: Progress) => Promise<Outcome<T>>,
    message: (value: T) => Message | null,
  ): Promise<void> {
    if (writing) return;
    const own = (writing = new AbortController());
    reading.cancel();
    say(null);
    store.send({ type: "working", work: { kind, done: 0, of: 0 } });
    const value = await told(
      task({
        signal: own.signal,
        onRows: (done, of) => store.send({ type: "working", work: { kind, done, of } }),
      }),
    );
    if (value !== null) say(message(value));
    await lookAtHistory();
    if (store.get().message?.kind === "problem") await presetActions.listPresets(); // perhaps they were changed elsewhere
    store.send({ type: "written" });
    writing = null;
    store.send({ type: "rested" });
    await reading.again();
  }

  /** Today, unless the analyst chose another day; true where that is another one than before. */
  function isNextDay(): boolean {
    const { asOf, isDayChosen } = store.get();
    const today = services.today();
    if (isDayChosen || asOf === today) return false;
    store.send({ type: "day", asOf: today, isChosen: false });
    return true;
  }

  const { ask, answer } = createAsking(store);
  const presetActions = createPresetActions(services, store, reading, { say, ask });
  const draftActions = createDraftActions(store, reading, presetActions, ask);
  const automatic = createAutomatic(services, store, reading, { say, lookAtHistory });
  let unsubscribe: () => void = () => undefined;

  return {
    ...presetActions,
    ...draftActions,
    setAutomatic: automatic.setAutomatic,
    answer,
    ...createSheetActions(services, store, work, say),
    async open() {
      unsubscribe = tiering.onCellEdit((isWaiting) => store.send({ type: "cellEdit", isWaiting }));
      const presets = (await told(tiering.presets.list())) ?? (await builtInOnly());
      const history = (await told(tiering.history())) ?? store.get().history;
      store.send({ type: "opened", presets, history });
      if (history.isUnfinished) say({ kind: "unfinished" });
      await reading.at({ by: "selection" });
      const { found, refusal } = store.get();
      if (found) return;
      const sources = await tiering.sources(); // nothing is selected, but something was tiered
      for (const { id } of sources.ok ? sources.value : []) {
        await reading.at({ by: "record", id });
        if (store.get().found) return;
      }
      if (refusal) store.send({ type: "refused", problem: refusal, isLost: true }); // that of the selection
    },
    async close() {
      unsubscribe();
      await Promise.all([automatic.close(), reading.close()]);
    },
    async onRibbon({ message, needsPerson }) {
      say({ kind: "said", text: message, isProblem: needsPerson });
      isNextDay();
      await lookAtHistory();
      await presetActions.listPresets();
      await reading.again();
    },
    async onFocus() {
      if (isNextDay()) await reading.again();
      else await reading.check();
    },
    async useSelection() {
      say(null);
      await reading.at({ by: "selection" });
    },
    read: () => reading.again(),
    async choosePreset(id) {
      if (!(await draftActions.settleRules())) return;
      const listed = store.get().presets.find((each) => each.id === id);
      if (listed?.state !== "ok") return;
      const { preset } = listed;
      store.send({ type: "chosen", preset, choices: choicesFor(store.get().found, preset) });
      await reading.again();
    },
    async chooseColumns(field, headers) {
      const { choices } = store.get();
      const mapping = new Map([...choices.mapping, [field, headers] as const]);
      store.send({ type: "chosen", choices: { ...choices, mapping } });
      await reading.again();
    },
    async chooseDateOrder(dateOrder) {
      store.send({ type: "chosen", choices: { ...store.get().choices, dateOrder } });
      await reading.again();
    },
    async chooseDay(asOf) {
      store.send({ type: "day", asOf, isChosen: asOf !== services.today() });
      await reading.again();
    },
    async apply() {
      if (store.get().work) return;
      const wasEdited = store.get().draft !== null;
      if (wasEdited && !(await draftActions.saveRules())) return;
      if (store.get().draft) return; // edited again meanwhile
      const { preview, isFresh, work: busy } = store.get();
      if (!preview || !isFresh || busy) return;
      await work(
        "writing",
        (progress) => tiering.apply(preview, progress),
        ({ run, plan, cells, withoutColours }) => {
          const accounts = run.included.reduce((sum, isAccount) => sum + isAccount, 0);
          const saved = wasEdited ? run.preset.name : null;
          return { kind: "tiered", accounts, moves: plan.moves, cells, withoutColours, saved };
        },
      );
    },
    async refresh() {
      const { found, asOf } = store.get();
      const id = found?.record?.id;
      if (id === undefined) return;
      await work(
        "writing",
        (progress) => tiering.refresh(id, asOf, progress),
        ({ plan, cells, withoutColours }) => ({ kind: "refreshed", moves: plan.moves, cells, withoutColours }),
      );
    },
    undo: () =>
      work(
        "undoing",
        () => tiering.undo(),
        ({ sheet, unmatched }) => ({ kind: "undone", sheet, unmatched }),
      ),
    repair: () =>
      work(
        "undoing",
        () => tiering.repair(),
        ({ isRestored, sheet, unmatched }) => ({ kind: "repaired", isRestored, sheet, unmatched }),
      ),
    cancel() {
      if (writing) writing.abort();
      else reading.cancel();
    },
    async select(row, position) {
      const { preview, found } = store.get();
      const source = preview?.source ?? found?.source;
      if (source) await told(tiering.select(source, row, position));
    },
    async insertSample() {
      if (writing || store.get().work) return;
      store.send({ type: "working", work: { kind: "adding", done: 0, of: 0 } });
      const added = await told(services.sample().then((sample) => tiering.addSheet(sample)));
      store.send({ type: "rested" });
      if (added !== null) await reading.at({ by: "selection" });
    },
    async copy(text) {
      const isCopied = await services.copy(text).then(
        () => true,
        () => false,
      );
      if (!isCopied) say({ kind: "said", text: CANNOT_COPY, isProblem: true });
      return isCopied;
    },
    say,
    go: (screen) => store.send({ type: "went", screen }),
  };
}
