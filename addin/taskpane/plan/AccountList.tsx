import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { Preview } from "../../excel/tiering";
import { moreAccounts } from "../../strings/plan";
import { usePane } from "../app/PaneContext";

interface Props {
  /** Its name, for who listens. */
  readonly label: string;
  /** `row` is an input row. */
  readonly accounts: readonly { readonly account: string; readonly row: number; readonly says: string }[];
  /** How many there are, of which these are the first. */
  readonly of: number;
  readonly preview: Preview;
}

/** Accounts by name, each of which selects its row in the sheet. */
export function AccountList({ label, accounts, of, preview }: Props) {
  const styles = useStyles();
  const { actions } = usePane();
  const { run, plan } = preview;
  return (
    <ul aria-label={label} className={styles.list}>
      {accounts.map(({ account, row, says }) => (
        <li key={row}>
          <Link as="button" inline onClick={() => void actions.select(row - run.firstRow, plan.expected.keyPosition)}>
            <bdi>{account}</bdi>
          </Link>{" "}
          <span className={styles.says}>{says}</span>
        </li>
      ))}
      {of > accounts.length && <li>{moreAccounts(of - accounts.length)}</li>}
    </ul>
  );
}

const useStyles = makeStyles({
  list: {
    margin: "0",
    paddingInlineStart: tokens.spacingHorizontalXL,
    display: "grid",
    gap: tokens.spacingVerticalXS,
    overflowWrap: "anywhere",
  },
  says: { color: tokens.colorNeutralForeground2 },
});
