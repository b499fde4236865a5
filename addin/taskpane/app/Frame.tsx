import { AriaLiveAnnouncer, FluentProvider, makeStaticStyles, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, type ReactNode, type Ref } from "react";
import { PANE } from "../../strings/pane";
import { useTheme } from "./theme";

/** Whether Office is dark; null where Office does not tell. */
export type IsOfficeDark = () => boolean | null;

/** Theme and voice of all that the pane shows. */
export function Frame({ isOfficeDark, children }: { isOfficeDark: IsOfficeDark; children: ReactNode }) {
  const styles = useStyles();
  useWholePage();
  const { theme, isDark } = useTheme(isOfficeDark);
  const colorScheme = isDark ? "dark" : "light";
  useEffect(() => void (document.documentElement.style.colorScheme = colorScheme), [colorScheme]); // dialogs are beside the pane
  return (
    <FluentProvider theme={theme} style={{ colorScheme }}>
      <AriaLiveAnnouncer>
        <div className={styles.pane}>{children}</div>
      </AriaLiveAnnouncer>
    </FluentProvider>
  );
}

/** The head of the pane. It takes the focus when what had it is gone. */
export function PaneHeader({ title, children }: { title?: Ref<HTMLHeadingElement>; children?: ReactNode }) {
  const styles = useStyles();
  return (
    <header className={styles.header}>
      <h1 className={styles.title} tabIndex={-1} ref={title}>
        {PANE.title}
      </h1>
      {children}
    </header>
  );
}

/** A dialog keeps off the sides of the narrowest pane. Who asks for no motion gets none, also where a control does not ask. */
const useWholePage = makeStaticStyles(`
  body .fui-DialogSurface { max-width: min(600px, calc(100vw - 32px)); }
  @media (prefers-reduced-motion: reduce) {
    *, ::before, ::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
    }
  }
`);

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    minHeight: "100vh",
    minWidth: "0",
    maxWidth: "600px",
    marginInline: "auto",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  header: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
  },
  title: {
    margin: "0",
    paddingRight: "40px", // Office draws its own button there
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: "none",
  },
});
