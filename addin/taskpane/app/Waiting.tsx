import { makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import { PANE } from "../../strings/pane";

/** In place of what is on its way. */
export function Waiting() {
  const styles = useStyles();
  return (
    <Skeleton aria-label={PANE.reading} className={styles.waiting}>
      <SkeletonItem size={20} />
      <SkeletonItem size={16} />
      <SkeletonItem size={64} />
    </Skeleton>
  );
}

const useStyles = makeStyles({
  waiting: { display: "grid", gap: tokens.spacingVerticalS },
});
