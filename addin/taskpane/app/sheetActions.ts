import type { Override } from "../../../engine/index";
import type { Progress } from "../../excel/blocks";
import type { Outcome } from "../../excel/problem";
import type { AttentionEdit } from "../../excel/sheets/history/saveAttention";
import type { KeptOverride } from "../../excel/sheets/overrides/overrides";
import type { Preview } from "../../excel/tiering";
import type { Message } from "../../strings/messages";
import { canUndoWrote, csvName, wroteSentence, type Wrote } from "../../strings/wrote";
import type { Services } from "./services";
import type { Store } from "./store";

/** What is written beside the tiers: on sheets of their own, each of which can be undone like a run, or in a file. */
export interface SheetActions {
  /** Records what stands in the sheet as the review of its day. */
  recordReview(): Promise<void>;
  writeSummary(): Promise<void>;
  writeDossiers(): Promise<void>;
  /** Adds a sheet with the accounts of a tier, best first. */
  listTier(tier: string): Promise<void>;
  /** Hands the same over as a file. */
  saveTierCsv(tier: string): Promise<void>;
  saveOverride(override: KeptOverride): Promise<void>;
  /** Notes what has come of items of the attention list. */
  saveAttention(edits: readonly AttentionEdit[]): Promise<void>;
  endOverride(account: string, kind: Override["kind"], preset?: string | null): Promise<void>;
}

/** Carries out one thing at a time, says what came of it, and reads the accounts again. */
export type Work = <T>(
  kind: "writing" | "undoing",
  task: (progress: Progress) => Promise<Outcome<T>>,
  message: (value: T) => Message | null,
) => Promise<void>;

export function createSheetActions(
  { tiering, download }: Services,
  store: Store,
  work: Work,
  say: (message: Message) => void,
): SheetActions {
  /** Only what is shown is written: nothing happens while it is of something else, which the buttons say. */
  async function write<T>(
    task: (preview: Preview, progress: Progress) => Promise<Outcome<T>>,
    wrote: (value: T) => Wrote,
  ): Promise<void> {
    const { preview, isFresh, work: busy } = store.get();
    if (!preview || !isFresh || busy) return;
    await work(
      "writing",
      (progress) => task(preview, progress),
      (value) => said(wrote(value)),
    );
  }

  const labelOf = (tier: string) =>
    store.get().preview?.run.preset.tiers.rungs.find(({ id }) => id === tier)?.label ?? tier;

  return {
    recordReview: () =>
      write(
        (preview, progress) => tiering.recordReview(preview, progress),
        (recording) => ({ what: "review", ...recording }),
      ),
    writeSummary: () =>
      write(
        (preview) => tiering.writeSummary(preview),
        (summary) => ({ what: "summary", ...summary }),
      ),
    writeDossiers: () =>
      write(
        (preview, progress) => tiering.writeDossiers(preview, progress),
        (dossiers) => ({ what: "dossiers", ...dossiers }),
      ),
    listTier: (tier) =>
      write(
        (preview) => tiering.listTier(preview, tier),
        ({ accounts }) => ({ what: "list", tier: labelOf(tier), accounts }),
      ),
    async saveTierCsv(tier) {
      const { preview } = store.get();
      if (!preview) return;
      const csv = await tiering.tierCsv(preview, tier);
      if (!csv.ok) return say({ kind: "problem", problem: csv.problem });
      const label = labelOf(tier);
      const file = csvName(label);
      download(file, csv.value);
      say(said({ what: "csv", file, tier: label }));
    },
    saveOverride: (override) =>
      work(
        "writing",
        () => tiering.saveOverride(override),
        () => said({ what: "override", account: override.account }),
      ),
    endOverride: (account, kind, preset) =>
      work(
        "writing",
        () => tiering.endOverride(account, kind, preset),
        () => said({ what: "override-ended", account }),
      ),
    saveAttention: (edits) =>
      work(
        "writing",
        () => tiering.saveAttention(edits),
        () => said({ what: "attention", accounts: edits.map(({ item }) => item.account) }),
      ),
  };
}

function said(wrote: Wrote): Message {
  return { kind: "wrote", text: wroteSentence(wrote), canUndo: canUndoWrote(wrote) };
}
