import { mkdirSync, readFileSync } from "node:fs";
import { Stryker } from "@stryker-mutator/core";
import { folders } from "./folders";

/**
 * Which changes of the code no test notices: `npm run mutation -- engine/stages`.
 *
 * Prints every mutant that lived, and the share of those that were found. What was found before is kept in `.cache/`, and
 * only what has changed since is run again; `docs/mutation.md` has the figures.
 */

const [folder = "", ...options] = process.argv.slice(2);
const chosen = folders[folder];
if (!chosen) throw new Error(`One of these: ${Object.keys(folders).join(", ")}`);

process.env["MUTATION_FOLDER"] = folder; // read by vitest.mutation.config.ts in the processes that Stryker starts
const place = `.cache/mutation/${folder.replaceAll("/", "-")}`;
mkdirSync(".cache/mutation", { recursive: true });

const mutants = await new Stryker({
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "vitest.mutation.config.ts", related: false },
  mutate: [...(chosen.mutate ?? [`${folder}/**/*.ts`])],
  coverageAnalysis: "perTest",
  ignoreStatic: true, // they would load every module again; what is said once at the start is tested as a whole
  incremental: true,
  incrementalFile: `${place}.json`,
  force: options.includes("--force"),
  tempDirName: `${place}.tmp`,
  ignorePatterns: [".cache", "dist", "docs", "coverage", "test/e2e"],
  concurrency: Number(process.env["MUTATION_WORKERS"] ?? 1),
  timeoutMS: 5_000,
  timeoutFactor: 3,
  reporters: ["progress-append-only"],
  allowConsoleColors: false,
  checkers: [],
}).runMutationTest();

const alive = mutants.filter(({ status }) => status === "Survived" || status === "NoCoverage");
for (const { fileName, location, status, replacement } of alive) {
  const lines = readFileSync(fileName, "utf8").split("\n");
  const { start, end } = location;
  const first = lines[start.line - 1] ?? "";
  const was =
    start.line === end.line ? first.slice(start.column - 1, end.column - 1) : `${first.slice(start.column - 1)} …`;
  console.log(`${fileName}:${start.line}:${start.column} ${status}: ${was} → ${replacement}`);
}
const found = mutants.filter(({ status }) => status === "Killed" || status === "Timeout").length;
const ignored = mutants.filter(({ status }) => status === "Ignored").length;
const share = (100 * found) / (found + alive.length);
console.log(`${folder}: ${share.toFixed(1)} % of ${found + alive.length} found, ${ignored} static ones left out`);
