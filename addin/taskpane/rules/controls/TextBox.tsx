import { Field, Input, makeStyles, Textarea } from "@fluentui/react-components";
import type { Path } from "../document";
import { useRules } from "../RulesContext";

interface Props {
  readonly label: string;
  readonly path: Path;
  /** Blank is allowed and takes the text out. */
  readonly isOptional?: boolean;
  readonly isLong?: boolean;
  readonly hint?: string;
}

/** A text of the preset. */
export function TextBox({ label, path, isOptional = false, isLong = false, hint }: Props) {
  const styles = useStyles();
  const rules = useRules();
  const value = rules.at(path);
  const text = typeof value === "string" ? value : "";
  const type = (typed: string) => rules.set(path, typed === "" && isOptional ? undefined : typed);
  return (
    <Field label={label} hint={hint} size="small" validationMessage={rules.issueAt(path) ?? undefined}>
      {isLong ? (
        <Textarea size="small" resize="vertical" value={text} onChange={(_, { value: typed }) => type(typed)} />
      ) : (
        <Input size="small" className={styles.input} value={text} onChange={(_, { value: typed }) => type(typed)} />
      )}
    </Field>
  );
}

const useStyles = makeStyles({ input: { minWidth: "0" } });
