import { fold, type Override } from "../../../../engine/index";
import { LIST_HEADERS, OVERRIDE_KINDS } from "../../../strings/sheets";
import { presetIn } from "../../presets";
import { Refusal } from "../../problem";
import { recordsIn } from "../../record";
import { begin, type Session } from "../../session";
import { readSettings, type Settings } from "../../settings";
import type { Tiering } from "../../tiering";
import { changeRows } from "../tables/changeRows";
import type { SheetIssue } from "../tables/readRows";
import { changeOf, type ChoiceList, type RowsChange } from "../tables/rowsChange";
import { tableThere } from "../tables/tableThere";
import { isSameOverride, keptOverride, OVERRIDES, overrideRow, type KeptOverride } from "./overrides";

/** The overrides of a workbook, and its rows that cannot be understood. */
export interface OverridesRead {
  readonly overrides: readonly KeptOverride[];
  readonly issues: readonly SheetIssue[];
}

/** Everything about the sheet `Tier Overrides`. */
export function overrideServices(session: Session): Pick<Tiering, "overrides" | "saveOverride" | "endOverride"> {
  const { queue } = session;
  const change = async (context: Excel.RequestContext, rows: RowsChange, settings: Settings) => {
    const change = { sheet: OVERRIDES.sheet, tables: [rows], lists: await listsOf(settings) };
    return changeRows(context, change, begin(session, settings));
  };
  return {
    overrides: () =>
      queue.read(async (context) => {
        const there = await tableThere(context, OVERRIDES);
        return { overrides: there?.rows.map(({ row }) => keptOverride(row)) ?? [], issues: there?.issues ?? [] };
      }),
    saveOverride: (override) =>
      queue.run(async (context) => {
        const settings = await readSettings(context);
        const there = await tableThere(context, OVERRIDES);
        const same = there?.rows.filter(({ row }) => isSameOverride(row, override)).at(-1); // the one that acts
        const row = overrideRow(override);
        const rows = same
          ? changeOf(OVERRIDES, there, { update: [{ at: same.at, row }] })
          : changeOf(OVERRIDES, there, { append: [row], addedBy: OVERRIDES.key });
        return change(context, rows, settings);
      }),
    endOverride: (account, kind, preset) =>
      queue.run(async (context) => {
        const settings = await readSettings(context);
        const there = await tableThere(context, OVERRIDES);
        const remove = (there?.rows ?? []).flatMap(({ at, row }) => (isMeant(row, account, kind, preset) ? [at] : []));
        if (!there || remove.length === 0) throw new Refusal("override-unknown", { account });
        return change(context, changeOf(OVERRIDES, there, { remove }), settings);
      }),
  };
}

function isMeant(
  row: Pick<KeptOverride, "account" | "kind" | "preset">,
  account: string,
  kind: Override["kind"],
  preset: string | null | undefined,
): boolean {
  return isSameOverride({ account, kind, preset: preset === undefined ? row.preset : preset }, row);
}

/** The kinds, and the tiers of every preset that was applied in this workbook. */
async function listsOf(settings: Settings): Promise<ChoiceList[]> {
  const ids = new Set(recordsIn(settings).map(({ preset }) => preset.id));
  const labels = (await Promise.all([...ids].map((id) => tierLabels(settings, id)))).flat();
  const tiers = labels.filter((label, i) => labels.findIndex((each) => fold(each) === fold(label)) === i);
  const { name: table } = OVERRIDES;
  const kinds = { header: LIST_HEADERS.kinds, words: Object.values(OVERRIDE_KINDS), table, column: "kind" };
  return tiers.length === 0 ? [kinds] : [kinds, { header: LIST_HEADERS.tiers, words: tiers, table, column: "tier" }];
}

/** None of a preset that cannot be used any more. */
async function tierLabels(settings: Settings, id: string): Promise<string[]> {
  try {
    return (await presetIn(settings, id)).tiers.rungs.map(({ label }) => label);
  } catch (thrown) {
    if (thrown instanceof Refusal) return [];
    throw thrown;
  }
}
