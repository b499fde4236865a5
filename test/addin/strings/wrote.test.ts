import { expect, test } from "vitest";
import { canUndoWrote, csvName, wroteSentence, type Wrote } from "../../../addin/strings/wrote";

const summary = { what: "summary", sheet: "Tier Summary", isNew: true, rows: 9, charts: 3 } as const;
const dossiers = {
  what: "dossiers",
  added: 12,
  updated: 1,
  coverage: { known: 0, toFind: 0 },
  issues: [],
} as const;
const cell = { sheet: "Account dossiers", address: "L4", header: "Refreshed", expects: "day", found: "soon" } as const;

test.each<[Wrote, string, boolean]>([
  [summary, "Added the sheet Tier Summary: 9 rows and 3 charts.", true],
  [
    { ...summary, isNew: false, rows: 1, charts: 1 },
    "Brought the sheet Tier Summary up to date: 1 row and 1 chart.",
    true,
  ],
  [
    { ...summary, charts: null },
    "Added the sheet Tier Summary: 9 rows. Its charts could not be drawn; the figures are complete.",
    true,
  ],
  [dossiers, "Account dossiers: 12 accounts added, 1 account brought up to date. Contacts: none noted yet.", true],
  [
    { ...dossiers, updated: 0, coverage: { known: 3, toFind: 1 } },
    "Account dossiers: 12 accounts added. Contacts: 3 known, 1 to find (75%).",
    true,
  ],
  [
    { ...dossiers, added: 0, updated: 0, issues: [cell] },
    "The dossiers in Account dossiers are up to date; nothing was written. " +
      'Refreshed in L4 of Account dossiers says "soon" and should hold a day, as a date or written like 2026-01-31; the row is left out.',
    false,
  ],
  [
    { what: "list", tier: "Tier 1", accounts: 1 },
    "Added a sheet with the 1 account of Tier 1, best first. Delete the sheet when you no longer need it.",
    false,
  ],
  [{ what: "csv", tier: "A/B", file: csvName("A/B") }, "Handed over A B.csv, the accounts of A/B, to be saved.", false],
])("$0.what is told by how it went, with an undo only where it can be undone", (wrote, sentence, canUndo) => {
  expect(wroteSentence(wrote)).toBe(sentence);
  expect(canUndoWrote(wrote)).toBe(canUndo);
});
