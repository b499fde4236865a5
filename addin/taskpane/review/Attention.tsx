import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, startTransition, useCallback, useDeferredValue, useMemo, useState } from "react";
import type { AnswerTo, AttentionItem } from "../../../engine/index";
import type { KeptAttention } from "../../excel/sheets/history/attention";
import type { SheetIssue } from "../../excel/sheets/tables/readRows";
import type { Preview, Tiering } from "../../excel/tiering";
import { namesOf } from "../../strings/names";
import { moreRows } from "../../strings/pane";
import { attentionTitle, closeName, REVIEW, showMore } from "../../strings/review";
import { sheetIssueSentence } from "../../strings/sheets";
import { usePane } from "../app/PaneContext";
import { Waiting } from "../app/Waiting";
import { Refused } from "../tier/Refused";
import { MOST } from "../app/AccountList";
import { AttentionRow } from "./AttentionRow";
import { Section } from "./Section";
import { useAsked } from "./useAsked";

const NoteDialog = lazy(() => import("./NoteDialog").then((part) => ({ default: part.NoteDialog })));

/** Who must be looked at, the most urgent first, with what people have noted. */
export function Attention({ preview }: { preview: Preview }) {
  const styles = useStyles();
  const { services, state, actions } = usePane();
  const { tiering } = services;
  const { preset } = preview.run;
  const names = useMemo(() => namesOf(preset), [preset]);
  const [isWhole, showAll] = useState(false);
  const [edited, edit] = useState<KeptAttention | null>(null);
  const told = useDeferredValue(
    useAsked(
      preview,
      useCallback((of: Preview) => attentionOf(tiering, of), [tiering]),
    ),
  );
  if (!told) {
    return (
      <Section title={REVIEW.attention}>
        <Waiting />
      </Section>
    );
  }
  if (told.problem) {
    return (
      <Section title={REVIEW.attention}>
        <Refused problem={told.problem} />
      </Section>
    );
  }
  const { first, notes, issues } = told.value;
  const passed = first.passed.accounts.flatMap((item) => notes.get(identity(item)) ?? []);
  const closePassed = () => {
    const resolved = state.asOf;
    void actions.saveAttention(passed.map((item) => ({ ...item, item, status: "done", resolved })));
  };
  return (
    <Section title={attentionTitle(first.open, first.overdue)}>
      {issues.slice(0, MOST_ISSUES).map((issue) => (
        <p key={issue.address} className={styles.sentence}>
          {sheetIssueSentence(issue)}
        </p>
      ))}
      {first.count === 0 && <p className={styles.sentence}>{REVIEW.noAttention}</p>}
      {first.accounts.some((item) => !notes.has(identity(item))) && (
        <p className={styles.sentence}>{REVIEW.notRecorded}</p>
      )}
      {passed.length > 0 && (
        <Button size="small" className={styles.more} disabledFocusable={state.work !== null} onClick={closePassed}>
          {closeName(passed.length)}
        </Button>
      )}
      <ul className={styles.list} aria-label={REVIEW.attention}>
        {first.accounts.slice(0, isWhole ? MOST : FIRST).map((item) => (
          <AttentionRow
            key={identity(item)}
            item={item}
            kept={notes.get(identity(item)) ?? null}
            names={names}
            edit={edit}
          />
        ))}
        {isWhole && first.count > first.accounts.length && <li>{moreRows(first.count - first.accounts.length)}</li>}
      </ul>
      {!isWhole && first.count > FIRST && (
        <Button size="small" className={styles.more} onClick={() => startTransition(() => showAll(true))}>
          {showMore(Math.min(first.count, MOST) - FIRST)}
        </Button>
      )}
      {edited && (
        <Suspense fallback={null}>
          <NoteDialog kept={edited} onClose={() => edit(null)} />
        </Suspense>
      )}
    </Section>
  );
}

/** How many stand there before somebody asks for more. */
const FIRST = 10;

/** Rows that cannot be read are told of, but they are not what one is here for. */
const MOST_ISSUES = 3;

interface AttentionSeen {
  readonly first: AnswerTo<"attentionFirst">;
  /** What is written in the workbook, by item. */
  readonly notes: ReadonlyMap<string, KeptAttention>;
  readonly issues: readonly SheetIssue[];
}

async function attentionOf(tiering: Pick<Tiering, "attention">, { reading, run: { preset } }: Preview) {
  const read = await tiering.attention();
  if (!read.ok) return read;
  const notes = read.value.notes.filter((note) => note.preset === preset.id);
  const first = await reading.ask("attentionFirst", { notes, shown: MOST });
  if (!first.ok) return first;
  const byItem = new Map(notes.map((note) => [identity(note), note]));
  const value: AttentionSeen = { first: first.value, notes: byItem, issues: read.value.issues };
  return { ok: true, value } as const;
}

function identity({
  account,
  code,
  flag,
  raised,
}: Pick<AttentionItem, "account" | "code" | "flag" | "raised">): string {
  return JSON.stringify([account, code, flag, raised]);
}

const useStyles = makeStyles({
  sentence: { margin: "0", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  more: { justifySelf: "start" },
  list: {
    margin: "0",
    padding: "0",
    listStyleType: "none",
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalM,
    overflowWrap: "anywhere",
  },
});
