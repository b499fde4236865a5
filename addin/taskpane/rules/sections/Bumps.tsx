import { Text } from "@fluentui/react-components";
import { BUMPS, bumpTitle } from "../../../strings/rules/bumps";
import { ConditionEditor } from "../conditions/ConditionEditor";
import { CardList } from "../controls/CardList";
import { NumberBox } from "../controls/NumberBox";
import { Row } from "../controls/Row";
import { TextBox } from "../controls/TextBox";
import { Toggle } from "../controls/Toggle";
import { idFrom, numberedName } from "../ids";
import { NOBODY } from "../ladder/newRung";
import { useRules } from "../RulesContext";

interface Bump {
  readonly id: string;
  readonly reason: string;
  readonly move?: unknown;
}

const NONE = { maxUp: 1, maxDown: 1, rules: [] };
const MOST = 100;

/** Who is moved up or down for a reason that no ladder sees. */
export function Bumps() {
  const rules = useRules();
  const { bumps, segments } = rules.document;
  const isOn = bumps !== undefined && bumps !== null;
  const all = isOn ? (bumps.rules as readonly Bump[]) : [];
  const newBump = () => {
    const reason = numberedName(
      BUMPS.word,
      all.map((bump) => bump.reason),
      all.length + 1,
    );
    return {
      id: idFrom(
        reason,
        all.map(({ id }) => id),
      ),
      when: NOBODY,
      move: 1,
      reason,
    };
  };
  const title = (entry: unknown) => {
    const { reason, move } = entry as Bump;
    return bumpTitle(reason, typeof move === "number" ? move : null);
  };
  return (
    <>
      <Toggle label={BUMPS.isOn} path={["bumps"]} values={[NONE, null]} />
      {!isOn && <Text size={200}>{BUMPS.off}</Text>}
      {isOn && (
        <>
          <Row>
            <NumberBox label={BUMPS.maxUp} path={["bumps", "maxUp"]} />
            <NumberBox label={BUMPS.maxDown} path={["bumps", "maxDown"]} />
          </Row>
          <NumberBox label={BUMPS.budget} path={["bumps", "budget"]} isOptional hint={BUMPS.budgetHint} />
          <CardList
            path={["bumps", "rules"]}
            title={title}
            name={(bump) => (bump as Bump).reason || BUMPS.word}
            add={{ label: BUMPS.add, entry: newBump }}
            isOrdered={false}
            isFolded
            most={MOST}
          >
            {(path) => (
              <>
                <TextBox label={BUMPS.reason} path={[...path, "reason"]} />
                <NumberBox label={BUMPS.move} path={[...path, "move"]} hint={BUMPS.moveHint} />
                <ConditionEditor
                  path={[...path, "when"]}
                  label={BUMPS.condition}
                  hasTop
                  asks={segments ? ["segment"] : []}
                />
              </>
            )}
          </CardList>
        </>
      )}
    </>
  );
}
