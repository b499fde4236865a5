import type { Progress } from "../../addin/excel/blocks";
import { createTiering, type Preview } from "../../addin/excel/tiering";
import { BUILT_IN } from "../../engine/index";
import { mustBeInputs } from "./accounts";
import { laps, type Measured } from "./measure";

/** What a pane would show: it keeps what it has read until it reads again, and with it the code compiled for such things. */
let shown: Preview | null = null;

/** Preview and apply of revenue-share, as the pane asks for them: the accounts are read, tiered, written and looked at again. */
export async function addInWork(excel: typeof Excel): Promise<Measured> {
  const preset = BUILT_IN.get("revenue-share");
  if (!preset) throw new Error("revenue-share is gone");
  const tiering = createTiering(excel);
  const where = { by: "range", sheet: "Accounts", address: "A1" } as const;
  const clock = laps();
  const previewed = await tiering.preview({ where, preset, asOf: "2026-01-31" });
  if (!previewed.ok) throw new Error(previewed.problem.code);
  mustBeInputs(previewed.value.plan.accounts);
  clock.lap("preview");
  shown = previewed.value;
  // The first row that is written tells looking again from writing.
  let isWriting = false;
  const progress: Progress = {
    onRows: () => {
      if (!isWriting) clock.lap("apply: look again, write the first block");
      isWriting = true;
    },
  };
  const applied = await tiering.apply(shown, progress);
  if (!applied.ok) throw new Error(applied.problem.code);
  clock.lap("apply: write the others, read back, colour, note down");
  return clock.measured();
}
