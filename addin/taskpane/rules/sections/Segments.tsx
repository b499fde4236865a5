import { Text } from "@fluentui/react-components";
import { valueMeasure, type Preset } from "../../../../engine/index";
import { LADDER } from "../../../strings/rules/ladder";
import { Toggle } from "../controls/Toggle";
import { SuggestCuts } from "../../cuts/SuggestCuts";
import { NOBODY } from "../ladder/newRung";
import { RungList } from "../ladder/RungList";
import { useRules } from "../RulesContext";

/** A first sorting, which the tiers may ask for. */
export function Segments() {
  const rules = useRules();
  const hasSegments = rules.at(["segments"]) !== undefined;
  return (
    <>
      <Toggle label={LADDER.useSegments} path={["segments"]} values={[firstSegments(rules.preset), undefined]} />
      {hasSegments && <SuggestCuts ladder="segments" />}
      {hasSegments ? <RungList ladder="segments" /> : <Text size={200}>{LADDER.noSegments}</Text>}
    </>
  );
}

/** The best fifth by value, and the others. */
function firstSegments(preset: Preset) {
  const value = valueMeasure(preset);
  const when = value === null ? NOBODY : { measure: value, top: { percent: 0.2 } };
  const label = (number: number) => `${LADDER.segmentWord} ${number}`;
  return {
    rungs: [
      { id: "segment1", label: label(1), when },
      { id: "segment2", label: label(2) },
    ],
  };
}
