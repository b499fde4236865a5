import { accountKey } from "../../../../engine/index";
import { addSheet } from "../../addSheet";
import { begin, type Session } from "../../session";
import { readSettings } from "../../settings";
import type { Tiering } from "../../tiering";
import { writeDossiers } from "../dossiers/dossiers";
import { DOSSIERS } from "../dossiers/dossierTable";
import { tableThere } from "../tables/tableThere";
import { csvText } from "./csv";
import { listedRun } from "./listedRun";
import { tierList } from "./tierList";

/** Lists of a tier, and the dossiers of the upper ones. */
export function listServices(session: Session): Pick<Tiering, "dossiers" | "writeDossiers" | "listTier" | "tierCsv"> {
  const { queue, engine } = session;
  return {
    dossiers: () =>
      queue.read(async (context) => {
        const there = await tableThere(context, DOSSIERS);
        return there && new Map(there.rows.map(({ row }) => [accountKey(row.account), row.refreshed]));
      }),
    writeDossiers: (preview, progress) =>
      queue.run(async (context) => {
        const change = begin(session, await readSettings(context));
        return writeDossiers(context, engine, preview, change, progress);
      }),
    listTier: (preview, tier) =>
      queue.run(async (context) => {
        const list = tierList(await listedRun(context, engine, preview), tier);
        await addSheet(context, list);
        return { accounts: list.rows.length };
      }),
    tierCsv: (preview, tier) =>
      queue.run(async (context) => {
        const { columns, rows } = tierList(await listedRun(context, engine, preview), tier);
        return csvText([columns.map(({ name }) => name), ...rows]);
      }),
  };
}
