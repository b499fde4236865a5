import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { Stryker } from "@stryker-mutator/core";
import { folders } from "./folders";

/**
 * Which changes of the code no test notices: `npm run mutation -- engine/stages`.
 *
 * Prints every mutant that lived, and the share of those that were found. What was found before is kept in `.cache/`, and
 * only what has changed since is run again; `docs/mutation.md` has the figures. With `--alive` only those that lived are, and
 * whole files that have changed: for tests that were added.
 */

const [folder = "", ...options] = process.argv.slice(2);
const chosen = folders[folder];
if (!chosen) throw new Error(`One of these: ${Object.keys(folders).join(", ")}`);

process.env["MUTATION_FOLDER"] = folder; // read by vitest.mutation.config.ts in the processes that Stryker starts
const place = `.cache/mutation/${folder.replaceAll("/", "-")}`;
mkdirSync(".cache/mutation", { recursive: true });

const all = chosen.mutate ?? [`${folder}/**/*.ts`];

/** Where those stand that lived in the run before, as Stryker writes places, and all that has changed since. */
function ofAlive(): string[] {
  const { files } = JSON.parse(readFileSync(`${place}.json`, "utf8")) as Report;
  const same = Object.entries(files).filter(
    ([name, { source }]) => existsSync(name) && source === readFileSync(name, "utf8"),
  );
  const places = same.flatMap(([name, { mutants }]) =>
    mutants.filter(isAlive).map(({ location: { start, end } }) => {
      return `${name}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`; // it counts columns from 0
    }),
  );
  return [...all, ...same.map(([name]) => `!${name}`), ...places];
}
type MutantResult = Awaited<ReturnType<Stryker["runMutationTest"]>>[number];
interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}
type Mutant = Pick<MutantResult, "status" | "location">;

function isAlive({ status }: Pick<Mutant, "status">): boolean {
  return status === "Survived" || status === "NoCoverage";
}
const isOfAlive = options.includes("--alive");

const mutants = await new Stryker({
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "vitest.mutation.config.ts", related: false },
  mutate: isOfAlive ? ofAlive() : [...all],
  coverageAnalysis: "perTest",
  ignoreStatic: true, // they would load every module again; what is said once at the start is tested as a whole
  incremental: true,
  incrementalFile: `${place}.json`,
  force: isOfAlive || options.includes("--force"),
  tempDirName: `${place}.tmp`,
  ignorePatterns: [".cache", "dist", "docs", "coverage", "test/e2e"],
  concurrency: Number(process.env["MUTATION_WORKERS"] ?? 1),
  timeoutMS: 2_500, // besides three times what its tests take by themselves
  timeoutFactor: 3,
  reporters: ["progress-append-only"],
  allowConsoleColors: false,
  checkers: [],
}).runMutationTest();

const alive = mutants.filter(isAlive);
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
