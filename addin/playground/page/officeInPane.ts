import { transfer } from "comlink";
import { type ApplicationOptions, officeStandIns } from "../host/officeStandIns";
import { connectPage } from "./connect";
import { PANE_HELLO } from "./messages";
import { hostBehind } from "./paneLink";
import { startHost } from "./startHost";

/**
 * Takes office.js's place in the pane's page, after Microsoft's client: joins it to a host, and puts what office.js's
 * loader would add before the client's own `Office`. In a frame the host is the page's around it; a pane that is the top
 * page starts one, with the sample workbook unless `globalThis.officeInPane` says that somebody else opens one.
 */
export interface PaneOptions {
  application?: ApplicationOptions;
  /** The worker waits for a workbook, and the pane for its answers. */
  waitsForWorkbook?: boolean;
}

const { application, waitsForWorkbook = false } = (globalThis as { officeInPane?: PaneOptions }).officeInPane ?? {};

const { port1, port2 } = new MessageChannel();
connectPage(globalThis, hostBehind(port1));
if (window.parent !== window) window.parent.postMessage(PANE_HELLO, window.location.origin, [port2]);
else {
  const host = startHost();
  if (!waitsForWorkbook) void host.openSample("accounts");
  void host.connectPane(transfer(port2, [port2]));
}

// No theme unless one is given, as Excel on the web may do: the pane then follows the system's.
const standIns = officeStandIns({ officeTheme: null, ...application });
const client = (globalThis as unknown as { Office: object }).Office; // the client's own, with getters that cannot be assigned
Object.defineProperty(globalThis, "Office", {
  value: Object.create(client, Object.getOwnPropertyDescriptors(standIns)) as object,
  writable: true,
});
