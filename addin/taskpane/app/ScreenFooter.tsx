import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

/** What stays in sight below a screen. */
export function ScreenFooter({ children }: { children: ReactNode }) {
  const styles = useStyles();
  return <footer className={styles.footer}>{children}</footer>;
}

const useStyles = makeStyles({
  footer: {
    "@media (min-height: 480px)": { position: "sticky" }, // on a lower screen it would cover what it is about
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
