import { Button, Text } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import { useRef } from "react";
import { isObject } from "../../../strings/conditionKinds";
import { measureSentence } from "../../../strings/measureSentence";
import { namesOf } from "../../../strings/names";
import { FIRST_NAMES, MEASURES } from "../../../strings/rules/measures";
import { FIRST_PURCHASE } from "../../../strings/rules/fields";
import { usePane } from "../../app/PaneContext";
import { useKeptFocus } from "../../app/useKeptFocus";
import { subjectsOf } from "../conditions/subjects";
import { IssueHere } from "../controls/IssueHere";
import { idFrom } from "../ids";
import { MeasureControls } from "../measures/MeasureControls";
import { takenIds } from "../measures/MeasureName";
import { newMeasure } from "../measures/newMeasure";
import { useSectionStyles } from "../measures/sectionStyles";
import { useRules } from "../RulesContext";

/** The measures that tell prospects, new, lapsed and established accounts apart. */
export function Lifecycle() {
  const styles = useSectionStyles();
  const { document, preset } = useRules();
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);
  const names = namesOf(preset);
  const measures: readonly unknown[] = document.measures ?? [];
  const found = measures.flatMap((measure, index) =>
    isObject(measure) && measure["type"] === "lifecycle" ? [{ id: String(measure["id"]), measure, index }] : [],
  );
  return (
    <div ref={place} tabIndex={-1} className={styles.part}>
      {found.map(({ id, measure, index }) => (
        <div key={index} role="group" aria-label={names.measure(id)} className={styles.part}>
          <Text size={200}>{`${names.measure(id)}: ${measureSentence(measure, preset)}`}</Text>
          <IssueHere path={["measures", index]} />
          <MeasureControls path={["measures", index]} />
        </div>
      ))}
      {found.length === 0 && <AddLifecycle />}
    </div>
  );
}

/** Without a date to go by, the column of the first purchase is read as well. */
function AddLifecycle() {
  const styles = useSectionStyles();
  const { document, preset, setAll } = useRules();
  const { asOf } = usePane().state;
  const add = () => {
    const taken = takenIds(document);
    const hasDate = subjectsOf(preset).some(({ type }) => type === "date");
    const field = hasDate ? null : idFrom(FIRST_PURCHASE.label, taken);
    const id = idFrom(FIRST_NAMES.lifecycle, taken);
    const measure = newMeasure("lifecycle", id, { preset, day: asOf });
    setAll([
      ...(field === null ? [] : [{ path: ["fields", field], value: FIRST_PURCHASE }]),
      {
        path: ["measures", document.measures?.length ?? 0],
        value: field === null ? measure : { ...measure, firstPurchase: field },
      },
    ]);
  };
  return (
    <>
      <Text size={200}>{MEASURES.noLifecycle}</Text>
      <Button size="small" icon={<AddRegular />} className={styles.add} onClick={add}>
        {MEASURES.addLifecycle}
      </Button>
    </>
  );
}
