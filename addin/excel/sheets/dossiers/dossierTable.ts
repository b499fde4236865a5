import { DOSSIER_HEADERS, DOSSIER_SHEET } from "../../../strings/lists";
import { maybeDay, maybeNumber, maybeText, text } from "../tables/cellKinds";
import type { OurTable, RowOf } from "../tables/ourTable";

const H = DOSSIER_HEADERS;

/** Columns that follow from a run: they are kept up to date. */
const own = {
  account: text(H.account, 150),
  tier: maybeText(H.tier, 70),
  value: maybeNumber(H.value, 70),
  why: maybeText(H.why, 220),
  due: maybeDay(H.due),
  preset: maybeText(H.preset, 110),
};

/** All columns, in the order of a new sheet. The others are the analyst's. */
const columns = {
  account: own.account,
  tier: own.tier,
  owner: maybeText(H.owner, 100),
  value: own.value,
  why: own.why,
  known: maybeText(H.known, 110),
  toFind: maybeText(H.toFind, 110),
  centres: maybeText(H.centres, 130),
  initiatives: maybeText(H.initiatives, 150),
  point1: maybeText(H.point1, 150),
  point2: maybeText(H.point2, 150),
  point3: maybeText(H.point3, 150),
  refreshed: maybeDay(H.refreshed),
  due: own.due,
  preset: own.preset,
};

const IDENTITY = { sheet: DOSSIER_SHEET, name: "AccountDossiers", key: ["account"] } as const;

/** The table `AccountDossiers`: one row for each account. */
export const DOSSIERS: OurTable<typeof columns> = {
  ...IDENTITY,
  columns,
  blank: { known: "", toFind: "", centres: "", initiatives: "", point1: "", point2: "", point3: "", refreshed: "" },
};

/** The same, of which only what is ours is ever written again. */
export const OWN_PART: OurTable<typeof own> = { ...IDENTITY, columns: own, blank: {} };

/** The same, of which only the accounts are read: also of rows that cannot be understood. */
export const NAMED_PART: OurTable<Pick<typeof own, "account">> = {
  ...IDENTITY,
  columns: { account: own.account },
  blank: {},
};

export type DossierColumns = typeof columns;
export type DossierRow = RowOf<typeof columns>;
export type OwnPart = RowOf<typeof own>;
