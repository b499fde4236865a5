import { makeStyles, tokens } from "@fluentui/react-components";
import { moreRows } from "../../strings/pane";
import { AccountLink } from "./AccountLink";

/** How many accounts a list names, where nothing else is said. */
export const MOST = 50;

export interface AccountLine {
  readonly account: string;
  /** Input row; null of one that is not in the table. */
  readonly row: number | null;
  /** What is to be said of it. */
  readonly text: string;
}

/** Accounts, each with what is to be said of it; `count` is how many there are in all, `label` the list's name for who listens. */
export function AccountList({ label, lines, count }: { label: string; lines: readonly AccountLine[]; count: number }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={label}>
      {lines.map(({ account, row, text }, i) => (
        <li key={`${i} ${account}`}>
          <AccountLink account={account} row={row} /> <span className={styles.text}>{text}</span>
        </li>
      ))}
      {count > lines.length && <li>{moreRows(count - lines.length)}</li>}
    </ul>
  );
}

const useStyles = makeStyles({
  list: {
    margin: "0",
    padding: "0",
    listStyleType: "none",
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXS,
    overflowWrap: "anywhere",
  },
  text: { color: tokens.colorNeutralForeground2 },
});
