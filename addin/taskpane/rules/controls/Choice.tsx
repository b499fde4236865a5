import { Dropdown, Field, makeStyles, Option } from "@fluentui/react-components";
import { goneName } from "../../../strings/rules/controls";
import type { Path } from "../document";
import { useRules } from "../RulesContext";

export interface Choosable {
  readonly value: string;
  readonly name: string;
}

export interface ChoiceProps {
  readonly label: string;
  readonly path: Path;
  readonly options: readonly Choosable[];
  /** The name of choosing nothing, which takes the value out; without it something is always chosen. */
  readonly none?: string;
  /** What is chosen where nothing stands there. */
  readonly byDefault?: string;
  /** What is chosen, where that is not the word that stands there. */
  readonly chosen?: string;
  readonly hint?: string;
  /** What choosing does, in place of putting the value there; undefined is nothing. */
  readonly onChoose?: (value: string | undefined) => void;
}

const NONE = "";

/** One of several words of the preset. */
export function Choice({ label, path, options, none, byDefault, hint, onChoose, ...now }: ChoiceProps) {
  const styles = useStyles();
  const rules = useRules();
  const value = rules.at(path);
  const chosen = now.chosen ?? (typeof value === "string" ? value : (byDefault ?? NONE));
  const all = none === undefined ? options : [{ value: NONE, name: none }, ...options];
  const choose = onChoose ?? ((next: string | undefined) => rules.set(path, next));
  return (
    <Field label={label} hint={hint} size="small" validationMessage={rules.issueAt(path) ?? undefined}>
      <Dropdown
        size="small"
        className={styles.dropdown}
        value={all.find((each) => each.value === chosen)?.name ?? (chosen === NONE ? "" : goneName(chosen))}
        selectedOptions={[chosen]}
        onOptionSelect={(_, { optionValue }) => choose(optionValue === NONE ? undefined : optionValue)}
      >
        {all.map((each) => (
          <Option key={each.value} value={each.value}>
            {each.name}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}

const useStyles = makeStyles({ dropdown: { minWidth: "0" } });
