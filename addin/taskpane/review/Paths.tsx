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
import { useDeferredValue, useMemo } from "react";
import type { Preview } from "../../excel/tiering";
import { namesOf } from "../../strings/names";
import { moreRows } from "../../strings/pane";
import { legendSentence, pathPhrase, REVIEW } from "../../strings/review";
import { useAnswer } from "../app/useAnswer";
import { Waiting } from "../app/Waiting";
import { AccountLink } from "../app/AccountLink";
import { MOST } from "../app/AccountList";
import { shortLabels } from "./shortLabels";

/** Labels of up to so many characters stand in a column of the narrowest pane as they are. */
const LONGEST = 7;

/** So many steps of a path are told by its columns. */
const TOLD = 2;

const COLUMNS = ["initial", "previous", "current", "highest"] as const;
const HEADS = {
  initial: REVIEW.initial,
  previous: REVIEW.previous,
  current: REVIEW.now,
  highest: REVIEW.highest,
} as const;

/** The tiers that each account has been in, of accounts that were ever in another one than now, with its path where the columns do not tell it. */
export function Paths({ preview: { run } }: { preview: Preview }) {
  const styles = useStyles();
  const names = useMemo(() => namesOf(run.preset), [run.preset]);
  const paths = useDeferredValue(useAnswer("changedPaths", { shown: MOST }));
  if (!paths) return <Waiting />;
  if (paths.count === 0) return <p className={styles.sentence}>{REVIEW.noPaths}</p>;
  const { rungs } = run.preset.tiers;
  const labels = rungs.map(({ label }) => label);
  const isLong = labels.some((label) => label.length > LONGEST);
  const short = isLong ? shortLabels(labels) : labels;
  const labelOf = (tier: string | null) => {
    const place = rungs.findIndex(({ id }) => id === tier);
    return tier === null ? REVIEW.none : (short[place] ?? names.tier(tier));
  };
  const more = paths.count - paths.accounts.length;
  return (
    <>
      <Table size="extra-small" aria-label={REVIEW.paths} className={styles.table}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell scope="col" className={styles.account} button={{ className: styles.head }}>
              {REVIEW.account}
            </TableHeaderCell>
            {COLUMNS.map((column) => (
              <TableHeaderCell key={column} scope="col" className={styles.tier} button={{ className: styles.head }}>
                {HEADS[column]}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {paths.accounts.map((each) => (
            <TableRow key={each.account}>
              <TableCell className={styles.account}>
                <div>
                  <AccountLink account={each.account} row={each.row} />
                  {each.steps.length > TOLD && <div className={styles.path}>{pathPhrase(each.steps, names)}</div>}
                </div>
              </TableCell>
              {COLUMNS.map((column) => (
                <TableCell key={column} className={styles.tier}>
                  {labelOf(each[column])}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {isLong && <p className={mergeClasses(styles.sentence, styles.path)}>{legendSentence(labels, short)}</p>}
      {more > 0 && <p className={styles.sentence}>{moreRows(more)}</p>}
    </>
  );
}

const useStyles = makeStyles({
  table: { tableLayout: "auto" },
  account: { paddingInline: "0 4px", width: "100%", overflowWrap: "anywhere" },
  head: { paddingInline: "0" },
  tier: { paddingInline: "2px", fontSize: tokens.fontSizeBase200, whiteSpace: "nowrap" },
  path: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  sentence: { margin: "0", overflowWrap: "anywhere" },
});
