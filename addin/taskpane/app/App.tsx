import { AriaLiveAnnouncer, FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { PANE } from "../../strings/pane";
import { PresetBar } from "../presets/PresetBar";
import { TierTab } from "../tier/TierTab";
import { Messages } from "./Messages";
import { PaneProvider, usePane } from "./PaneContext";
import type { Services } from "./services";
import { useTheme } from "./theme";
import { useKeptFocus } from "./useKeptFocus";

/** The pane. `isOfficeDark` is null where Office does not tell. */
export function App({ services, isOfficeDark }: { services: Services; isOfficeDark: () => boolean | null }) {
  const { theme, isDark } = useTheme(isOfficeDark);
  return (
    <FluentProvider theme={theme} style={{ colorScheme: isDark ? "dark" : "light" }}>
      <AriaLiveAnnouncer>
        <PaneProvider services={services}>
          <Screen />
        </PaneProvider>
      </AriaLiveAnnouncer>
    </FluentProvider>
  );
}

function Screen() {
  const styles = useStyles();
  const { actions, services } = usePane();
  useEffect(() => {
    void actions.open();
    const unsubscribe = services.ribbon.subscribe((said) => void actions.onRibbon(said));
    const onFocus = () => void actions.onFocus();
    window.addEventListener("focus", onFocus);
    return () => {
      window.removeEventListener("focus", onFocus);
      unsubscribe();
      void actions.close();
    };
  }, [actions, services]);
  const title = useRef<HTMLHeadingElement>(null);
  useKeptFocus(title);
  return (
    <div className={styles.pane}>
      <header className={styles.header}>
        <h1 className={styles.title} tabIndex={-1} ref={title}>
          {PANE.title}
        </h1>
        <PresetBar />
      </header>
      <Messages />
      <TierTab />
    </div>
  );
}

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
    outlineStyle: "none", // it takes the focus only when what had it is gone
  },
});
