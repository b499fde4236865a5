import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { IN_SIGHT } from "./inSight";

/** What stays in sight below a screen. */
export function ScreenFooter({ children }: { children: ReactNode }) {
  const styles = useStyles();
  return <footer className={styles.footer}>{children}</footer>;
}

const useStyles = makeStyles({
  footer: {
    ...IN_SIGHT,
    bottom: "0",
    zIndex: "1",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});
