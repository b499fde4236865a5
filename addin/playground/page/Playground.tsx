import { FluentProvider, makeStyles, tokens, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useCallback, useLayoutEffect, useRef, useState } from "react";
import type { SampleName } from "../sample/samples";
import { download } from "./download";
import type { GridDesk } from "./gridDesk";
import { Notice, type Said } from "./Notice";
import { type PaneHandle, PaneFrame } from "./PaneFrame";
import { Ribbon } from "./Ribbon";
import { SkipLink } from "./SkipLink";
import { Spreadsheet } from "./Spreadsheet";
import { UnsavedDialog } from "./UnsavedDialog";
import { UNSEEN } from "./unseen";
import { useDarkMode } from "./useDarkMode";
import { useUnsaved } from "./useUnsaved";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", height: "100%", backgroundColor: tokens.colorNeutralBackground2 },
  work: { display: "flex", flexGrow: 1, minHeight: 0 },
  unseen: UNSEEN,
});

const LATER =
  'Three months later: the second quarter\'s numbers are in. Move "As of" on by three months, refresh, and look at Review.';

/** A spreadsheet, the pane beside it, and as much of a ribbon as the add-in needs. */
export function Playground({ grid, place }: { readonly grid: GridDesk; readonly place: HTMLElement }) {
  const styles = useStyles();
  const { desk } = grid;
  const isDark = useDarkMode();
  useLayoutEffect(() => grid.setDark(isDark), [grid, isDark]);
  const [said, setSaid] = useState<Said | null>(null);
  /** Counts workbooks: a new one opens a new pane, as in Excel. */
  const [session, setSession] = useState(1);
  const pane = useRef<PaneHandle>(null);
  const header = useRef<HTMLElement>(null);
  const onRibbon = useCallback(() => header.current?.querySelector<HTMLElement>("[role=toolbar] button")?.focus(), []);
  const onRefused = useCallback((error: unknown) => setSaid({ intent: "error", text: sentenceOf(error) }), []);
  const attempt = (work: () => void | Promise<void>): void => void Promise.resolve().then(work).catch(onRefused);

  const opened = (notes: readonly string[] = []): void => {
    setSession((number) => number + 1);
    setSaid(notes.length > 0 ? { intent: "warning", text: notes.join(" ") } : null);
  };
  const save = async (): Promise<void> => download(desk.overview().name, await desk.save());
  const unsaved = useUnsaved(desk, save, attempt);
  const openSample = (name: SampleName): void =>
    unsaved.before(() => {
      desk.openSample(name);
      opened();
    });
  const openFile = async (file: File): Promise<void> => {
    const read = await desk.openFile(file.name, new Uint8Array(await file.arrayBuffer()));
    if (read.ok) opened(read.notes);
    else setSaid({ intent: "error", text: read.problem });
  };

  return (
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme} style={{ height: "100%" }}>
      <div
        className={styles.page}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          const file = event.dataTransfer.files[0];
          if (file) unsaved.before(() => openFile(file));
        }}
      >
        <header ref={header}>
          <SkipLink onSkip={() => pane.current?.focus()} />
          <h1 className={styles.unseen}>Account Tiering without Excel</h1>
          <p className={styles.unseen}>
            F2 edits a cell, F6 moves between the spreadsheet and the pane, Shift+F6 to the ribbon.
          </p>
          <Ribbon
            desk={desk}
            onShowPane={() => pane.current?.show()}
            onAction={(name) => attempt(async () => pane.current?.run(name))}
            onOpen={(file) => unsaved.before(() => openFile(file))}
            onSave={() => attempt(save)}
            onSample={openSample}
            onSecondQuarter={() =>
              attempt(() => {
                if (desk.advanceQuarter()) return setSaid({ intent: "info", text: LATER });
                openSample("quarterLater");
              })
            }
            onEdit={(work) => attempt(() => work(grid))}
          />
          <Notice said={said} onDismiss={() => setSaid(null)} />
        </header>
        <div className={styles.work}>
          <Spreadsheet grid={grid} place={place} />
          <PaneFrame key={session} ref={pane} grid={grid} onRefused={onRefused} onRibbon={onRibbon} />
        </div>
        {unsaved.isAsking && <UnsavedDialog name={desk.overview().name} onDecided={unsaved.decide} />}
      </div>
    </FluentProvider>
  );
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
