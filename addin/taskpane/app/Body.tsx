import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Screen } from "./state";

interface Props {
  /** The screen whose tab shows it. */
  readonly tab?: Exclude<Screen, "rules">;
  /** What it shows is being replaced. */
  readonly isBusy?: boolean;
  readonly label?: string;
  readonly children: ReactNode;
}

/** The part of a screen between the head and the footer. */
export function Body({ tab, isBusy = false, label, children }: Props) {
  const styles = useStyles();
  const panel = tab && { id: "panel", role: "tabpanel", "aria-labelledby": `tab-${tab}` };
  return (
    <main className={styles.main} aria-busy={isBusy} aria-label={label}>
      <div className={styles.content} {...panel}>
        {children}
      </div>
    </main>
  );
}

const useStyles = makeStyles({
  main: {
    flexGrow: "1",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
    minWidth: "0",
  },
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, minWidth: "0" },
});
