import type { Session } from "../session";
import { historyServices } from "./historyServices";
import { listServices } from "./listServices";
import { overrideServices } from "./overrideServices";
import { summaryServices } from "./summaryServices";

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
