import { createTiering } from "../excel/tiering";
import { refreshTiers } from "./refreshTiers";

/** Ties the ribbon's buttons to what they do. The page shows the outcome, and comes forward when a person is needed. */
void Office.onReady(() => {
  const tiering = createTiering(Excel);
  Office.actions.associate("refreshTiers", async (event: Office.AddinCommands.Event) => {
    try {
      const { message, needsPerson } = await refreshTiers(tiering, today());
      const status = document.getElementById("status");
      if (status) status.textContent = message;
      if (needsPerson) await Office.addin.showAsTaskpane();
    } finally {
      event.completed();
    }
  });
});

/** The analyst's own day, ISO. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
