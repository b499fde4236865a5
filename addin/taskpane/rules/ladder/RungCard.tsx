import { Text } from "@fluentui/react-components";
import { LADDER } from "../../../strings/rules/ladder";
import { ConditionEditor } from "../conditions/ConditionEditor";
import { ColourBox } from "../controls/ColourBox";
import { Parts } from "../controls/Parts";
import { Row } from "../controls/Row";
import { TextBox } from "../controls/TextBox";
import type { Path } from "../document";
import { useRules } from "../RulesContext";
import type { LadderName } from "./newRung";
import { Play } from "./Play";
import { Seats } from "./Seats";
import { Targets } from "./Targets";

interface Props {
  readonly ladder: LadderName;
  readonly path: Path;
  readonly isLast: boolean;
}

/** All of one rung. The last one asks for nothing; seats and a priority are of tiers alone. */
export function RungCard({ ladder, path, isLast }: Props) {
  const rules = useRules();
  const at = (key: string) => [...path, key];
  const hasSegments = ladder === "tiers" && rules.at(["segments"]) !== undefined;
  const seats = { title: LADDER.seats, paths: [at("capacity")], content: () => <Seats path={path} isLast={isLast} /> };
  return (
    <>
      <Row>
        <TextBox label={LADDER.label} path={at("label")} />
        <TextBox label={LADDER.name} path={at("name")} isOptional />
        {ladder === "tiers" && <TextBox label={LADDER.priority} path={at("priority")} isOptional />}
      </Row>
      {isLast ? (
        <Text>{LADDER.rest}</Text>
      ) : (
        <ConditionEditor path={at("when")} label={LADDER.condition} hasTop asks={hasSegments ? ["segment"] : []} />
      )}
      <ColourBox path={at("colour")} />
      <Parts
        parts={[
          ...(ladder === "tiers" ? [seats] : []),
          { title: LADDER.play, paths: [at("play")], content: () => <Play path={at("play")} /> },
          { title: LADDER.targets, paths: [at("targets")], content: () => <Targets path={at("targets")} /> },
        ]}
      />
    </>
  );
}
