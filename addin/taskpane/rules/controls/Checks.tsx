import { Checkbox, Label, makeStyles, tokens, useId } from "@fluentui/react-components";
import { goneName } from "../../../strings/rules/controls";
import type { Path } from "../document";
import { useRules } from "../RulesContext";
import type { Choosable } from "./Choice";
import { IssueText } from "./IssueHere";

interface Props {
  readonly label: string;
  readonly path: Path;
  readonly options: readonly Choosable[];
}

/** Any of several words, as a list in the order of the options. One that is none of them any more can be taken out. */
export function Checks({ label, path, options }: Props) {
  const styles = useStyles();
  const rules = useRules();
  const labelId = useId("checks");
  const value = rules.at(path);
  const checked = Array.isArray(value) ? value.map(String) : [];
  const gone = checked.filter((each) => !options.some((option) => option.value === each));
  const all = [...options, ...gone.map((id) => ({ value: id, name: goneName(id) }))];
  const turn = (word: string, isOn: boolean) => {
    const next = all.filter((each) => (each.value === word ? isOn : checked.includes(each.value)));
    rules.set(
      path,
      next.map((each) => each.value),
    );
  };
  return (
    <div role="group" aria-labelledby={labelId}>
      <Label id={labelId} size="small">
        {label}
      </Label>
      <div className={styles.checks}>
        {all.map((option) => (
          <Checkbox
            key={option.value}
            label={<bdi className={styles.name}>{option.name}</bdi>}
            checked={checked.includes(option.value)}
            onChange={(_, { checked: isOn }) => turn(option.value, isOn === true)}
          />
        ))}
      </div>
      <IssueText issue={rules.issuesIn(path)[0] ?? null} />
    </div>
  );
}

const useStyles = makeStyles({
  checks: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, minWidth: "0" },
  name: { overflowWrap: "anywhere" },
});
