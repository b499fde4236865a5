import { relative } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { folders } from "./test/mutation/folders";
import { lastingWorkers } from "./test/mutation/lastingWorker";

/** The folder whose mutants are run; see `test/mutation/run.ts`. */
const folder = process.env["MUTATION_FOLDER"] ?? "";
const { tests: listed = [], env = {} } = folders[folder] ?? {};
const tests = [...listed];
Object.assign(process.env, env);

/** In the order of the table, where the tests that find most in the least time stand first. */
class AsListed extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const file = relative(this.ctx.config.root, moduleId);
      const at = tests.findIndex((name) => file.startsWith(name.replace(/\*.*$/, "")));
      return at < 0 ? tests.length : at;
    };
    return files
      .map((file) => ({ file, at: place(file) }))
      .sort((a, b) => a.at - b.at)
      .map(({ file }) => file);
  }
}

process.env["TZ"] = "America/St_Johns";

export default defineConfig({
  plugins: [lastingWorkers],
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    include: tests,
    setupFiles: ["test/mutation/fewerRuns.ts"],
    isolate: false, // a worker for each file of tests would be most of the time
    sequence: { sequencer: AsListed },
    testTimeout: 20_000,
  },
});
