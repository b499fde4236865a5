import { Text } from "@fluentui/react-components";
import { LADDER } from "../../../strings/rules/ladder";
import { ConditionEditor } from "../conditions/ConditionEditor";
import { subjectsOf } from "../conditions/subjects";
import { MeasurePicker } from "../controls/MeasurePicker";
import { Parts } from "../controls/Parts";
import { TagBox } from "../controls/TagBox";
import { useRules } from "../RulesContext";
import type { LadderName } from "./newRung";

/** What every top of a ladder is of: who is ranked, in which lists, and what decides between equals. */
export function Ranking({ ladder }: { ladder: LadderName }) {
  const { preset } = useRules();
  const numbers = subjectsOf(preset).filter(({ type }) => type === "number");
  const paths = ["among", "within", "tieBreak"].map((key) => [ladder, key]);
  const content = () => (
    <>
      <ConditionEditor
        path={[ladder, "among"]}
        label={LADDER.among}
        asks={ladder === "tiers" && preset.segments ? ["segment"] : []}
        isOptional
      />
      <Text size={200}>{LADDER.amongHint}</Text>
      <MeasurePicker
        label={LADDER.within}
        path={[ladder, "within"]}
        types={["text", "boolean"]}
        none={LADDER.oneList}
      />
      <TagBox
        label={LADDER.tieBreak}
        path={[ladder, "tieBreak"]}
        options={numbers.map(({ id, name }) => ({ value: id, name }))}
        hint={LADDER.tieBreakHint}
      />
    </>
  );
  return <Parts parts={[{ title: LADDER.ranking, paths, content }]} />;
}
