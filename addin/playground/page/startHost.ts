import { type Remote, wrap } from "comlink";
import type { SheetSide } from "./messages";

/** Starts a worker that holds a workbook; none is open yet. */
export function startHost(): Remote<SheetSide> {
  return wrap<SheetSide>(new Worker(new URL("./hostWorker.ts", import.meta.url), { name: "host", type: "module" }));
}
