import { Button, Text } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import { useRef } from "react";
import { scoreMeasure } from "../../../../engine/index";
import { isObject } from "../../../strings/conditionKinds";
import { measureSentence } from "../../../strings/measureSentence";
import { namesOf } from "../../../strings/names";
import { MEASURES } from "../../../strings/rules/measures";
import { usePane } from "../../app/PaneContext";
import { useKeptFocus } from "../../app/useKeptFocus";
import { IssueHere } from "../controls/IssueHere";
import { MeasureControls } from "../measures/MeasureControls";
import { newMeasure } from "../measures/newMeasure";
import { useSectionStyles } from "../measures/sectionStyles";
import { useRules } from "../RulesContext";

/** By which a measure is the score of an account. */
const SCORE = "score";

/** The measure that is the score of an account: its parts and their weights. */
export function Score() {
  const styles = useSectionStyles();
  const rules = useRules();
  const { asOf } = usePane().state;
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);
  const { document, preset } = rules;
  const measures: readonly unknown[] = document.measures ?? [];
  const index = measures.findIndex((measure) => isObject(measure) && measure["id"] === SCORE);
  const path = ["measures", index];
  const name = namesOf(preset).measure(SCORE);
  const addScore = () =>
    rules.insert(["measures"], measures.length, newMeasure("weighted", SCORE, { preset, day: asOf }));
  if (index >= 0) {
    return (
      <div ref={place} tabIndex={-1} role="group" aria-label={name} className={styles.part}>
        <Text size={200}>{`${name}: ${measureSentence(measures[index], preset)}`}</Text>
        <IssueHere path={path} />
        <MeasureControls path={path} />
      </div>
    );
  }
  if (SCORE in document.fields) {
    return <Text size={200}>{scoreMeasure(preset) === null ? MEASURES.scoreTaken : MEASURES.scoreColumn}</Text>;
  }
  return (
    <div ref={place} tabIndex={-1} className={styles.part}>
      <Text size={200}>{MEASURES.noScore}</Text>
      <Button size="small" icon={<AddRegular />} className={styles.add} onClick={addScore}>
        {MEASURES.addScore}
      </Button>
    </div>
  );
}
