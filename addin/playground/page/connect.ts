import { bridgeTo, type HostEnd } from "../host/bridge";

/** What Microsoft's client leaves on a page once its script has run. */
interface ClientGlobals {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: { readonly HostBridge: { init(bridge: object): void } };
}

/** Joins the client of this page to a host, which may be in the same thread or behind a worker that passes strings. */
export function connectPage(page: typeof globalThis, host: HostEnd): typeof Excel {
  const client = page as unknown as ClientGlobals; // the client's script has no types of its own
  client.OfficeExtension.HostBridge.init(bridgeTo(host));
  return client.Excel;
}
