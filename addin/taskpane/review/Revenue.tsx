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
import { valueMeasure, type Score } from "../../../engine/index";
import type { Preview } from "../../excel/tiering";
import { accountsPhrase, amountText, growthText, revenueTitle, REVIEW } from "../../strings/review";
import { useAnswer } from "../app/useAnswer";
import { Waiting } from "../app/Waiting";
import { Section } from "./Section";

/** The value of each tier now and at the last review. Nothing where the rules know no value. */
export function Revenue({ preview: { run } }: { preview: Preview }) {
  const styles = useStyles();
  const scorecard = useAnswer("scorecard");
  if (valueMeasure(run.preset) === null) return null;
  if (!scorecard) {
    return (
      <Section title={REVIEW.revenue}>
        <Waiting />
      </Section>
    );
  }
  const { since, tiers, all } = scorecard;
  const title = revenueTitle(since);
  const number = mergeClasses(styles.cell, styles.number);
  const row = (score: Score, label: string) => (
    <TableRow key={score.id}>
      <TableHeaderCell scope="row" className={styles.cell} button={{ className: styles.start }}>
        <div className={styles.label}>
          {label}
          <div className={styles.also}>{accountsPhrase(score.count, score.before?.count ?? null)}</div>
        </div>
      </TableHeaderCell>
      <TableCell className={number}>{amountText(score.value)}</TableCell>
      {since !== null && (
        <>
          <TableCell className={number}>{score.before ? amountText(score.before.value) : REVIEW.none}</TableCell>
          <TableCell className={number}>{growthText(score.valueGrowth)}</TableCell>
        </>
      )}
    </TableRow>
  );
  const head = (name: string) => (
    <TableHeaderCell key={name} scope="col" className={number} button={{ className: styles.end }}>
      {name}
    </TableHeaderCell>
  );
  return (
    <Section title={title}>
      <Table size="extra-small" aria-label={title} className={styles.table}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell scope="col" className={styles.cell} button={{ className: styles.start }}>
              {REVIEW.tier}
            </TableHeaderCell>
            {[REVIEW.now, ...(since === null ? [] : [REVIEW.before, REVIEW.change])].map(head)}
          </TableRow>
        </TableHeader>
        <TableBody>
          {tiers.map((score) => row(score, score.label))}
          {row(all, REVIEW.allTiers)}
        </TableBody>
      </Table>
    </Section>
  );
}

const useStyles = makeStyles({
  table: { tableLayout: "auto" },
  cell: { paddingInline: "0 4px", height: "auto" },
  label: { overflowWrap: "anywhere", paddingBlock: tokens.spacingVerticalXS },
  number: { paddingInline: "4px 0", textAlign: "end", fontVariantNumeric: "tabular-nums" },
  start: { paddingInline: "0" },
  end: { paddingInline: "0", justifyContent: "flex-end", textAlign: "end" },
  also: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
});
