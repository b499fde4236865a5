import {
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  ToggleButton,
  tokens,
} from "@fluentui/react-components";
import type { AnswerTo } from "../../../engine/index";
import { count } from "../../strings/format";
import type { Names } from "../../strings/names";
import { betweenName, movementTitle, readingSentence, REVIEW, type Between } from "../../strings/review";
import { shortLabels } from "./shortLabels";

export interface MovementProps {
  readonly movement: AnswerTo<"movementCounts">;
  readonly names: Names;
  isChosen(between: Between): boolean;
  choose(between: Between): void;
}

/** Pixels that the table may have in the narrowest pane, those of a digit, and those beside the digits of a column. */
const [ROOM, DIGIT, BESIDE] = [288, 7, 10];
const HEAD = 44;

/** Whether the table stands in the narrowest pane without scrolling sideways. */
export function fitsPane({ counts, left, entered, leftUnknown }: MovementProps["movement"]): boolean {
  const columns = [...counts.map((_, now) => [...counts.map((row) => row[now] ?? 0), entered[now] ?? 0]), [...left, leftUnknown]]; // prettier-ignore
  const longest = (numbers: readonly number[]) => Math.max(4, ...numbers.map((each) => count(each).length));
  return columns.reduce((width, column) => width + longest(column) * DIGIT + BESIDE, HEAD) <= ROOM;
}

/** Accounts by tier in the last review (row) and now (column). Every number above 0 can be chosen. */
export function MovementTable({ movement, names, isChosen, choose }: MovementProps) {
  const styles = useStyles();
  const { since, tiers, counts, entered, left, leftUnknown } = movement;
  const labels = tiers.map((tier) => names.tier(tier));
  const short = shortLabels(labels);
  const cell = (accounts: number, between: Between, isSame = false) => (
    <TableCell key={JSON.stringify(between)} className={mergeClasses(styles.cell, isSame && styles.same)}>
      {accounts === 0 ? (
        <span className={styles.nobody}>0</span>
      ) : (
        <ToggleButton
          appearance="subtle"
          size="small"
          className={styles.number}
          checked={isChosen(between)}
          aria-label={betweenName(accounts, between, names)}
          onClick={() => choose(between)}
        >
          {count(accounts)}
        </ToggleButton>
      )}
    </TableCell>
  );
  return (
    <>
      <Table size="extra-small" aria-label={movementTitle(since)} className={styles.table}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell className={styles.head} button={{ className: styles.start }}>
              {REVIEW.before}
            </TableHeaderCell>
            {tiers.map((tier, now) => (
              <Head key={tier} label={labels[now] ?? ""} short={short[now] ?? ""} />
            ))}
            <Head label={REVIEW.left} short={REVIEW.left} />
          </TableRow>
        </TableHeader>
        <TableBody>
          {tiers.map((from, was) => (
            <TableRow key={from}>
              <RowHead label={labels[was] ?? ""} short={short[was] ?? ""} />
              {tiers.map((to, now) => cell(counts[was]?.[now] ?? 0, { from, to }, was === now))}
              {cell(left[was] ?? 0, { kind: "left", from, isFormer: false })}
            </TableRow>
          ))}
          {leftUnknown > 0 && (
            <TableRow>
              <RowHead label={REVIEW.former} short={REVIEW.former} />
              {tiers.map((tier) => (
                <TableCell key={tier} className={styles.cell} />
              ))}
              {cell(leftUnknown, { kind: "left", isFormer: true })}
            </TableRow>
          )}
          <TableRow>
            <RowHead label={REVIEW.new} short={REVIEW.new} />
            {tiers.map((to, now) => cell(entered[now] ?? 0, { kind: "new", to }))}
            <TableCell className={styles.cell} />
          </TableRow>
        </TableBody>
      </Table>
      <p className={styles.legend}>{readingSentence(labels, short)}</p>
    </>
  );
}

function Head({ label, short }: { label: string; short: string }) {
  const styles = useStyles();
  return (
    <TableHeaderCell scope="col" aria-label={label} className={styles.head} button={{ className: styles.end }}>
      {short}
    </TableHeaderCell>
  );
}

function RowHead({ label, short }: { label: string; short: string }) {
  const styles = useStyles();
  return (
    <TableHeaderCell scope="row" aria-label={label} className={styles.head} button={{ className: styles.start }}>
      {short}
    </TableHeaderCell>
  );
}

const useStyles = makeStyles({
  table: { tableLayout: "auto" },
  head: { paddingInline: "0", minWidth: "0", overflowWrap: "anywhere" },
  start: { paddingInline: "0" },
  end: { paddingInline: "0 4px", justifyContent: "flex-end" },
  cell: { paddingInline: "0", textAlign: "end", fontVariantNumeric: "tabular-nums" },
  /** Who stays where they were: the line between up and down. */
  same: { backgroundColor: tokens.colorNeutralBackground3 },
  number: { minWidth: "0", paddingInline: "4px", fontWeight: tokens.fontWeightRegular },
  nobody: { paddingInline: "5px", color: tokens.colorNeutralForeground3 },
  legend: {
    margin: "0",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
  },
});
