/**
 * The engine beside its peers: `npm run bench [-- --rows 100000] [--rounds 7] [--memory] [--office] [--write]`.
 *
 * One job, from cells to words (`job/job.ts`), at 10,000, 100,000 and 1,048,575 rows where none are given. The peers are
 * installed beside this file when they are not there yet, in the versions of their lock (`npm ci` would refuse it on other
 * systems, whose parts it does not name). `--memory` measures what each takes, in a process of its own; `--office` times
 * LibreOffice's formulas as well, which takes a quarter of an hour; `--write` writes the tables to docs/speed.md. Garbage is
 * collected before each run, which would also throw away the code of whoever did not run for some rounds:
 * `--no-flush-bytecode` keeps it.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const peers = new URL("./peers/", import.meta.url);
if (!existsSync(new URL("node_modules/.package-lock.json", peers))) {
  execFileSync("npm", ["install", "--no-save"], { cwd: fileURLToPath(peers), stdio: "inherit" });
}
await import(new URL("all.ts", peers).href); // by its address, as the types of the peers are not there before
