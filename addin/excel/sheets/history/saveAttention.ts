import { Refusal } from "../../problem";
import { begin, type Session } from "../../session";
import { readSettings } from "../../settings";
import { changeRows, type RowsChanged } from "../tables/changeRows";
import { changeOf } from "../tables/rowsChange";
import { tableThere } from "../tables/tableThere";
import { ATTENTION_NOTES, identity, type KeptAttention } from "./attention";

/** What people say has come of an item. */
export interface AttentionEdit extends Pick<KeptAttention, "status" | "reason" | "resolved" | "note"> {
  /** As it was read. */
  readonly item: KeptAttention;
}

/**
 * Writes what has come of items into their rows. Refused as a whole with `attention-unknown` where one has no row, and with
 * `attention-changed` where somebody has written something else there since it was read.
 */
export async function saveAttention(
  context: Excel.RequestContext,
  session: Session,
  edits: readonly AttentionEdit[],
): Promise<RowsChanged> {
  const settings = await readSettings(context);
  const there = await tableThere(context, ATTENTION_NOTES);
  const rows = new Map(there?.rows.map((each) => [identity({ ...each.row, raised: each.row.review }), each]));
  const update = edits.map(({ item, status, reason, resolved, note }) => {
    const same = rows.get(identity(item));
    const account = item.account ?? "";
    if (!same) throw new Refusal("attention-unknown", { account });
    if (notedIn(same.row) !== notedIn(item)) throw new Refusal("attention-changed", { account });
    return { at: same.at, row: { ...same.row, status, reason, resolved, note } };
  });
  const tables = there ? [changeOf(ATTENTION_NOTES, there, { update })] : [];
  return changeRows(context, { sheet: ATTENTION_NOTES.sheet, tables, lists: [] }, begin(session, settings));
}

function notedIn({ status, reason, resolved, note }: Omit<AttentionEdit, "item">): string {
  return JSON.stringify([status, reason, resolved, note]);
}
