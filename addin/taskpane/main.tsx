import "../../engine/withoutEval"; // first, before any schema is made
import { createRoot } from "react-dom/client";
import { associateCommands } from "../commands/commands";
import { isInExcel, isOfficeDark } from "../excel/office";
import { createTiering } from "../excel/tiering";
import { setLocale } from "../strings/format";
import { NOT_IN_EXCEL } from "../strings/pane";
import { inWorker } from "../worker/inWorker";
import { App } from "./app/App";
import { copyText, downloadText } from "./app/browser";
import { ErrorBoundary } from "./app/ErrorBoundary";
import type { Services } from "./app/services";
import { localDay } from "./app/today";

/** Pane and ribbon share one runtime: this page, which Excel loads when either is used first. */
async function start(place: HTMLElement): Promise<void> {
  if (!(await isInExcel())) return void (place.textContent = NOT_IN_EXCEL);
  setLocale(navigator.language);
  const tiering = createTiering(Excel, { engine: inWorker() });
  const services: Services = {
    tiering,
    ribbon: associateCommands(tiering, localDay),
    today: localDay,
    sample: () => import("./sample/sampleSheet").then(({ sampleSheet }) => sampleSheet()),
    copy: copyText,
    download: downloadText,
  };
  createRoot(place).render(
    <ErrorBoundary copy={copyText}>
      <App services={services} isOfficeDark={isOfficeDark} />
    </ErrorBoundary>,
  );
}

const place = document.getElementById("pane");
// Where office.js could not be loaded there is no pane: the page says so itself.
if (place) void start(place).catch(() => (place.textContent = NOT_IN_EXCEL));
