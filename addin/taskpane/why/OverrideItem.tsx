import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import type { KeptOverride } from "../../excel/sheets/overrides/overrides";
import { idleSentence, OVERRIDE, overrideSentence } from "../../strings/overrides";
import { usePane } from "../app/PaneContext";
import { usePresetName } from "./usePresetName";

interface Props {
  readonly override: KeptOverride;
  /** Whether the accounts that are shown have one of its name. */
  readonly isKnown: boolean;
  /** When it was ended, or that has failed. */
  readonly onEnded?: () => void;
  /** Whose it is, where that is not said around it. */
  readonly children?: ReactNode;
}

/** One override in a sentence, with "End override". */
export function OverrideItem({ override, isKnown, onEnded, children }: Props) {
  const styles = useStyles();
  const id = useId();
  const { state, actions } = usePane();
  const presetName = usePresetName();
  const idle = idleSentence(override, state.asOf, isKnown);
  const isWriting = state.work !== null && state.work.kind !== "reading";
  const { account, kind, preset } = override;
  return (
    <li className={styles.item}>
      <div id={id} className={styles.text}>
        {children} {overrideSentence(override, presetName)}
        {idle !== null && <span className={styles.idle}> {idle}</span>}
      </div>
      <Button
        size="small"
        className={styles.button}
        aria-describedby={id}
        disabledFocusable={isWriting}
        onClick={() => void actions.endOverride(account, kind, preset).then(onEnded)}
      >
        {OVERRIDE.end}
      </Button>
    </li>
  );
}

const useStyles = makeStyles({
  item: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, alignItems: "center" },
  text: { flexGrow: "1", flexBasis: "160px", minWidth: "0", overflowWrap: "anywhere" },
  idle: { color: tokens.colorNeutralForeground2, fontStyle: "italic" },
  button: { flexShrink: "0" },
});
