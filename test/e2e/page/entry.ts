import { createTiering } from "../../../addin/excel/tiering";
import { Host } from "../../../addin/playground/host/host";
import { MemoryWorkbook } from "../../../addin/playground/host/memory/memoryWorkbook";
import { User } from "../../../addin/playground/host/user";
import type { WorkbookSnapshot } from "../../../addin/playground/host/snapshot";
import { connectPage } from "../../../addin/playground/page/connect";
import { journey } from "../journey";

/** The journey in a page: called by the test with a workbook, answers with the workbook after each step. */
declare global {
  interface Window {
    runJourney(workbook: WorkbookSnapshot): Promise<WorkbookSnapshot[]>;
  }
}

window.runJourney = (start) => {
  const workbook = MemoryWorkbook.from(start);
  const excel = connectPage(globalThis, new Host(workbook));
  let id = 0;
  return journey(createTiering(excel, { newId: () => `run${++id}` }), new User(workbook), () => workbook.snapshot());
};
