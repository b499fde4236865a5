import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Script } from "node:vm";
import { bridgeTo } from "./bridge";
import { Host, type HostOptions } from "./host";
import type { ApplicationOptions, OfficeStandIns } from "./officeStandIns";
import { clientFunction, connectWith, type LoadedClient, type RunClient } from "./loadedClient";
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
export function connect(workbook: Workbook, options: ConnectOptions = {}): Connection {
  compiled ??= compileClient();
  return connectWith(compiled, workbook, options);
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

let compiled: RunClient | null = null;

/** Microsoft's file, unchanged, as the text of a function. */
export function clientSource(): string {
  const file = createRequire(import.meta.url).resolve("@microsoft/office-js/dist/excel-web-16.00.js");
  return clientFunction(readFileSync(file, "utf8"));
}

function compileClient(): RunClient {
  return new Script(clientSource(), { filename: "excel-web-16.00.js" }).runInThisContext() as RunClient; // as written there
}
