import { Text } from "@fluentui/react-components";
import { REVIEW_RULES } from "../../../strings/rules/review";
import { Choice } from "../controls/Choice";
import { NumberBox } from "../controls/NumberBox";
import { Row } from "../controls/Row";
import { Toggle } from "../controls/Toggle";
import { AlertList } from "../review/AlertList";
import { ByTier } from "../review/ByTier";
import { useRules } from "../RulesContext";

const PATH = ["review"];
const FIRST = { cadence: "quarterly", alerts: [], freshnessDays: {}, dossierDays: {}, cadences: {} };

/** How often the list is gone over, and what is told of it then. */
export function Review() {
  const isOn = (useRules().at(PATH) ?? null) !== null;
  return (
    <>
      <Toggle label={REVIEW_RULES.isOn} path={PATH} values={[FIRST, null]} />
      {!isOn && <Text size={200}>{REVIEW_RULES.off}</Text>}
      {isOn && (
        <>
          <Choice
            label={REVIEW_RULES.cadence}
            path={[...PATH, "cadence"]}
            options={Object.entries(REVIEW_RULES.cadences).map(([value, name]) => ({ value, name }))}
            byDefault="quarterly"
          />
          <Row>
            <NumberBox label={REVIEW_RULES.listChurn} path={[...PATH, "listChurn"]} isPercent isOptional />
            <NumberBox label={REVIEW_RULES.nearEdge} path={[...PATH, "nearEdge"]} isPercent isOptional />
          </Row>
          <AlertList path={[...PATH, "alerts"]} />
          <ByTier path={PATH} />
        </>
      )}
    </>
  );
}
