import { Button, makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({
  link: {
    position: "absolute",
    top: "4px",
    left: "4px",
    zIndex: 10,
    ":not(:focus)": {
      width: "1px",
      height: "1px",
      minWidth: 0,
      padding: 0,
      overflow: "hidden",
      clipPath: "inset(50%)",
    },
  },
});

/** The first thing that Tab comes to: past the ribbon and the grid, which keeps Tab for itself. */
export function SkipLink({ onSkip }: { readonly onSkip: () => void }) {
  const styles = useStyles();
  return (
    <Button className={styles.link} onClick={onSkip}>
      Skip to the pane
    </Button>
  );
}
