import { Link } from "@fluentui/react-components";
import { usePane } from "../app/PaneContext";

/** The name of an account; where it stands in the table, a link that selects its row. `row` is an input row. */
export function AccountLink({ account, row }: { account: string; row: number | null }) {
  const { state, actions } = usePane();
  const position = state.preview?.plan.expected.keyPosition;
  if (row === null || position === undefined) return <bdi>{account}</bdi>;
  return (
    <Link as="button" inline onClick={() => void actions.select(row - 1, position)}>
      <bdi>{account}</bdi>
    </Link>
  );
}
