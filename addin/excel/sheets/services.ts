import type { Session } from "../session";
import { historyServices } from "./history/historyServices";
import { listServices } from "./lists/listServices";
import { overrideServices } from "./overrides/overrideServices";
import { summaryServices } from "./summary/summaryServices";

/** Everything one can do with sheets of ours. */
export function sheetServices(session: Session) {
  return {
    ...overrideServices(session),
    ...historyServices(session),
    ...summaryServices(session),
    ...listServices(session),
  };
}
export type SheetServices = ReturnType<typeof sheetServices>;
