import { FluentProvider, makeStyles, tokens, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import type { Remote } from "comlink";
import { useCallback, useRef, useState } from "react";
import { sheetOf, workbookOf } from "../host/simpleSnapshot";
import { download } from "./download";
import { Spreadsheet } from "./grid/Spreadsheet";
import type { SheetSide } from "./messages";
import { Notice, type Said } from "./Notice";
import { type PaneHandle, PaneFrame } from "./PaneFrame";
import { Ribbon } from "./Ribbon";
import { useDarkMode } from "./useDarkMode";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", height: "100%", backgroundColor: tokens.colorNeutralBackground2 },
  work: { display: "flex", flexGrow: 1, minHeight: 0 },
  unseen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});

const LATER =
  'Three months later: the second quarter\'s numbers are in. Move "As of" on by three months, refresh, and look at Review.';

/** A spreadsheet, the pane beside it, and as much of a ribbon as the add-in needs. */
export function Playground({ host }: { host: Remote<SheetSide> }) {
  const styles = useStyles();
  const isDark = useDarkMode();
  const [said, setSaid] = useState<Said | null>(null);
  /** Counts workbooks: a new one opens a new pane, as in Excel. */
  const [session, setSession] = useState(1);
  const pane = useRef<PaneHandle>(null);
  const onRefused = useCallback((error: unknown) => setSaid({ intent: "error", text: sentenceOf(error) }), []);

  const opened = (notes: readonly string[] = []): void => {
    setSession((number) => number + 1);
    setSaid(notes.length > 0 ? { intent: "warning", text: notes.join(" ") } : null);
  };
  const openFile = async (file: File): Promise<void> => {
    const read = await host.openFile(file.name, new Uint8Array(await file.arrayBuffer()));
    if (read.ok) opened(read.notes);
    else setSaid({ intent: "error", text: read.problem });
  };
  const attempt = (work: () => Promise<void>): void => void work().catch(onRefused);

  return (
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme} style={{ height: "100%" }}>
      <div
        className={styles.page}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          const file = event.dataTransfer.files[0];
          if (file) attempt(() => openFile(file));
        }}
      >
        <header>
          <h1 className={styles.unseen}>Account Tiering without Excel</h1>
          <Ribbon
            onShowPane={() => pane.current?.show()}
            onAction={(name) => attempt(async () => pane.current?.run(name))}
            onOpen={(file) => attempt(() => openFile(file))}
            onSave={() => attempt(async () => download((await host.overview()).name, await host.save()))}
            onSample={() =>
              attempt(async () => {
                await host.openSample(1);
                opened();
              })
            }
            onSecondQuarter={() =>
              attempt(async () => {
                if ((await host.advanceQuarter()) === "opened") opened();
                else setSaid({ intent: "info", text: LATER });
              })
            }
            onEmpty={() =>
              attempt(async () => {
                await host.open(workbookOf([sheetOf("Sheet1")]), { workbook: { name: "Book1.xlsx" } });
                opened();
              })
            }
            onEdit={(work) => attempt(() => work(host))}
          />
          <Notice said={said} onDismiss={() => setSaid(null)} />
          <p id="grid-keys" className={styles.unseen}>
            F2 edits a cell, F6 moves between the spreadsheet and the pane.
          </p>
        </header>
        <div className={styles.work}>
          <Spreadsheet host={host} onRefused={onRefused} />
          <PaneFrame key={session} ref={pane} host={host} onRefused={onRefused} />
        </div>
      </div>
    </FluentProvider>
  );
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
