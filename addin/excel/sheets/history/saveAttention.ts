import { Refusal } from "../../problem";
import { begin, type Session } from "../../session";
import { readSettings } from "../../settings";
import { changeRows, type RowsChanged } from "../tables/changeRows";
import { changeOf } from "../tables/rowsChange";
import { tableThere } from "../tables/tableThere";
import { ATTENTION_NOTES, type KeptAttention } from "./attention";

/** Which item it is, and what people say has come of it. */
export type AttentionEdit = Pick<
  KeptAttention,
  "account" | "code" | "flag" | "raised" | "preset" | "status" | "reason" | "resolved" | "note"
>;

/** Writes what has come of an item into its row. Refused with `attention-unknown` where there is none. */
export async function saveAttention(
  context: Excel.RequestContext,
  session: Session,
  { raised: review, ...edit }: AttentionEdit,
): Promise<RowsChanged> {
  const { account, code, flag, preset, status, reason, resolved, note } = edit;
  const settings = await readSettings(context);
  const there = await tableThere(context, ATTENTION_NOTES);
  const same = there?.rows
    .filter(({ row }) => row.account === account && row.code === code && row.flag === flag)
    .filter(({ row }) => row.review === review && row.preset === preset)
    .at(-1);
  if (!there || !same) throw new Refusal("attention-unknown", { account: account ?? "" });
  const row = { ...same.row, status, reason, resolved, note };
  const tables = [changeOf(ATTENTION_NOTES, there, { update: [{ at: same.at, row }] })];
  return changeRows(context, { sheet: ATTENTION_NOTES.sheet, tables, lists: [] }, begin(session, settings));
}
