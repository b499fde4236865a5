import type { Recording } from "../excel/sheets/history/historyServices";
import type { DossiersWritten } from "../excel/sheets/dossiers/dossiers";
import type { SummaryWritten } from "../excel/sheets/summary/summaryWrite";
import { things } from "./format";
import { recordingSentence, SHEET_NAMES, sheetIssueSentence } from "./sheets";

/** What was written beside the tiers. */
export type Wrote =
  | ({ readonly what: "review" } & Pick<Recording, "day" | "accounts" | "raised" | "issues">)
  | ({ readonly what: "summary" } & Pick<SummaryWritten, "sheet" | "isNew" | "charts">)
  | ({ readonly what: "dossiers" } & Pick<DossiersWritten, "added" | "updated" | "issues">)
  | { readonly what: "list"; readonly accounts: number }
  | { readonly what: "override" | "override-ended"; readonly account: string };

export function wroteSentence(wrote: Wrote): string {
  switch (wrote.what) {
    case "review":
      return [recordingSentence(wrote), ...wrote.issues.map(sheetIssueSentence)].join(" ");
    case "summary": {
      const charts = wrote.charts === null ? " Its charts could not be drawn." : "";
      return `${wrote.isNew ? "Added" : "Brought up to date"} the sheet ${wrote.sheet}.${charts}`;
    }
    case "dossiers": {
      const changed = `${things(wrote.added, "account")} added, ${wrote.updated} brought up to date`;
      return [`Dossiers: ${changed}.`, ...wrote.issues.map(sheetIssueSentence)].join(" ");
    }
    case "list":
      return `Added a sheet with ${things(wrote.accounts, "account")}.`;
    case "override":
      return `The override of ${wrote.account} is in ${SHEET_NAMES.overrides}. Apply or refresh the tiers to see it in the sheet.`;
    case "override-ended":
      return `The override of ${wrote.account} was taken out of ${SHEET_NAMES.overrides}. Apply or refresh the tiers to see it in the sheet.`;
  }
}

/** Name of the file with the accounts of a tier: "Tier 1.csv", without what file systems refuse. */
export function csvName(label: string): string {
  return `${label.replace(/[\\/:*?"<>|\u0000-\u001f]/g, " ").trim() || "Tier"}.csv`;
}
