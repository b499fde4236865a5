import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useRef, useState } from "react";
import { accountKey } from "../../../engine/index";
import type { Preview } from "../../excel/tiering";
import { OVERRIDE } from "../../strings/overrides";
import { usePane } from "../app/PaneContext";
import { OverrideItem } from "./OverrideItem";

const OverrideDialog = lazy(() => import("./OverrideDialog").then((part) => ({ default: part.OverrideDialog })));

interface Props {
  readonly account: string;
  /** What is written beside it. */
  readonly tier: string;
  readonly preview: Preview;
}

/** What people have decided about an account, and "Override…". */
export function AccountOverrides({ account, tier, preview }: Props) {
  const styles = useStyles();
  const { state } = usePane();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const key = accountKey(account);
  const own = preview.sheets.overrides.filter((override) => accountKey(override.account) === key);
  const isWriting = state.work !== null && state.work.kind !== "reading";
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className={styles.part}>
      {own.length > 0 && (
        <ul aria-label={OVERRIDE.ofAccount} className={styles.list}>
          {own.map((override, at) => (
            <OverrideItem key={at} override={override} isKnown onEnded={() => button.current?.focus()} />
          ))}
        </ul>
      )}
      <Button
        ref={button}
        size="small"
        className={styles.button}
        disabledFocusable={isWriting}
        onClick={() => setOpen(true)}
      >
        {OVERRIDE.open}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <OverrideDialog account={account} tier={tier} preset={preview.run.preset} overrides={own} onClose={close} />
        </Suspense>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  part: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  list: { margin: "0", padding: "0", listStyleType: "none", display: "grid", gap: tokens.spacingVerticalS },
  button: { justifySelf: "start" },
});
