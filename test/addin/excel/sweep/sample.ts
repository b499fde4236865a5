import { FAULT_KINDS, type Scenario } from "./faults";

/** So many scenarios, spread evenly over the kinds of fault and chosen by a seed; all of them where that is enough. */
export function sampleOf(scenarios: readonly Scenario[], most: number, seed: number): Scenario[] {
  const random = randomOf(seed);
  const groups = FAULT_KINDS.map((kind) =>
    scenarios
      .filter((scenario) => scenario.kind === kind)
      .map((scenario) => ({ scenario, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ scenario }) => scenario),
  );
  const chosen: Scenario[] = [];
  for (let i = 0; chosen.length < Math.min(most, scenarios.length); i++) {
    for (const group of groups) {
      const scenario = group[i];
      if (scenario && chosen.length < most) chosen.push(scenario);
    }
  }
  return chosen;
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
