import { createTiering, type Tiering } from "../excel/tiering";
import { inWorker } from "../worker/inWorker";

/** The workbook that the pane stands beside, with the engine away from the pane's thread. Loaded while the first screen is painted. */
export function openWorkbook(): Tiering {
  return createTiering(Excel, { engine: inWorker() });
}
