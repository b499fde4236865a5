import type { DateOrder } from "../../../engine/index";
import type { Said } from "../../commands/refreshTiers";
import type { Progress } from "../../excel/blocks";
import type { Outcome } from "../../excel/problem";
import type { Tiered } from "../../excel/tiering";
import type { Message } from "../../strings/messages";
import { createPresetActions, type PresetActions } from "./presetActions";
import { createReading } from "./reading";
import type { Services } from "./services";
import { choicesFor } from "./state";
import type { Store } from "./store";

/** Everything an analyst can do in the pane. Each resolves when it is done; none throws for what a workbook refuses. */
export interface Actions extends PresetActions {
  open(): Promise<void>;
  /** A button of the ribbon has done its work. */
  onRibbon(said: Said): Promise<void>;
  /** The pane has come back to the front. */
  onFocus(): Promise<void>;
  useSelection(): Promise<void>;
  choosePreset(id: string): Promise<void>;
  chooseColumns(field: string, headers: readonly string[]): Promise<void>;
  chooseDateOrder(order: DateOrder | null): Promise<void>;
  chooseDay(asOf: string): Promise<void>;
  apply(): Promise<void>;
  refresh(): Promise<void>;
  undo(): Promise<void>;
  repair(): Promise<void>;
  cancel(): void;
  /** A row of the source, counted from 0 below the header (-1 is the header), and a column of it. */
  select(row: number, position: number): Promise<void>;
  insertSample(): Promise<void>;
  say(message: Message | null): void;
}

export function createActions(services: Services, store: Store): Actions {
  const { tiering } = services;
  const reading = createReading(services, store);
  let writing: AbortController | null = null;

  function say(message: Message | null): void {
    store.send({ type: "said", message });
  }

  /** Shows what went wrong, or what the value says. */
  function tell<T>(outcome: Outcome<T>, message: (value: T) => Message): void {
    if (outcome.ok) return say(message(outcome.value));
    const { problem } = outcome;
    const isCancelled =
      problem.code === "cancelled" && (problem.written === "nothing" || problem.written === "restored");
    say(isCancelled ? { kind: "cancelled" } : { kind: "problem", problem });
  }

  async function look(): Promise<void> {
    const history = await tiering.history();
    if (!history.ok) return say({ kind: "problem", problem: history.problem });
    store.send({ type: "history", history: history.value });
  }

  /** Does something with the workbook, says what came of it, and reads the accounts again. */
  async function work<T>(
    kind: "writing" | "other",
    task: (progress: Progress) => Promise<Outcome<T>>,
    message: (value: T) => Message,
  ): Promise<void> {
    reading.cancel();
    const own = (writing = new AbortController());
    say(null);
    store.send({ type: "working", work: { kind, done: 0, of: 0 } });
    const outcome = await task({
      signal: own.signal,
      onRows: (done, of) => store.send({ type: "working", work: { kind, done, of } }),
    });
    writing = null;
    if (outcome.ok) store.send({ type: "applied" });
    store.send({ type: "rested" });
    tell(outcome, message);
    await look();
    await reading.again();
  }

  return {
    ...createPresetActions(services, store, reading, say),
    async open() {
      const [presets, history] = [await tiering.presets.list(), await tiering.history()];
      if (!presets.ok || !history.ok) {
        const problem = presets.ok ? (history.ok ? null : history.problem) : presets.problem;
        if (problem) say({ kind: "problem", problem });
        return;
      }
      store.send({ type: "opened", presets: presets.value, history: history.value });
      if (history.value.isUnfinished) say({ kind: "unfinished" });
      await reading.at({ by: "selection" });
      if (store.get().found) return;
      const sources = await tiering.sources(); // nothing is selected, but something was tiered
      const [first] = sources.ok ? sources.value : [];
      if (first) await reading.at({ by: "record", id: first.id });
    },
    async onRibbon({ message, needsPerson }) {
      if (!needsPerson) store.send({ type: "applied" });
      say({ kind: "said", text: message, isProblem: needsPerson });
      await look();
      await reading.again();
    },
    onFocus: () => reading.check(),
    useSelection() {
      say(null);
      return reading.at({ by: "selection" });
    },
    async choosePreset(id) {
      const listed = store.get().presets.find((each) => each.id === id);
      if (listed?.state !== "ok") return;
      const { found } = store.get();
      const choices = found ? choicesFor(found, listed.preset) : undefined;
      store.send({ type: "chosen", preset: listed.preset, ...(choices && { choices }) });
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
      store.send({ type: "chosen", asOf });
      await reading.again();
    },
    async apply() {
      const { preview } = store.get();
      if (!preview) return;
      await work(
        "writing",
        (progress) => tiering.apply(preview, progress),
        ({ run, plan, cells, withoutColours }) => {
          const accounts = run.included.reduce((sum, isAccount) => sum + isAccount, 0);
          return { kind: "tiered", accounts, moves: plan.moves, cells, withoutColours };
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
        ({ plan, cells, withoutColours }: Tiered) => ({
          kind: "refreshed",
          moves: plan.moves,
          cells,
          withoutColours,
        }),
      );
    },
    undo: () =>
      work(
        "other",
        () => tiering.undo(),
        ({ cells, unmatched }) => ({ kind: "undone", cells, unmatched }),
      ),
    repair: () =>
      work(
        "other",
        () => tiering.repair(),
        ({ isRestored, unmatched }) => ({ kind: "repaired", isRestored, unmatched }),
      ),
    cancel() {
      if (writing) writing.abort();
      else reading.cancel();
    },
    async select(row, position) {
      const { found } = store.get();
      if (!found) return;
      const selected = await tiering.select(found.source, row, position);
      if (!selected.ok) say({ kind: "problem", problem: selected.problem });
    },
    async insertSample() {
      const added = await tiering.addSheet(await services.sample());
      if (!added.ok) return say({ kind: "problem", problem: added.problem });
      await reading.at({ by: "selection" });
    },
    say,
  };
}
