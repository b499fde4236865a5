import { seeded } from "../../../../addin/taskpane/sample/random";
import { FAULT_KINDS, type Scenario } from "./faults";

/** So many scenarios, spread evenly over the kinds of fault and chosen by a seed; all of them where that is enough. */
export function sampleOf(scenarios: readonly Scenario[], most: number, seed: number): Scenario[] {
  const random = seeded(seed);
  const groups = FAULT_KINDS.map((kind) =>
    scenarios
      .filter((scenario) => scenario.kind === kind)
      .map((scenario) => ({ scenario, at: random.next() }))
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
