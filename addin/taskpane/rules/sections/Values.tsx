import { Text } from "@fluentui/react-components";
import { scoreMeasure, valueMeasure } from "../../../../engine/index";
import { isObject } from "../../../strings/conditionKinds";
import { measureSentence } from "../../../strings/measureSentence";
import { namesOf } from "../../../strings/names";
import { FIRST_NAMES, lacksSentence, MEASURE_KINDS, MEASURES } from "../../../strings/rules/measures";
import { usePane } from "../../app/PaneContext";
import { CardList } from "../controls/CardList";
import { idFrom } from "../ids";
import { KindChoice } from "../measures/KindChoice";
import { isKnown, MeasureControls } from "../measures/MeasureControls";
import { MeasureName, takenIds } from "../measures/MeasureName";
import { kindsOffered, newMeasure } from "../measures/newMeasure";
import { useRules } from "../RulesContext";

const MOST = 100;

/** Everything that the rules compute from the columns. */
export function Values() {
  const { document, preset } = useRules();
  const { asOf } = usePane().state;
  const names = namesOf(preset);
  const { kinds, lacks } = kindsOffered(preset);
  const lacking = lacksSentence(lacks);
  const idOf = (measure: unknown) => String(isObject(measure) ? measure["id"] : "");
  const nameOf = (measure: unknown) => names.measure(idOf(measure));
  const add = (kind: string) => {
    const type = isKnown(kind) ? kind : "sum";
    return newMeasure(type, idFrom(FIRST_NAMES[type], takenIds(document)), { preset, day: asOf });
  };
  const hints = new Map([
    [valueMeasure(preset), MEASURES.isValue],
    [scoreMeasure(preset), MEASURES.isScore],
  ]);
  return (
    <>
      <Text size={200}>{MEASURES.intro}</Text>
      <CardList
        path={["measures"]}
        title={(measure) => `${nameOf(measure)}: ${measureSentence(measure, preset)}`}
        name={nameOf}
        isOrdered={false}
        isFolded
        most={MOST}
        add={{ label: MEASURES.add, kinds: kinds.map((value) => ({ value, name: MEASURE_KINDS[value] })), entry: add }}
      >
        {(path, measure) => (
          <>
            <MeasureName path={path} hint={hints.get(idOf(measure))} />
            <KindChoice path={path} />
            <MeasureControls path={path} />
          </>
        )}
      </CardList>
      {lacking !== null && <Text size={200}>{lacking}</Text>}
    </>
  );
}
