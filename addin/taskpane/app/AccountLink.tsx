import { Link } from "@fluentui/react-components";
import { usePane } from "./PaneContext";

/** The name of an account; where it stands in the table, a link that selects its row. `row` is an input row. */
export function AccountLink({ account, row }: { account: string; row: number | null }) {
  const { state, actions } = usePane();
  const { preview } = state;
  if (row === null || !preview) return <bdi>{account}</bdi>;
  const { run, plan } = preview;
  return (
    <Link as="button" inline onClick={() => void actions.select(row - run.firstRow, plan.expected.keyPosition)}>
      <bdi>{account}</bdi>
    </Link>
  );
}
