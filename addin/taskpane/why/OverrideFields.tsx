import { Dropdown, Field, Input, makeStyles, Option, Radio, RadioGroup, Textarea } from "@fluentui/react-components";
import type { Override } from "../../../engine/index";
import { OVERRIDE } from "../../strings/overrides";
import { OVERRIDE_KINDS } from "../../strings/sheets";
import type { DraftProblems, OverrideDraft } from "./overrideDraft";

interface Props {
  readonly draft: OverrideDraft;
  /** Labels of the tiers, best first. */
  readonly tiers: readonly string[];
  readonly presetName: string;
  /** The first day that it can end on, ISO. */
  readonly from: string;
  readonly problems: DraftProblems | null;
  readonly onChange: (change: Partial<OverrideDraft>) => void;
}

const [LONGEST_REASON, LONGEST_NAME] = [500, 100];

/** The questions of an override. */
export function OverrideFields({ draft, tiers, presetName, from, problems, onChange }: Props) {
  const styles = useStyles();
  return (
    <>
      <Field label={OVERRIDE.kind}>
        <RadioGroup value={draft.kind} onChange={(_, { value }) => onChange({ kind: value as Override["kind"] })}>
          {Object.entries(OVERRIDE_KINDS).map(([kind, name]) => (
            <Radio key={kind} value={kind} label={name} />
          ))}
        </RadioGroup>
      </Field>
      {draft.kind !== "exclude" && (
        <Field label={OVERRIDE.tier}>
          <Dropdown
            inlinePopup
            className={styles.box}
            value={draft.tier}
            selectedOptions={[draft.tier]}
            onOptionSelect={(_, { optionValue }) => optionValue !== undefined && onChange({ tier: optionValue })}
          >
            {tiers.map((tier) => (
              <Option key={tier}>{tier}</Option>
            ))}
          </Dropdown>
        </Field>
      )}
      <Field label={OVERRIDE.reason} required validationMessage={problems?.reason}>
        <Textarea
          name="reason"
          rows={2}
          maxLength={LONGEST_REASON}
          value={draft.reason}
          onChange={(_, { value }) => onChange({ reason: value })}
        />
      </Field>
      <Field label={OVERRIDE.by}>
        <Input
          className={styles.box}
          maxLength={LONGEST_NAME}
          value={draft.by}
          onChange={(_, { value }) => onChange({ by: value })}
        />
      </Field>
      <Field label={OVERRIDE.until} hint={OVERRIDE.untilHint} validationMessage={problems?.until}>
        <Input
          type="date"
          name="until"
          className={styles.box}
          min={from}
          max="9999-12-31"
          value={draft.until}
          onChange={(_, { value }) => onChange({ until: value })}
        />
      </Field>
      <Field label={OVERRIDE.scope}>
        <RadioGroup
          value={draft.isForAll ? "all" : "one"}
          onChange={(_, { value }) => onChange({ isForAll: value === "all" })}
        >
          <Radio value="one" label={presetName} />
          <Radio value="all" label={OVERRIDE.everyPreset} />
        </RadioGroup>
      </Field>
    </>
  );
}

const useStyles = makeStyles({ box: { minWidth: "0" } });
