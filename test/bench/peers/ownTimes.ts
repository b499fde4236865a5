import { jobCells } from "../job/cells";
import { explainSome, rerun } from "../job/ours";
import { laps, median, undisturbed, type Measured } from "../measure";

const RERUN_ROWS = 100_000;
const EXPLAIN_ROWS = 1_000_000;
const EXPLAINED = 1000;
const ROUNDS = 15;
const COUNTED = 9;

/** What our engine alone is asked: to run again after one changed number, and to explain a row. */
export async function ownTimes(): Promise<string> {
  const { first, again } = rerun(jobCells(RERUN_ROWS));
  const [firsts, agains]: [Measured[], Measured[]] = [[], []];
  for (let round = -2; round < ROUNDS; round++) {
    globalThis.gc?.();
    const clock = laps();
    const before = first();
    clock.lap("first");
    const [firstRun, next] = [clock.measured(), laps()];
    again(before);
    next.lap("again");
    if (round < 0) continue;
    firsts.push(firstRun);
    agains.push(next.measured());
  }
  const cpuOf = (measured: readonly Measured[]) => median(undisturbed(measured, COUNTED).map(({ cpu }) => cpu));
  const [one, other] = [cpuOf(firsts), cpuOf(agains)];
  const tiered = rerun(jobCells(EXPLAIN_ROWS)).first();
  explainSome(tiered, 1); // orders all whom it compares, once
  const clock = laps();
  explainSome(tiered, EXPLAINED);
  clock.lap("explained");
  return [
    "## Again, and why",
    "",
    `- The run alone over a table of ${RERUN_ROWS.toLocaleString("en")} accounts, CPU time: ${one.toFixed(1)} ms; again after one ` +
      `changed number of the preset: ${other.toFixed(1)} ms, ${((100 * other) / one).toFixed(0)} %.`,
    `- One account of ${EXPLAIN_ROWS.toLocaleString("en")} explained: ${(clock.measured().all / EXPLAINED).toFixed(3)} ms.`,
  ].join("\n");
}
