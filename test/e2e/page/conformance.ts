import { connectWith, type RunClient } from "../../../addin/playground/host/loadedClient";
import { univerOnPage } from "../../../addin/playground/host/univer/onPage";
import { UniverWorkbook } from "../../../addin/playground/host/univer/univerWorkbook";
import { allMembers } from "../../../addin/playground/host/wire/allClasses";
import { conformanceSuite } from "../../host/conformance/suite";
import { cases } from "./vitestInPage";

export interface Conformance {
  /** How many cases held. */
  held: number;
  /** What did not hold, and how. */
  failed: string[];
  /** Members of the host that no case used. */
  unused: string[];
}

/** The documented cases in a page, with the grid of `npm start`. The client's function is the test's to bring. */
declare global {
  interface Window {
    runClient: RunClient;
    runConformance(): Promise<Conformance>;
  }
}

window.runConformance = async () => {
  const place = document.createElement("div");
  place.style.height = "600px";
  document.body.append(place);
  const univer = univerOnPage(place, false);
  const used = new Set<string>();
  const open: UniverWorkbook[] = [];
  conformanceSuite("in Univer", (snapshot, { workbook, ...options } = {}) => {
    const opened = UniverWorkbook.open(univer, snapshot, workbook);
    open.push(opened);
    return connectWith(window.runClient, opened, { ...options, onMember: (member) => used.add(member) });
  });
  const failed: string[] = [];
  for (const { name, check } of cases) {
    await check().catch((error: unknown) => failed.push(`${name}: ${String(error)}`));
    for (const workbook of open.splice(0)) workbook.dispose();
  }
  return { held: cases.length - failed.length, failed, unused: allMembers().filter((member) => !used.has(member)) };
};
