import { makeStyles, tokens } from "@fluentui/react-components";
import { useDeferredValue } from "react";
import type { Names } from "../../strings/names";
import { betweenName, movedPhrase, type Between } from "../../strings/review";
import { useAnswer } from "../app/useAnswer";
import { Waiting } from "../app/Waiting";
import { AccountList, MOST } from "../app/AccountList";

/** The accounts behind a count of the movement, the highest value first. */
export function Moved({ between, names }: { between: Between; names: Names }) {
  const styles = useStyles();
  const moved = useDeferredValue(useAnswer("moved", { ...between, shown: MOST }));
  if (!moved) return <Waiting />;
  const title = betweenName(moved.count, between, names);
  const lines = moved.accounts.map((each) => ({ ...each, text: movedPhrase(each) }));
  return (
    <div className={styles.moved}>
      <h3 className={styles.title} aria-live="polite">
        {title}
      </h3>
      <AccountList label={title} lines={lines} count={moved.count} />
    </div>
  );
}

const useStyles = makeStyles({
  moved: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXS },
  title: {
    margin: "0",
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
});
