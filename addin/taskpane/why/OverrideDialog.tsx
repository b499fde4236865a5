import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState, type SyntheticEvent } from "react";
import type { Preset } from "../../../engine/index";
import type { KeptOverride } from "../../excel/sheets/overrides/overrides";
import { OVERRIDE, overrideSentence } from "../../strings/overrides";
import { PANE } from "../../strings/pane";
import { usePane } from "../app/PaneContext";
import { decidedBy } from "./decidedBy";
import { OverrideFields } from "./OverrideFields";
import { keptOverride, problemsOf, type OverrideDraft } from "./overrideDraft";
import { usePresetName } from "./usePresetName";

interface Props {
  readonly account: string;
  /** What is written beside the account now. */
  readonly tier: string;
  readonly preset: Preset;
  /** What was decided about the account before. */
  readonly overrides: readonly KeptOverride[];
  readonly onClose: () => void;
}

/** Asks what is decided about an account, why, by whom and until when. Loaded when it is first opened. */
export function OverrideDialog({ account, tier, preset, overrides, onClose }: Props) {
  const styles = useStyles();
  const { state, actions } = usePane();
  const presetName = usePresetName();
  const labels = preset.tiers.rungs.map(({ label }) => label);
  const [draft, setDraft] = useState<OverrideDraft>({
    ...{ kind: "exact", reason: "", by: decidedBy.get(), until: "", isForAll: false },
    tier: labels.includes(tier) ? tier : (labels[0] ?? ""),
  });
  const [isTouched, setTouched] = useState(false);
  const problems = problemsOf(draft, state.asOf);
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTouched(true);
    if (problems.reason !== null || problems.until !== null) {
      const name = problems.reason !== null ? "reason" : "until";
      return event.currentTarget.querySelector<HTMLElement>(`[name=${name}]`)?.focus();
    }
    decidedBy.set(draft.by.trim());
    onClose();
    void actions.saveOverride(keptOverride(draft, account, preset.id));
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle className={styles.title}>
              {OVERRIDE.title}: <bdi>{account}</bdi>
            </DialogTitle>
            <DialogContent className={styles.content}>
              {overrides.length > 0 && (
                <div>
                  <ul className={styles.list}>
                    {overrides.map((override, at) => (
                      <li key={at}>{overrideSentence(override, presetName)}</li>
                    ))}
                  </ul>
                  <p className={styles.note}>{OVERRIDE.strongest}</p>
                </div>
              )}
              <OverrideFields
                draft={draft}
                tiers={labels}
                presetName={preset.name}
                from={state.asOf}
                problems={isTouched ? problems : null}
                onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
              />
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{PANE.cancel}</Button>
              <Button appearance="primary" type="submit">
                {OVERRIDE.save}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

const useStyles = makeStyles({
  /** A name may be as long as a cell: the questions need the room. */
  title: {
    display: "-webkit-box",
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: "3",
    overflow: "hidden",
    overflowWrap: "anywhere",
  },
  content: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalM },
  list: { margin: "0", paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: "anywhere" },
  note: { margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2 },
});
