import { spawn } from "node:child_process";
import { homedir } from "node:os";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { playgroundBundle } from "./bundle";
import { type RunningServer, startServer } from "./devServer";
import configure from "../../../webpack.config.js";

/**
 * `npm start`: the playground on http://localhost:3000/, or the next free port. `npm start -- --excel`: the add-in's own
 * pages on https://localhost:3000/, where the manifest points, and Excel with the add-in in it. `HTTPS=1` and `HTTPS=0`
 * decide otherwise about https.
 */
const isForExcel = process.argv.includes("--excel");
const hasExcel = process.platform === "win32" || process.platform === "darwin";
const isSecure = process.env["HTTPS"] === undefined ? isForExcel : process.env["HTTPS"] !== "0";

try {
  const server = await (isForExcel ? serveExcel() : servePlayground());
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void server.stop().finally(() => process.exit()));
  }
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

async function servePlayground(): Promise<RunningServer> {
  const server = await startServer(playgroundBundle(), { https: isSecure && (await certificates()) });
  await server.ready;
  say(`Account Tiering without Excel: ${server.address}`);
  if (hasExcel) say("In Excel: npm start -- --excel");
  return server;
}

async function serveExcel(): Promise<RunningServer> {
  const bundle = configure({}, { mode: "development" });
  const server = await startServer(bundle, { isFixed: true, https: isSecure && (await certificates()) });
  await server.ready;
  say(`Account Tiering for Excel: ${server.address}taskpane.html`);
  if (hasExcel) await run("office-addin-debugging", "start", "manifest.xml");
  else say("Excel runs on Windows and macOS only; in Excel on the web, upload manifest.xml as an add-in of your own.");
  return server;
}

/** Those of Microsoft's tool, which Excel trusts; it knows Windows and macOS. Elsewhere the server signs its own. */
async function certificates(): Promise<true | { cert: Buffer; key: Buffer; ca: Buffer }> {
  if (!hasExcel) return true;
  await run("office-addin-dev-certs", "install");
  const folder = join(homedir(), ".office-addin-dev-certs");
  const [cert, key, ca] = await Promise.all(
    ["localhost.crt", "localhost.key", "ca.crt"].map((name) => readFile(join(folder, name))),
  );
  return { cert: cert!, key: key!, ca: ca! }; // three names, three files
}

/** Through npx: the tool is fetched when it is first needed. */
function run(tool: string, ...args: string[]): Promise<void> {
  say(`npx ${tool} ${args.join(" ")}`);
  return new Promise((done, fail) => {
    const child = spawn("npx", ["--yes", tool, ...args], { stdio: "inherit", shell: process.platform === "win32" });
    child.once("error", fail);
    child.once("exit", (code) => (code === 0 ? done() : fail(new Error(`npx ${tool} ended with ${code}.`))));
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
