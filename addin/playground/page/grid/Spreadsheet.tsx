import { makeStyles } from "@fluentui/react-components";
import type { Remote } from "comlink";
import type { SheetSide } from "../messages";
import { Grid } from "./Grid";
import { NameBox } from "./NameBox";
import { SheetTabs } from "./SheetTabs";
import { useSheet } from "./useSheet";

const useStyles = makeStyles({ whole: { display: "flex", flexDirection: "column", flexGrow: 1, minWidth: 0 } });

interface Props {
  readonly host: Remote<SheetSide>;
  /** Told what Excel would refuse. */
  readonly onRefused: (error: unknown) => void;
}

/** A plain spreadsheet over the workbook in the worker: what it shows is the worker's, what one does goes there. */
export function Spreadsheet({ host, onRefused }: Props) {
  const styles = useStyles();
  const sheet = useSheet(host);
  if (!sheet) return <main className={styles.whole} />;
  const { overview } = sheet;
  return (
    <main className={styles.whole}>
      <NameBox host={host} sheet={sheet} />
      <Grid host={host} sheet={sheet} onRefused={onRefused} />
      <SheetTabs
        sheets={overview.sheets}
        active={overview.activeSheet}
        onActivate={(name) => void host.user("activateSheet", name)}
        onAdd={(name) => void add(name)}
      />
    </main>
  );

  async function add(name: string): Promise<void> {
    try {
      await host.user("addSheet", name);
      await host.user("activateSheet", name);
    } catch (error) {
      onRefused(error);
    }
  }
}
