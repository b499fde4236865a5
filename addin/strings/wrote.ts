import type { Recording } from "../excel/sheets/history/historyServices";
import type { DossiersWritten } from "../excel/sheets/dossiers/dossiers";
import type { SummaryWritten } from "../excel/sheets/summary/summaryWrite";
import { things } from "./format";
import { coverageSentence, DOSSIER_SHEET } from "./lists";
import { recordingSentence, SHEET_NAMES, sheetIssueSentence } from "./sheets";

/** What was written beside the tiers. */
export type Wrote =
  | ({ readonly what: "review" } & Pick<Recording, "day" | "accounts" | "raised" | "issues">)
  | ({ readonly what: "summary" } & Pick<SummaryWritten, "sheet" | "isNew" | "rows" | "charts">)
  | ({ readonly what: "dossiers" } & Pick<DossiersWritten, "added" | "updated" | "coverage" | "issues">)
  | { readonly what: "list"; readonly tier: string; readonly accounts: number }
  | { readonly what: "csv"; readonly file: string; readonly tier: string }
  | { readonly what: "attention"; readonly accounts: readonly (string | null)[] }
  | { readonly what: "override" | "override-ended"; readonly account: string };

export function wroteSentence(wrote: Wrote): string {
  switch (wrote.what) {
    case "review":
      return [recordingSentence(wrote), ...wrote.issues.map(sheetIssueSentence)].join(" ");
    case "summary":
      return summaryWritten(wrote);
    case "dossiers":
      return [dossiersWritten(wrote), ...wrote.issues.map(sheetIssueSentence)].join(" ");
    case "list":
      return `Added a sheet with the ${things(wrote.accounts, "account")} of ${wrote.tier}, best first. Delete the sheet when you no longer need it.`;
    case "csv":
      return `Handed over ${wrote.file}, the accounts of ${wrote.tier}, to be saved.`;
    case "attention":
      return noted(wrote.accounts);
    case "override":
      return `The override of ${wrote.account} is in ${SHEET_NAMES.overrides}. Apply or refresh the tiers to see it in the sheet.`;
    case "override-ended":
      return `The override of ${wrote.account} was taken out of ${SHEET_NAMES.overrides}. Apply or refresh the tiers to see it in the sheet.`;
  }
}

/** Whether the last step that can be undone is this one: a list is a sheet to be deleted, and nothing is nothing. */
export function canUndoWrote(wrote: Wrote): boolean {
  if (wrote.what === "dossiers") return wrote.added + wrote.updated > 0;
  return wrote.what !== "list" && wrote.what !== "csv";
}

function noted(accounts: readonly (string | null)[]): string {
  const [first] = accounts;
  if (accounts.length > 1) return `${things(accounts.length, "item")} are closed in ${SHEET_NAMES.history}.`;
  return `The note on ${first ?? "the whole list"} is in ${SHEET_NAMES.history}.`;
}

function summaryWritten({ sheet, isNew, rows, charts }: Extract<Wrote, { what: "summary" }>): string {
  const what = isNew ? `Added the sheet ${sheet}` : `Brought the sheet ${sheet} up to date`;
  if (charts === null)
    return `${what}: ${things(rows, "row")}. Its charts could not be drawn; the figures are complete.`;
  return `${what}: ${things(rows, "row")}${charts > 0 ? ` and ${things(charts, "chart")}` : ""}.`;
}

function dossiersWritten({ added, updated, coverage }: Extract<Wrote, { what: "dossiers" }>): string {
  if (added + updated === 0) return `The dossiers in ${DOSSIER_SHEET} are up to date; nothing was written.`;
  const what = [
    ...(added > 0 ? [`${things(added, "account")} added`] : []),
    ...(updated > 0 ? [`${things(updated, "account")} brought up to date`] : []),
  ];
  return `${DOSSIER_SHEET}: ${what.join(", ")}. ${coverageSentence(coverage)}.`;
}

/** Name of the file with the accounts of a tier: "Tier 1.csv", without what file systems refuse. */
export function csvName(label: string): string {
  return `${label.replace(/[\\/:*?"<>|\u0000-\u001f]/g, " ").trim() || "Tier"}.csv`;
}
