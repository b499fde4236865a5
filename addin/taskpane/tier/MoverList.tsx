import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { moreRows } from "../../strings/pane";
import { usePane } from "../app/PaneContext";

interface Props {
  readonly label: string;
  /** `row` is counted from 0 below the header. */
  readonly movers: readonly { readonly row: number; readonly account: string; readonly text: string }[];
  /** The account column, from the source's first. */
  readonly position: number;
  /** How many there are beyond those. */
  readonly more: number;
}

/** Accounts by name, each a link to its row, and what becomes of them. */
export function MoverList({ label, movers, position, more }: Props) {
  const styles = useStyles();
  const { actions } = usePane();
  return (
    <ul className={styles.list} aria-label={label}>
      {movers.map(({ row, account, text }) => (
        <li key={row}>
          <Link as="button" inline onClick={() => void actions.select(row, position)}>
            <bdi>{account}</bdi>
          </Link>{" "}
          {text}
        </li>
      ))}
      {more > 0 && <li>{moreRows(more)}</li>}
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
});
