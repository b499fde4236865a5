import { TARGETS } from "../../../strings/rules/ladder";
import { NumberBox } from "../controls/NumberBox";
import { Row } from "../controls/Row";
import type { Path } from "../document";

/** What is hoped of the accounts of a rung. Blank is no target. */
export function Targets({ path }: { path: Path }) {
  const number = (key: keyof typeof TARGETS) => ({ label: TARGETS[key], path: [...path, key], isOptional: true });
  return (
    <>
      <Row>
        <NumberBox {...number("growth")} isPercent />
        <NumberBox {...number("revenue")} />
        <NumberBox {...number("conversion")} isPercent />
        <NumberBox {...number("retention")} isPercent />
      </Row>
      <NumberBox {...number("pipelineCoverage")} hint={TARGETS.pipelineHint} />
    </>
  );
}
