import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";
import type { OfficeStandIns } from "../host/officeStandIns";
import type { GridDesk } from "./gridDesk";
import { PANE_HELLO } from "./messages";
import { Separator } from "./Separator";

/** What the ribbon does with the pane. */
export interface PaneHandle {
  show(): void;
  focus(): void;
  /** Resolves when the add-in says that it is done. */
  run(action: string): Promise<void>;
}

interface Props {
  readonly ref: Ref<PaneHandle>;
  readonly grid: GridDesk;
  readonly onRefused: (error: unknown) => void;
  /** A person wants to go to the ribbon. */
  readonly onRibbon: () => void;
}

const useStyles = makeStyles({
  place: { display: "flex", flexShrink: 0 },
  pane: {
    display: "flex",
    flexDirection: "column",
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  isHidden: { display: "none" },
  title: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    paddingLeft: "12px",
    height: "32px",
    flexShrink: 0,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  frame: { flexGrow: 1, width: "100%", border: "none" },
});

/**
 * The pane's page in a frame, as wide as Excel makes it. A hidden pane goes on running, as in a shared runtime. It speaks
 * once its page has its scripts, and then its own `Office` is there for the ribbon.
 */
export function PaneFrame({ ref, grid, onRefused, onRibbon }: Props) {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const [width, setWidth] = useState(350);
  const [isShown, setIsShown] = useState(true);
  const office = (): OfficeStandIns | undefined =>
    (frame.current?.contentWindow as (Window & { Office?: OfficeStandIns }) | null | undefined)?.Office;

  // Before the frame can say anything.
  useLayoutEffect(() => {
    const onMessage = ({ source, origin, data, ports: [port] }: MessageEvent): void => {
      const isPane = source === frame.current?.contentWindow && origin === window.location.origin;
      if (!isPane || data !== PANE_HELLO || !port) return;
      grid.desk.connectPane(port);
      void office()?.addin.onVisibilityModeChanged(({ visibilityMode }) => setIsShown(visibilityMode === "Taskpane"));
      frame.current?.contentWindow?.addEventListener("keydown", onPaneKey);
      frame.current?.contentWindow?.addEventListener("focusin", ({ target }) => (left = target as HTMLElement));
    };
    /** Where one was in the pane, which a browser forgets when the focus leaves a frame. */
    let left: HTMLElement | null = null;
    const enterPane = (): void => {
      frame.current?.contentWindow?.focus();
      left?.focus();
    };
    const onPaneKey = onF6(() => grid.focus(), onRibbon);
    const onKey = onF6(enterPane, onRibbon);
    window.addEventListener("message", onMessage);
    window.addEventListener("keydown", onKey, { capture: true }); // before the grid takes it
    return () => {
      window.removeEventListener("message", onMessage);
      window.removeEventListener("keydown", onKey, { capture: true });
    };
  }, [grid, onRibbon]);

  useImperativeHandle(ref, () => ({
    show: () => void office()?.addin.showAsTaskpane(),
    focus: () => frame.current?.contentWindow?.focus(),
    async run(action) {
      const work = office()?.actions.associated.get(action) as ((event: { completed(): void }) => void) | undefined;
      if (!work) return onRefused(new Error(`The pane has no action "${action}".`));
      await new Promise<void>((completed) => work({ completed }));
    },
  }));

  return (
    <section aria-label="Task pane" className={isShown ? styles.place : styles.isHidden}>
      <Separator width={width} onWidth={setWidth} />
      <div className={styles.pane} style={{ width }}>
        <div className={styles.title}>
          Account Tiering
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label="Close pane"
            onClick={() => void office()?.addin.hide()}
          />
        </div>
        <iframe ref={frame} title="Account Tiering" src="taskpane.html" className={styles.frame} />
      </div>
    </section>
  );
}

/** A person wants to go over to the other side, or with Shift to the ribbon. */
function onF6(goOver: () => void, goToRibbon: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== "F6") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.shiftKey) goToRibbon();
    else goOver();
  };
}
