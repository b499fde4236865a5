export interface Folder {
  /** What is mutated, where it is not every file of the folder. */
  readonly mutate?: readonly string[];
  /** Those that look at the folder, the quick and strong ones first; a mutant runs the ones that reach it. */
  readonly tests: readonly string[];
  /** What makes them quicker: how many of their scenarios they play, and how often properties run. */
  readonly env?: Readonly<Record<string, string>>;
}

const wholeRuns = [
  "test/engine/oracle/vectors.test.ts",
  "test/engine/run.test.ts",
  "test/engine/explain.test.ts",
  "test/engine/vectors.test.ts",
];

/** Of reviews, those that take no time first. */
const REVIEWS = [
  ...["edges", "quality", "scorecard", "pinned", "compare", "dossiers", "firstOnes", "importedTiers", "lists"],
  ...["lists.customerReason", "attention", "freshness", "plan", "tenYears", "alertRules"],
  ...["mix", "alerts", "movement", "path", "recordReview", "company"],
];

/** The folders that are measured, each with the tests that are run against its mutants. */
export const folders: Readonly<Record<string, Folder>> = {
  "engine/stages": {
    tests: [
      "test/engine/stages/*.test.ts",
      ...wholeRuns,
      "test/engine/builtin/topAccounts.test.ts",
      "test/engine/incremental/*.test.ts",
    ],
  },
  "engine/ladder": {
    tests: [
      "test/engine/ladder/*.test.ts",
      "test/engine/conditions/top*.test.ts",
      ...wholeRuns,
      "test/engine/freeze.test.ts",
      "test/engine/stages/classes.test.ts",
      "test/engine/stages/distance.test.ts",
      "test/engine/preset/check*.test.ts",
      "test/engine/preset/named.test.ts",
      "test/engine/preset/gate.test.ts",
      "test/engine/stages/capacity.test.ts",
      "test/engine/incremental/*.test.ts",
    ],
  },
  "engine/conditions": {
    tests: [
      "test/engine/conditions/*.test.ts",
      "test/engine/stages/relax.test.ts",
      "test/engine/stages/distance.test.ts",
      ...wholeRuns,
      "test/engine/freeze.test.ts",
      "test/engine/review/edges.test.ts",
      "test/engine/preset/check*.test.ts",
      "test/engine/preset/named.test.ts",
      "test/engine/preset/gate.test.ts",
      "test/engine/oracle/agreement.test.ts",
    ],
  },
  "engine/measures": {
    tests: [
      "test/engine/measures/*.test.ts",
      ...wholeRuns,
      "test/engine/stages/steadiness.test.ts",
      "test/engine/stages/rollUp.test.ts",
      "test/engine/preset/check*.test.ts",
      "test/engine/preset/named.test.ts",
      "test/engine/preset/gate.test.ts",
      "test/engine/incremental/*.test.ts",
    ],
  },
  "engine/preset": {
    mutate: ["engine/preset/*.ts"], // the built-in ones are data
    tests: [
      "test/engine/preset/check*.test.ts",
      "test/engine/preset/named.test.ts",
      "test/engine/preset/values.test.ts",
      "test/engine/preset/gate.test.ts",
      "test/engine/preset/hash.test.ts",
      "test/engine/preset/columns.test.ts",
      "test/engine/preset/everyPart.test.ts",
      "test/engine/preset/hostile/corpus.test.ts", // some of each class
    ],
  },
  "addin/excel/plan": {
    mutate: ["addin/excel/{plan,restorePlan}.ts"],
    tests: ["test/addin/excel/plan.test.ts", "test/addin/excel/restorePlan.test.ts"],
  },
  "addin/excel/journal": {
    mutate: ["addin/excel/{journal,journalSheet}.ts"],
    tests: ["test/addin/excel/journal.test.ts"],
  },
  "addin/excel/contents": {
    mutate: [
      "addin/excel/{accountCells,address,colours,columnCells,columnPrint,fingerprint,oldCells,rewritten}.ts",
      "addin/excel/{slicedJson,typedValue}.ts",
      "addin/slices.ts",
    ],
    tests: [
      "test/addin/excel/contents.test.ts",
      "test/addin/excel/plan.test.ts",
      "test/addin/excel/journal.test.ts",
      "test/addin/excel/restorePlan.test.ts",
    ],
  },
  "addin/excel/requests": {
    mutate: ["addin/excel/{blocks,problem,queue,requests}.ts"],
    tests: ["test/addin/excel/requests.test.ts"],
  },
  "addin/excel/protocol": {
    mutate: [
      "addin/excel/{afterFailure,createColumns,finished,forget,overwrite,preflight,readBack,restore,undo,write}.ts",
    ],
    tests: [
      "test/addin/excel/blocks.test.ts",
      "test/addin/excel/undo.test.ts",
      "test/addin/excel/revising.test.ts",
      "test/addin/excel/owned.test.ts",
      "test/addin/excel/obstacles.test.ts",
      "test/addin/excel/sweep/sweep.test.ts",
    ],
    env: { SWEEP: "5", SWEEP_ACTS: "^(apply|apply with every column|refresh with rows .*|undo|undo of a first run)$" },
  },
  "addin/excel/text": {
    mutate: ["addin/excel/text.ts"],
    tests: ["test/addin/excel/text.test.ts", "test/addin/excel/hostile/text.test.ts"],
  },
  "engine/review": {
    tests: ["test/engine/run.test.ts", ...REVIEWS.map((name) => `test/engine/review/${name}.test.ts`)],
    env: { MUTATION_RUNS: "10" },
  },
};
