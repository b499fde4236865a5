import type { Cells } from "../job/cells";
import type { Contender } from "../job/job";
import { laps, median, undisturbed, type Measured } from "../measure";

/** What one contender took, in milliseconds. */
export interface Row {
  readonly name: string;
  readonly wall: number;
  readonly cpu: number;
  /** Megabytes above the cells, at most. */
  readonly peak?: number;
}

/** Rows gone through before the first run that counts, once at least: compilers warm up, kept buffers are made. */
const WARM_UP = 300_000;
/** For each run that counts, how many are made. */
const SPARE = 1.5;
/** A contender that takes longer than this is run less often. */
const SLOW = 20_000;
const FEWEST = 3;

/** All in turns over two tables of one shape, so that none finds the table it has just seen. */
export async function timed(
  contenders: readonly Contender[],
  tables: readonly [Cells, Cells],
  rounds: number,
): Promise<Row[]> {
  const runs = new Map(contenders.map((contender) => [contender, [] as Measured[]]));
  const isDone = (measured: readonly Measured[]) =>
    measured.length >= FEWEST && measured.reduce((sum, { all }) => sum + all, 0) > SLOW * FEWEST;
  for (let round = -Math.ceil(WARM_UP / tables[0].length); round < rounds * SPARE; round++) {
    const entries = [...runs];
    for (const [contender, measured] of round % 2 === 0 ? entries : entries.reverse()) {
      if (isDone(measured)) continue;
      globalThis.gc?.();
      const clock = laps();
      await contender.run(tables[round % 2 === 0 ? 0 : 1]);
      clock.lap("all");
      const run = clock.measured();
      if (round >= 0 || run.all > SLOW) measured.push(run); // one as long as that is warm before it is half done
    }
  }
  return [...runs].map(([{ name }, measured]) => {
    const counted = undisturbed(measured, Math.min(rounds, measured.length));
    return {
      name,
      wall: median(counted.map(({ all }) => all)),
      cpu: median(counted.map(({ cpu }) => cpu)),
    };
  });
}
