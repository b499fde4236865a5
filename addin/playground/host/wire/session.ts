import type { Culture } from "../rules/culture";
import type { Workbook } from "../workbook";
import type { EventSubscriptions } from "./eventSubscriptions";
import type { KeptReferences } from "./keptReferences";

/** What one connection knows beside the workbook. */
export interface Session {
  workbook: Workbook;
  references: KeptReferences;
  subscriptions: EventSubscriptions;
  options: SessionOptions;
  /** Rules added so far: an id is not given twice, not even after its rule was deleted. */
  rulesAdded: number;
}

export interface SessionOptions {
  /** How texts that the add-in writes are read. */
  culture: Culture;
  /** `"visible-only"` imitates writes that landed in wrong rows while a filter was on (OfficeDev/office-js#224). */
  filteredWrites: "all" | "visible-only";
  /** Reading more cells than this is refused. */
  maxCellsPerRead: number;
  /** For typed dates without a year. */
  thisYear: number;
}
