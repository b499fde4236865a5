import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const UNIVER = `${import.meta.dirname}/node_modules/@univerjs`;

// A zone with half hours and summer time: a date that leaks through local time shows at once.
process.env["TZ"] = "America/St_Johns";

/** The files that take longest, which are not the largest. One that starts last would have a core to itself at the end. */
const LONGEST = [
  "addin/excel/sweep/sweep.test.ts",
  "addin/excel/interleavings.test.ts",
  "addin/excel/sheets/faults.test.ts",
  "addin/excel/hostile/names.test.ts",
  "engine/oracle/agreement.test.ts",
  "addin/excel/sheets/summary.test.ts",
  "addin/excel/hostile/labels.test.ts",
  "engine/preset/hostile/corpus.test.ts",
  "engine/incremental/editedRuns.test.ts",
  "addin/excel/soak.test.ts",
  "addin/taskpane/rules/reach.test.tsx",
];

/** A project after the other, and in each those first that are known to take long, where no run before has measured it. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/test/${name}`));
      return at < 0 ? LONGEST.length : at;
    };
    const sorted = await super.sort(files);
    return sorted.sort((a, b) =>
      a.project.name < b.project.name ? -1 : a.project === b.project ? place(a) - place(b) : 1,
    );
  }
}

export default defineConfig({
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    testTimeout: 60_000,
    maxWorkers: "100%", // by itself it leaves one core idle, which is half of them where there are two
    sequence: { sequencer: LongestFirst },
    coverage: { include: ["engine/**/*.ts", "addin/**/*.{ts,tsx}"] },
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: ["test/**/*.test.ts"],
          exclude: ["test/e2e/**", "test/addin/taskpane/**"],
          isolate: false, // to load the engine for each file anew would take a quarter of the time
          unstubGlobals: true,
        },
        // Node cannot import Univer's ES modules (one of their parts has no named exports there), but the others.
        resolve: { alias: [{ find: /^@univerjs\/([\w-]+)$/, replacement: `${UNIVER}/$1/lib/cjs/index.js` }] },
      },
      {
        extends: true,
        test: { name: "pane", include: ["test/addin/taskpane/**/*.test.{ts,tsx}"] },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: "test/e2e/buildOnce.ts",
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
