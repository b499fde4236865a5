import type { SheetOfAccounts } from "../../excel/addSheet";
import { PANE } from "../../strings/pane";
import { firstQuarter } from "./accounts";
import { COLUMNS } from "./columns";

/** 500 made-up accounts to try the add-in on. */
export function sampleSheet(): SheetOfAccounts {
  const rows = firstQuarter().map((account) => COLUMNS.map(({ name }) => account[name]));
  return { name: PANE.sampleSheet, columns: COLUMNS, rows };
}
