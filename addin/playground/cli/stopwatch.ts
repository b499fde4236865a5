/**
 * The steps of the command, in their order:
 * open: reading the file · connect: a workbook in memory, Microsoft's client,
 * the accounts and the preset · preview: reading the cells and the run · apply: writing and reading back · snapshot: the
 * workbook as data again · save: writing the file. The last three only with `--out`.
 */
export const STEPS = ["open", "connect", "preview", "apply", "snapshot", "save"] as const;
export type Step = (typeof STEPS)[number];

/** Whole milliseconds of each step that was taken, by the wall clock. */
export type Timings = Readonly<Partial<Record<Step, number>>>;

/** Measures steps that follow one another; the first begins now. */
export function stopwatch() {
  const laps: Partial<Record<Step, number>> = {};
  let last = performance.now();
  return {
    laps,
    lap(step: Step) {
      const now = performance.now();
      laps[step] = Math.round(now - last);
      last = now;
    },
  };
}
