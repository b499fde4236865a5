/** What this add-in has put into the workbook itself, which holds no accounts to tier. */

/** Tables of ours; a sheet that is copied gets them with a number behind their name. */
const TABLE = /^(TierOverrides|TierReviews|TierAttention|TierSummary|TierMovement|AccountDossiers)(_?\d+)?$/;
const SHEET = /^(Tier (Overrides|History|Summary|Journal)\b|Account dossiers\b)/;

export function isOwnTable(name: string): boolean {
  return TABLE.test(name);
}

/** Whether a sheet is one of ours: by its name, unless somebody has a sheet of that name without a table of ours. */
export function isOwnSheet(name: string, tables: readonly string[]): boolean {
  return SHEET.test(name) && tables.some(isOwnTable);
}
