import {
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { Mix, Preset } from "../../../engine/index";
import type { Preview } from "../../excel/tiering";
import { count } from "../../strings/format";
import { otherWords, PLAN, tiersInOne, wordCount } from "../../strings/plan";
import { useAnswer } from "../app/useAnswer";
import { Waiting } from "../app/Waiting";
import { FieldChoice, fieldsRead, type Choice } from "./FieldChoice";

/** So many tiers have room beside each other at 320 px. */
const MOST_BESIDE = 4;
const SEGMENT = "segment";
/** Shown first where it is read. */
const FIRST = ["industry", SEGMENT];

/** Tiers by the words of a text, such as the industry. */
export function MixOfTiers({ preview }: { preview: Preview }) {
  const styles = useStyles();
  const [chosen, choose] = useState("");
  const choices = choicesOf(preview);
  const ids = choices.map(({ id }) => id);
  const field = [chosen, ...FIRST].find((id) => ids.includes(id)) ?? ids[0];
  const mix = useAnswer("mix", field === undefined ? null : { field });
  if (field === undefined) return <p className={styles.sentence}>{PLAN.noMix}</p>;
  const name = choices.find(({ id }) => id === field)?.label ?? field;
  return (
    <div className={styles.part}>
      <FieldChoice label={PLAN.mixBy} choices={choices} chosen={field} onChange={choose} />
      {mix ? <MixTable mix={mix} name={name} preset={preview.run.preset} /> : <Waiting />}
    </div>
  );
}

function choicesOf(preview: Preview): Choice[] {
  const segment = preview.run.preset.segments ? [{ id: SEGMENT, label: PLAN.segment }] : [];
  return [...fieldsRead(preview, "text"), ...segment];
}

function MixTable({ mix, name, preset }: { mix: Mix; name: string; preset: Preset }) {
  const styles = useStyles();
  const { columns, tiers, total } = mix;
  // The words of a segment are its ids.
  const segments = mix.field === SEGMENT ? preset.segments?.rungs : undefined;
  const nameOf = (word: string) => segments?.find(({ id }) => id === word)?.label ?? word;
  const isBeside = tiers.length <= MOST_BESIDE;
  return (
    <Table size="extra-small" aria-label={PLAN.mix} className={styles.table}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={styles.word}>{name}</TableHeaderCell>
          {isBeside ? (
            tiers.map(({ id, label }) => (
              <TableHeaderCell key={id} className={styles.number} button={{ className: styles.head }}>
                {label}
              </TableHeaderCell>
            ))
          ) : (
            <TableHeaderCell className={styles.word}>{PLAN.mixTiers}</TableHeaderCell>
          )}
        </TableRow>
      </TableHeader>
      <TableBody>
        {columns.map(({ kind, word, words }, at) => (
          <TableRow key={`${kind} ${word}`}>
            <TableCell className={styles.word}>
              <bdi>{kind === "others" ? otherWords(words) : word === null ? PLAN.blank : nameOf(word)}</bdi>{" "}
              <span className={styles.all}>{wordCount(total.counts[at] ?? 0)}</span>
            </TableCell>
            {isBeside ? (
              tiers.map(({ id, counts }) => (
                <TableCell key={id} className={mergeClasses(styles.number, styles.digits)}>
                  {count(counts[at] ?? 0)}
                </TableCell>
              ))
            ) : (
              <TableCell className={styles.word}>
                {tiersInOne(tiers.map(({ label, counts }) => ({ label, accounts: counts[at] ?? 0 })))}
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const useStyles = makeStyles({
  part: { display: "grid", gap: tokens.spacingVerticalS, minWidth: "0" },
  sentence: { margin: "0" },
  table: { tableLayout: "auto" },
  word: {
    width: "40%",
    height: "auto",
    paddingInline: "0",
    paddingInlineEnd: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXXS,
    overflowWrap: "anywhere",
  },
  all: { color: tokens.colorNeutralForeground2 },
  number: {
    height: "auto",
    paddingInline: "0",
    paddingInlineStart: tokens.spacingHorizontalXS,
    textAlign: "end",
    justifyContent: "flex-end",
    overflowWrap: "anywhere",
    hyphens: "auto",
  },
  head: { justifyContent: "flex-end" },
  digits: { fontVariantNumeric: "tabular-nums" },
});
