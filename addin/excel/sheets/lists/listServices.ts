import { addSheet } from "../../addSheet";
import { begin, type Session } from "../../session";
import { readSettings } from "../../settings";
import type { Tiering } from "../../tiering";
import { writeDossiers } from "../dossiers/dossiers";
import { csvText } from "./csv";
import { listedRun } from "./listedRun";
import { tierList } from "./tierList";

/** Lists of a tier, and the dossiers of the upper ones. */
export function listServices(session: Session): Pick<Tiering, "writeDossiers" | "listTier" | "tierCsv"> {
  const { queue, engine } = session;
  return {
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
