import {
  Field,
  makeStyles,
  Tag,
  TagPicker,
  TagPickerControl,
  TagPickerGroup,
  TagPickerInput,
  TagPickerList,
  TagPickerOption,
} from "@fluentui/react-components";
import { useState } from "react";
import { CONTROLS, goneName, removeEntry } from "../../../strings/rules/controls";
import type { Path } from "../document";
import { useRules } from "../RulesContext";
import type { Choosable } from "./Choice";

interface Props {
  readonly label: string;
  readonly path: Path;
  /** Only these; any text where absent. */
  readonly options?: readonly Choosable[];
  /** Without entries the list is taken out. */
  readonly isOptional?: boolean;
  readonly hint?: string;
}

/** A list of words, in the order in which they were put there. What was typed and not entered is taken in on leaving. */
export function TagBox({
  label,
  path,
  options,
  isOptional = false,
  hint = options ? undefined : CONTROLS.addEntry,
}: Props) {
  const styles = useStyles();
  const rules = useRules();
  const value = rules.at(path);
  const entries = Array.isArray(value) ? value.map(String) : [];
  const [typed, setTyped] = useState("");
  const nameOf = (entry: string) =>
    options ? (options.find((each) => each.value === entry)?.name ?? goneName(entry)) : entry;
  const put = (next: readonly string[]) => rules.set(path, next.length === 0 && isOptional ? undefined : next);
  const take = () => {
    const entry = typed.trim();
    if (options || entry === "") return;
    if (!entries.includes(entry)) put([...entries, entry]);
    setTyped("");
  };
  const left = options?.filter(({ value: each, name }) => {
    return !entries.includes(each) && name.toLowerCase().includes(typed.trim().toLowerCase());
  });
  return (
    <Field label={label} hint={hint} size="small" validationMessage={rules.issuesIn(path)[0]}>
      <TagPicker
        size="medium"
        noPopover={!left}
        selectedOptions={entries}
        onOptionSelect={(_, { selectedOptions }) => {
          put(selectedOptions);
          setTyped("");
        }}
      >
        <TagPickerControl className={styles.control}>
          {entries.length > 0 && (
            <TagPickerGroup aria-label={label}>
              {entries.map((entry) => (
                <Tag
                  key={entry}
                  value={entry}
                  size="extra-small"
                  className={styles.tag}
                  primaryText={{ className: styles.text }}
                  aria-label={removeEntry(label, nameOf(entry))}
                >
                  <bdi>{nameOf(entry)}</bdi>
                </Tag>
              ))}
            </TagPickerGroup>
          )}
          <TagPickerInput
            aria-label={label}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={take}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || options) return;
              event.preventDefault();
              take();
            }}
          />
        </TagPickerControl>
        {left && (
          <TagPickerList>
            {left.map((option) => (
              <TagPickerOption key={option.value} value={option.value} text={option.name}>
                {option.name}
              </TagPickerOption>
            ))}
          </TagPickerList>
        )}
      </TagPicker>
    </Field>
  );
}

const useStyles = makeStyles({
  control: { minWidth: "0" },
  tag: { maxWidth: "100%", height: "auto" },
  text: { whiteSpace: "normal", overflowWrap: "anywhere" },
});
