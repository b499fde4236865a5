import type * as FastCheck from "fast-check";
import { vi } from "vitest";

const RUNS = Number(process.env["MUTATION_RUNS"] ?? 50);
/** The same values for every mutant, so that what is found is found again. */
const SEED = 20_261_122;

/** Properties as everywhere, but with fewer runs, and without looking for a smaller example. */
vi.mock("fast-check", async (original) => {
  const real = await original<typeof FastCheck>();
  const assert = (property: never, given?: { readonly numRuns?: number }) =>
    real.assert(property, {
      seed: SEED,
      ...given,
      numRuns: Math.min(given?.numRuns ?? RUNS, RUNS),
      endOnFailure: true,
    });
  return { ...real, assert, default: { ...real, assert } };
});

const shared = (globalThis as { __stryker__?: { activeMutant: string | undefined } }).__stryker__;
if (shared) shared.activeMutant = undefined; // what a file of tests does while it is loaded is done without a mutant
