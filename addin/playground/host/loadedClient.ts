import { bridgeTo } from "./bridge";
import type { Connection, ConnectOptions } from "./client";
import { Host } from "./host";
import { officeStandIns, type OfficeStandIns } from "./officeStandIns";
import type { Workbook } from "./workbook";

/** Microsoft's client as one connection has it. */
export interface LoadedClient {
  Excel: typeof Excel;
  OfficeExtension: typeof OfficeExtension & {
    HostBridge: { init(bridge: unknown): void };
    /** The handlers of all events that come over the bridge. */
    GenericEventRegistration: { s_genericEventRegistrations: Record<string, unknown> };
  };
}

/** Microsoft's file as a function, whose variables are the file's globals. */
export type RunClient = (
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

/** The text of that function, from the file's own. */
export function clientFunction(file: string): string {
  const shared = SHARED_NAMES.map(
    (name) =>
      `Object.defineProperty(window, "${name}", { get() { return ${name} }, set(value) { ${name} = value }, configurable: true });`,
  );
  return `(function (window, self, document, navigator, location) {
    var ${SHARED_NAMES.join(", ")};
    ${shared.join("\n")}
    ${file}
    return { Excel, OfficeExtension };
  })`;
}

/** Joins a new client to a workbook, in Node and in a page. */
export function connectWith(
  run: RunClient,
  workbook: Workbook,
  { application, ...options }: ConnectOptions,
): Connection {
  const host = new Host(workbook, options);
  const Office = officeStandIns(application);
  const client = loadClient(run, Office);
  client.OfficeExtension.HostBridge.init(bridgeTo(host));
  return { ...client, Office, host };
}

/**
 * Runs Microsoft's file, unchanged, as the body of a function: its globals become that function's variables, while
 * `Array`, `Date`, `Error` and `Promise` stay ours, so that `instanceof` holds on both sides.
 */
function loadClient(run: RunClient, standIns: OfficeStandIns): LoadedClient {
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
  const client = run(window, window, undefined, navigator, location);
  // Left on `Error.prototype` by the client's oldest part, and used by nothing here.
  Reflect.deleteProperty(Error.prototype, "popStackFrame");
  // The client has its own `Office`, with getters that cannot be assigned: the stand-ins go before them.
  const office: unknown = Object.create(window["Office"] as object, Object.getOwnPropertyDescriptors(standIns));
  Object.defineProperty(window, "Office", { value: office, writable: true });
  return client;
}
