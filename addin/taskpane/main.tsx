import "../../engine/withoutEval"; // first, before any schema is made
import { lazy, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { associateCommands } from "../commands/commands";
import { isInExcel, isOfficeDark } from "../excel/office";
import { setLocale } from "../strings/format";
import { NOT_IN_EXCEL } from "../strings/pane";
import { copyText, downloadText } from "./app/browser";
import { ErrorBoundary } from "./app/ErrorBoundary";
import { Opening } from "./app/Opening";
import type { Services } from "./app/services";
import { localDay } from "./app/today";

/** Pane and ribbon share one runtime: this page, which Excel loads when either is used first. */
async function start(place: HTMLElement): Promise<void> {
  if (!(await isInExcel())) return void (place.textContent = NOT_IN_EXCEL);
  setLocale(navigator.language);
  const tiering = import("./workbook").then(({ openWorkbook }) => openWorkbook());
  const ribbon = associateCommands(tiering, localDay); // at once: a button may be what has loaded the page
  const Pane = lazy(async () => {
    const [{ App }, opened] = await Promise.all([import("./app/App"), tiering]);
    const services: Services = {
      tiering: opened,
      ribbon,
      today: localDay,
      sample: () => import("./sample/sampleSheet").then(({ sampleSheet }) => sampleSheet()),
      copy: copyText,
      download: downloadText,
    };
    return { default: () => <App services={services} isOfficeDark={isOfficeDark} /> };
  });
  createRoot(place).render(
    <ErrorBoundary copy={copyText}>
      <Suspense fallback={<Opening isOfficeDark={isOfficeDark} />}>
        <Pane />
      </Suspense>
    </ErrorBoundary>,
  );
}

const place = document.getElementById("pane");
// Where office.js could not be loaded there is no pane: the page says so itself.
if (place) void start(place).catch(() => (place.textContent = NOT_IN_EXCEL));
