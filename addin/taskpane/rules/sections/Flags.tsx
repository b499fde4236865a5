import { Text } from "@fluentui/react-components";
import { FLAGS } from "../../../strings/rules/flags";
import { ConditionEditor } from "../conditions/ConditionEditor";
import { CardList } from "../controls/CardList";
import { TextBox } from "../controls/TextBox";
import { idFrom, numberedName } from "../ids";
import { NOBODY } from "../ladder/newRung";
import { useRules } from "../RulesContext";

const MOST = 50;

/** Yes or no beside the tiers. */
export function Flags() {
  const { document } = useRules();
  const flags = document.flags ?? [];
  const newFlag = () => {
    const label = numberedName(
      FLAGS.word,
      flags.map((flag) => flag.label),
      flags.length + 1,
    );
    return {
      id: idFrom(
        label,
        flags.map(({ id }) => id),
      ),
      label,
      when: NOBODY,
    };
  };
  const title = (entry: unknown) => (entry as { label: string }).label || FLAGS.word;
  return (
    <>
      <Text size={200}>{FLAGS.intro}</Text>
      <CardList path={["flags"]} title={title} add={{ label: FLAGS.add, entry: newFlag }} isFolded most={MOST}>
        {(path) => (
          <>
            <TextBox label={FLAGS.label} path={[...path, "label"]} hint={FLAGS.labelHint} />
            <ConditionEditor
              path={[...path, "when"]}
              label={FLAGS.condition}
              hasTop
              asks={document.segments ? ["segment", "tier"] : ["tier"]}
            />
          </>
        )}
      </CardList>
    </>
  );
}
