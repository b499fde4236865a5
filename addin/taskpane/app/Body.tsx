import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

/** The part of a screen between the head and the footer. `isBusy`: what it shows is being replaced. */
export function Body({ isBusy = false, label, children }: { isBusy?: boolean; label?: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <main className={styles.main} aria-busy={isBusy} aria-label={label}>
      {children}
    </main>
  );
}

const useStyles = makeStyles({
  main: {
    flexGrow: "1",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
    minWidth: "0",
  },
});
