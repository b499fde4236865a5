import { addReview, type RecordedReview } from "../../../../engine/index";
import { LIST_HEADERS, REASON_WORDS, STATUS_WORDS } from "../../../strings/sheets";
import type { Progress } from "../../blocks";
import { Refusal } from "../../problem";
import { plannedAgain, type Preview } from "../../runs";
import { begin, type Session } from "../../session";
import { readSettings } from "../../settings";
import { standingOf } from "../../standing";
import type { Tiering } from "../../tiering";
import { changeRows, type RowsChanged } from "../tables/changeRows";
import type { SheetIssue } from "../tables/readRows";
import { changeOf, type ChoiceList } from "../tables/rowsChange";
import { tableThere } from "../tables/tableThere";
import { ATTENTION, attentionRows, keptAttention, type AttentionRow, type KeptAttention } from "./attention";
import { nextRecording } from "./recordings";
import { REVIEWS } from "./reviews";
import { rowsOfReview } from "./rowsOfReview";
import { saveAttention } from "./saveAttention";

/** A review that was recorded. */
export interface Recording {
  /** ISO day. */
  readonly day: string;
  /** Accounts that have changed since the review before, all of them in the first one. */
  readonly accounts: number;
  /** Items that were added for somebody to look at. */
  readonly raised: number;
  /** Rows of the attention list that cannot be understood: what they are about may be raised again. */
  readonly issues: readonly SheetIssue[];
  readonly rows: RowsChanged;
}

/** What was raised in reviews, and its rows that cannot be understood. */
export interface AttentionRead {
  readonly notes: readonly KeptAttention[];
  readonly issues: readonly SheetIssue[];
}

/** Everything about the sheet `Tier History`. */
export function historyServices(session: Session): Pick<Tiering, "recordReview" | "attention" | "saveAttention"> {
  const { queue, engine } = session;
  return {
    recordReview: (preview, progress) =>
      queue.run(async (context) => {
        const now = await plannedAgain(context, engine, preview, progress);
        try {
          if (standingOf(now).kind !== "current") throw new Refusal("review-not-applied");
          return await record(context, session, now, progress);
        } finally {
          now.reading.letGo();
        }
      }),
    attention: () =>
      queue.read(async (context) => {
        const attention = await tableThere(context, ATTENTION);
        return { notes: attention?.rows.map(({ row }) => keptAttention(row)) ?? [], issues: attention?.issues ?? [] };
      }),
    saveAttention: (edits) => queue.run((context) => saveAttention(context, session, edits)),
  };
}

async function record(
  context: Excel.RequestContext,
  session: Session,
  { reading, request: { preset, asOf }, sheets: { history, log } }: Preview,
  progress?: Progress,
): Promise<Recording> {
  const settings = await readSettings(context);
  const change = begin(session, settings);
  const attention = await tableThere(context, ATTENTION);
  const kept = (attention?.rows ?? []).map(({ row }) => keptAttention(row));
  const notes = kept.filter((note) => note.preset === preset.id);
  const [review, items] = await Promise.all([reading.ask("review"), reading.ask("attention", { notes })]);
  if (!review.ok || !items.ok) throw new Error("a reading was let go while it was asked");

  const earlier = [...(log?.recordings ?? []), ...(attention?.rows ?? []).map(({ row }) => row.recording)];
  const recording = nextRecording(earlier, change.id);
  const known = new Set(history);
  const added = addReview(history, review.value).filter((each) => !known.has(each));
  const rows = added.flatMap((each) => rowsOfReview(each, recording));
  const raised: AttentionRow[] = log && !attention ? [] : attentionRows(items.value, kept, preset, recording);
  const tables = [
    // Where people have taken the attention list out of their history, it stays out.
    ...(log && !attention ? [] : [changeOf(ATTENTION, attention, { append: raised, addedBy: ATTENTION.key })]),
    changeOf(REVIEWS, log, { append: rows, addedBy: REVIEWS.key }),
  ];
  const changed = await changeRows(context, { sheet: REVIEWS.sheet, tables, lists: LISTS }, change, progress);
  return {
    day: asOf,
    accounts: countOf(added, asOf),
    raised: raised.length,
    issues: attention?.issues ?? [],
    rows: changed,
  };
}

const LISTS: readonly ChoiceList[] = [
  { header: LIST_HEADERS.statuses, words: Object.values(STATUS_WORDS), table: ATTENTION.name, column: "status" },
  { header: LIST_HEADERS.reasons, words: Object.values(REASON_WORDS), table: ATTENTION.name, column: "reason" },
];

function countOf(reviews: readonly RecordedReview[], day: string): number {
  return reviews.find(({ date }) => date === day)?.entries.size ?? 0;
}
