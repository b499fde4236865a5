/** What one job took, step by step, in milliseconds. */
export interface Measured {
  readonly steps: Readonly<Record<string, number>>;
  readonly all: number;
  /** CPU time of the whole process in the same steps, its collector of garbage too: what a busy machine lengthens less. */
  readonly cpu: number;
}

/** A stopwatch: each lap ends a step; a lap without a name is not counted. */
export function laps(clock: () => number = () => performance.now()) {
  const steps: Record<string, number> = {};
  let [last, lastCpu, cpu] = [clock(), cpuTime(), 0];
  return {
    lap(step: string) {
      const [now, nowCpu] = [clock(), cpuTime()];
      if (step !== "") {
        steps[step] = (steps[step] ?? 0) + now - last;
        cpu += nowCpu - lastCpu;
      }
      [last, lastCpu] = [now, nowCpu];
    },
    measured: (): Measured => ({ steps, all: Object.values(steps).reduce((sum, each) => sum + each, 0), cpu }),
  };
}

/** The same with CPU time in every step. */
export function cpuLaps() {
  return laps(cpuTime);
}

function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

export function show(title: string, measured: readonly Measured[]): void {
  const ms = (value: number) => `${value.toFixed(0).padStart(7)} ms`;
  console.log(`${ms(median(measured.map(({ all }) => all)))}  ${title}`);
  for (const step of Object.keys(measured[0]?.steps ?? {})) {
    console.log(`${ms(median(measured.map(({ steps }) => steps[step] ?? 0)))}    ${step}`);
  }
}

/** The median of how often the one takes as long as the other, round by round. */
export function ratio(one: readonly Measured[], other: readonly Measured[], of: "all" | "cpu" = "all"): number {
  return median(one.map((each, i) => each[of] / (other[i]?.[of] ?? NaN)));
}

/**
 * The runs that were least kept waiting: those in which the clock ran the least longer than the CPU. What else goes on in
 * the machine lengthens a run, and never shortens one.
 */
export function undisturbed(measured: readonly Measured[], count: number): Measured[] {
  const waited = ({ all, cpu }: Measured) => all / cpu;
  return [...measured].sort((a, b) => waited(a) - waited(b)).slice(0, count);
}
