import { Dropdown, Field, makeStyles, Option } from "@fluentui/react-components";
import { fold, readables, yesOrNo } from "../../../../engine/index";
import { CONDITIONS } from "../../../strings/rules/conditions";
import { goneName } from "../../../strings/rules/controls";
import { usePane } from "../../app/PaneContext";
import { useAnswer } from "../../app/useAnswer";
import type { Choosable } from "../controls/Choice";
import { LinesBox } from "../controls/LinesBox";
import type { Path } from "../document";
import { useRules } from "../RulesContext";
import type { Subject } from "./subjects";

/** The words that a condition asks for: of those that there can be, or any. */
export function WordsBox({ path, subject }: { path: Path; subject: Subject }) {
  if (subject.words) {
    const keyOf = subject.type === "boolean" ? (word: string) => yesOrNo(word) ?? fold(word) : fold;
    return <WordChoice label={CONDITIONS.words} path={path} words={subject.words} keyOf={keyOf} />;
  }
  return (
    <>
      <LinesBox label={CONDITIONS.words} path={path} hint={CONDITIONS.wordsHint} />
      <FoundWords path={path} id={subject.id} />
    </>
  );
}

/** How many words of a column are offered, the most frequent ones. */
const MOST_FOUND = 200;

/** The words that accounts have there now. */
function FoundWords({ path, id }: { path: Path; id: string }) {
  const { preview } = usePane().state;
  const isThere = preview
    ? readables(preview.run.preset).some((each) => each.id === id && each.type === "text")
    : false;
  const mix = useAnswer("mix", isThere ? { field: id, limit: MOST_FOUND } : null);
  if (mix?.field !== id) return null;
  const words = mix.columns.flatMap(({ word }) => (word === null ? [] : [{ value: word, name: word }]));
  return words.length === 0 ? null : <WordChoice label={CONDITIONS.found} path={path} words={words} isPart />;
}

interface ChoiceProps {
  readonly label: string;
  readonly path: Path;
  readonly words: readonly Choosable[];
  /** What is the same for words that are one: TRUE is yes. */
  readonly keyOf?: (word: string) => string;
  /** Whether other words than these may stand there; they are not shown then. */
  readonly isPart?: boolean;
}

function WordChoice({ label, path, words, keyOf = fold, isPart = false }: ChoiceProps) {
  const styles = useStyles();
  const rules = useRules();
  const value = rules.at(path);
  const asked = (Array.isArray(value) ? value : [value]).filter((word) => typeof word === "string");
  const known = new Set(words.map((word) => keyOf(word.value)));
  const others = isPart ? [] : asked.filter((word) => !known.has(keyOf(word)));
  const all = [...words, ...others.map((word) => ({ value: word, name: goneName(word) }))];
  const keys = new Set(asked.map(keyOf));
  const chosen = all.filter((each) => keys.has(keyOf(each.value)));
  const toggle = (word: string) => {
    const left = asked.filter((each) => keyOf(each) !== keyOf(word));
    rules.set(path, left.length === asked.length ? [...asked, word] : left);
  };
  return (
    <Field label={label} size="small" validationMessage={isPart ? undefined : rules.issuesIn(path)[0]}>
      <Dropdown
        multiselect
        size="small"
        className={styles.dropdown}
        placeholder={CONDITIONS.foundNone}
        value={chosen.map(({ name }) => name).join(", ")}
        selectedOptions={chosen.map((each) => each.value)}
        onOptionSelect={(_, { optionValue }) => optionValue !== undefined && toggle(optionValue)}
      >
        {all.map((word) => (
          <Option key={word.value} value={word.value}>
            {word.name}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}

const useStyles = makeStyles({ dropdown: { minWidth: "0" } });
