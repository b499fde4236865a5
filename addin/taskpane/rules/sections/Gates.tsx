import { Text } from "@fluentui/react-components";
import { conditionPhrase } from "../../../strings/conditionSentence";
import { namesOf } from "../../../strings/names";
import { GATES, gateTitle } from "../../../strings/rules/gates";
import { CardList } from "../controls/CardList";
import { goneName } from "../../../strings/rules/controls";
import type { Gate } from "../gates/gate";
import { GateCard } from "../gates/GateCard";
import { idFrom, numberedName } from "../ids";
import { rungsOf, tiersOf } from "../ladder/rungs";
import { useRules } from "../RulesContext";

const MOST = 50;
/** Lets everybody pass, until it is edited. */
const EVERYBODY = { measure: "account", blank: false };

/** Who is not tiered at all, and who is held down. */
export function Gates() {
  const rules = useRules();
  const { document, preset } = rules;
  const gates = (document.gates ?? []) as readonly Gate[];
  const tiers = tiersOf(document);
  const ids = gates.map(({ id }) => id);
  const title = (entry: unknown) => {
    const { when, else: outcome } = entry as Gate;
    const phrase = conditionPhrase(when, preset);
    if (!("maxTier" in outcome))
      return gateTitle(phrase, { exclude: String("exclude" in outcome ? outcome.exclude : "") });
    const id = String(outcome.maxTier);
    return gateTitle(phrase, { tier: tiers.find(({ value }) => value === id)?.name ?? goneName(id) });
  };
  const newGate = () => {
    const id = idFrom(numberedName(GATES.word, [], ids.length + 1), ids);
    const labels = [...rungsOf(document, "tiers"), ...rungsOf(document, "segments")].map(({ label }) => label);
    return { id, when: EVERYBODY, else: { exclude: freeLabel(labels) } };
  };
  return (
    <>
      <Text size={200}>{gates.length === 0 ? GATES.none : GATES.intro}</Text>
      <CardList
        path={["gates"]}
        title={title}
        name={(gate) => namesOf(preset).gate((gate as Gate).id)}
        add={{ label: GATES.add, entry: newGate }}
        isFolded
        most={MOST}
      >
        {(path, gate, index) => (
          <GateCard path={path} gate={gate as Gate} taken={ids.filter((_, other) => other !== index)} />
        )}
      </CardList>
    </>
  );
}

/** "Not tiered", or where a rung is called so "Not tiered 2". */
function freeLabel(labels: readonly string[]): string {
  const isTaken = labels.some((label) => label.toLowerCase() === GATES.firstLabel.toLowerCase());
  return isTaken ? numberedName(GATES.firstLabel, labels, 2) : GATES.firstLabel;
}
