import { afterAll, describe, expect, test } from "vitest";
import { RUNS, type Prepared } from "./acts";
import { firstFaults, secondFaults, singleFaults, type Scenario } from "./faults";
import { endsOf, judge } from "./judge";
import { play } from "./play";
import { repairsOf } from "./repairs";
import { sampleOf } from "./sample";
import { SHEETS } from "./sheetActs";

/**
 * Everything that writes, with something going wrong at every request and every action of it, and again while that is put
 * right. `SWEEP=all` runs all scenarios, `SWEEP=200` so many of each act, of another `SWEEP_SEED` if given;
 * `SWEEP_ACTS` is a pattern for the names of the acts that are played.
 */

const { SWEEP = "30", SWEEP_SEED = "1", SWEEP_ACTS = "" } = process.env;
const MOST = SWEEP === "all" ? Infinity : Number(SWEEP);

const WRITES = [...RUNS, ...SHEETS];
const ACTS = [...WRITES, ...WRITES.filter(({ does }) => does === "write").flatMap(repairsOf)];
const PLAYED = ACTS.filter(({ name }) => new RegExp(SWEEP_ACTS).test(name));
const CASES = PLAYED.flatMap((act) => act.kinds.map((kind) => ({ ...act, kind })));

const count = { exist: 0, ran: 0 };
afterAll(() => console.log(`${count.ran} of ${count.exist} scenarios with a fault in them ran`));

describe("with anything going wrong anywhere, all is as before, or done, or can be repaired", () => {
  test.each(CASES.map((each) => [`${each.name} (${each.kind})`, each] as const))(
    "%s",
    { timeout: 3_600_000 },
    async (_, each) => {
      const prepared = await each.prepare(each.kind);
      const good = await play(prepared);
      const ends = endsOf(prepared, good);
      const scenarios = await scenariosOf(prepared, good.traffic);
      const chosen = sampleOf(scenarios, MOST, Number(SWEEP_SEED));
      count.exist += scenarios.length;
      const failures: string[] = [];
      for (const scenario of chosen) {
        count.ran++;
        const wrong = await judge(each, ends, scenario, await play(prepared, scenario));
        if (wrong.length > 0) failures.push(`${JSON.stringify(scenario)}\n  ${wrong.join("\n  ")}`);
      }
      expect(failures.slice(0, 5).join("\n"), `${failures.length} of ${chosen.length} failed`).toBe("");
    },
  );
});

async function scenariosOf(prepared: Prepared, traffic: readonly number[]): Promise<Scenario[]> {
  const scenarios = singleFaults(traffic);
  for (const first of firstFaults(traffic)) {
    const { traffic: afterwards } = await play(prepared, { faults: [first] });
    scenarios.push(...secondFaults(first, afterwards));
  }
  return scenarios;
}
