import { createServer } from "node:net";
import type { Configuration } from "webpack";
import webpack from "webpack";
import WebpackDevServer from "webpack-dev-server";
import { CLIENT_FOLDER } from "./bundle";

export interface ServerOptions {
  /** The first port to try. */
  port?: number;
  /** No other port will do: an address stands in the manifest. */
  isFixed?: boolean;
  /** Certificate and key, or true for one that the server signs itself. */
  https?: boolean | { cert: Buffer; key: Buffer; ca?: Buffer };
}

export interface RunningServer {
  /** `http://localhost:3000/` */
  readonly address: string;
  /** The first build is done; throws its errors. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Serves a bundle from memory and builds it again when its files change; the page is then loaded by hand, since the
 * pane's policy leaves no room for a server's own scripts. Only this computer is answered.
 */
export async function startServer(bundle: Configuration, options: ServerOptions = {}): Promise<RunningServer> {
  const { port: first = 3000, isFixed = false, https = false } = options;
  const port = await freePort(first, isFixed ? first : first + 50);
  const compiler = webpack({ ...bundle, infrastructureLogging: { level: "warn" }, stats: "errors-only" });
  const ready = new Promise<void>((done, fail) => {
    compiler.hooks.done.tap("ready", (stats) =>
      stats.hasErrors() ? fail(new Error(stats.toString("errors-only"))) : done(),
    );
  });
  ready.catch(() => undefined); // told to whoever waits; the next build may do better
  const server = new WebpackDevServer(
    {
      host: HOST,
      port,
      hot: false,
      liveReload: false,
      client: false,
      webSocketServer: false,
      setupExitSignals: false,
      static: [{ ...CLIENT_FOLDER, watch: false, serveIndex: false }],
      ...(https && { server: https === true ? "https" : { type: "https", options: https } }),
    },
    compiler,
  );
  await server.start();
  return {
    address: `${https ? "https" : "http"}://${HOST}:${port}/`,
    ready,
    async stop() {
      await server.stop();
      await new Promise((done) => compiler.close(done));
    },
  };
}

const HOST = "localhost";

async function freePort(first: number, last: number): Promise<number> {
  for (let port = first; port <= last; port++) if (await isFree(port)) return port;
  throw new Error(first === last ? `Port ${first} is taken.` : `Ports ${first} to ${last} are taken.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", () => done(false));
    probe.listen(port, HOST, () => probe.close(() => done(true)));
  });
}
