import { Dialog, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Preset } from "../../../engine/index";
import type { KeptOverride } from "../../excel/sheets/overrides/overrides";
import { OVERRIDE, overrideSentence } from "../../strings/overrides";
import { FormSurface } from "../app/FormSurface";
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
  const submit = (form: HTMLFormElement) => {
    setTouched(true);
    if (problems.reason !== null || problems.until !== null) {
      const name = problems.reason !== null ? "reason" : "until";
      return form.querySelector<HTMLElement>(`[name=${name}]`)?.focus();
    }
    decidedBy.set(draft.by.trim());
    onClose();
    void actions.saveOverride(keptOverride(draft, account, preset.id));
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <FormSurface
        title={
          <>
            {OVERRIDE.title}: <bdi>{account}</bdi>
          </>
        }
        submit={OVERRIDE.save}
        onSubmit={submit}
        onClose={onClose}
      >
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
      </FormSurface>
    </Dialog>
  );
}

const useStyles = makeStyles({
  list: { margin: "0", paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: "anywhere" },
  note: { margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2 },
});
