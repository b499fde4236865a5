import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Script } from "node:vm";
import { bridgeTo } from "./bridge";
import { Host, type HostOptions } from "./host";
import { type ApplicationOptions, officeStandIns, type OfficeStandIns } from "./officeStandIns";
import type { Workbook } from "./workbook";

/** Microsoft's client, joined to a host. Each connection has its own client: several workbooks live side by side. */
export interface Connection {
  Excel: typeof Excel;
  OfficeExtension: typeof OfficeExtension;
  /** Only the stand-ins, typed as they are; give it to code that wants the whole `Office` at its own risk. */
  Office: OfficeStandIns;
  host: Host;
}

export interface ConnectOptions extends Partial<HostOptions> {
  application?: ApplicationOptions;
}

/** Joins a new client to a workbook. Takes about 15 ms; the first call in a process also compiles the client. */
export function connect(workbook: Workbook, { application, ...options }: ConnectOptions = {}): Connection {
  const host = new Host(workbook, options);
  const Office = officeStandIns(application);
  const client = loadClient(Office);
  client.OfficeExtension.HostBridge.init(bridgeTo(host));
  return { ...client, Office, host };
}

/**
 * Joins the connection's client to another workbook, with a new host and no event handlers left; takes no time worth
 * speaking of, where a sweep of thousands of scenarios would load the client each time. The connection given is dead
 * afterwards: what it still waits for never comes. `Office` stays as it was told.
 */
export function reconnect(
  { Excel, OfficeExtension, Office }: Connection,
  workbook: Workbook,
  options: Partial<HostOptions> = {},
): Connection {
  const host = new Host(workbook, options);
  const own = OfficeExtension as LoadedClient["OfficeExtension"]; // as `connect` loaded it
  own.GenericEventRegistration.s_genericEventRegistrations = {};
  own.HostBridge.init(bridgeTo(host));
  return { Excel, OfficeExtension, Office, host };
}

interface LoadedClient {
  Excel: typeof Excel;
  OfficeExtension: typeof OfficeExtension & {
    HostBridge: { init(bridge: unknown): void };
    /** The handlers of all events that come over the bridge. */
    GenericEventRegistration: { s_genericEventRegistrations: Record<string, unknown> };
  };
}

type RunClient = (
  window: object,
  self: object,
  document: undefined,
  navigator: object,
  location: object,
) => LoadedClient;

/** Names that the client's parts use both as variables and as `window`'s properties. */
const SHARED_NAMES = [
  "Office",
  "OfficeExtension",
  "OfficeExtensionBatch",
  "OfficeCore",
  "OfficeExt",
  "Excel",
  "OSF",
  "Microsoft",
  "Type",
  "Sys",
  "CustomFunctions",
  "CustomFunctionMappings",
  "OfficeRuntime",
  "_OfficeRuntimeWeb",
];

let compiled: RunClient | null = null;

/**
 * Runs Microsoft's file, unchanged, as the body of a function: its globals become that function's variables, while
 * `Array`, `Date`, `Error` and `Promise` stay ours, so that `instanceof` holds on both sides.
 */
function loadClient(standIns: OfficeStandIns): LoadedClient {
  compiled ??= compileClient();
  const location = {
    protocol: "https:",
    href: "https://localhost/",
    search: "",
    hash: "",
    origin: "https://localhost",
  };
  const navigator = { userAgent: "node", language: "en-US", languages: ["en-US"] };
  const window: Record<string, unknown> = { location, navigator, addEventListener: () => undefined };
  window["window"] = window;
  const client = compiled(window, window, undefined, navigator, location);
  // Left on `Error.prototype` by the client's oldest part, and used by nothing here.
  Reflect.deleteProperty(Error.prototype, "popStackFrame");
  // The client has its own `Office`, with getters that cannot be assigned: the stand-ins go before them.
  const office: unknown = Object.create(window["Office"] as object, Object.getOwnPropertyDescriptors(standIns));
  Object.defineProperty(window, "Office", { value: office, writable: true });
  return client;
}

function compileClient(): RunClient {
  const file = createRequire(import.meta.url).resolve("@microsoft/office-js/dist/excel-web-16.00.js");
  const shared = SHARED_NAMES.map(
    (name) =>
      `Object.defineProperty(window, "${name}", { get() { return ${name} }, set(value) { ${name} = value }, configurable: true });`,
  );
  const source = `(function (window, self, document, navigator, location) {
    var ${SHARED_NAMES.join(", ")};
    ${shared.join("\n")}
    ${readFileSync(file, "utf8")}
    return { Excel, OfficeExtension };
  })`;
  return new Script(source, { filename: "excel-web-16.00.js" }).runInThisContext() as RunClient; // as written above
}
