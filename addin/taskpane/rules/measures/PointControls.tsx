import { pointPhrase } from "../../../strings/measureSentence";
import { MEASURES } from "../../../strings/rules/measures";
import { usePane } from "../../app/PaneContext";
import { ConditionEditor } from "../conditions/ConditionEditor";
import { CardList } from "../controls/CardList";
import { NumberBox } from "../controls/NumberBox";
import type { Path } from "../document";
import { useRules } from "../RulesContext";
import { newPoints } from "./newMeasure";

/** What each condition adds. */
export function PointControls({ path }: { path: Path }) {
  const { preset } = useRules();
  const { asOf } = usePane().state;
  return (
    <CardList
      path={[...path, "add"]}
      title={(entry) => pointPhrase(entry, preset)}
      isOrdered={false}
      isFolded
      least={1}
      most={200}
      add={{ label: MEASURES.addPoints, entry: () => newPoints(preset, asOf) }}
    >
      {(entry) => (
        <>
          <NumberBox label={MEASURES.pointsOf} path={[...entry, "add"]} />
          <ConditionEditor label={MEASURES.condition} path={[...entry, "when"]} />
        </>
      )}
    </CardList>
  );
}
