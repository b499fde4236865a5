import { isObject } from "../../../strings/conditionKinds";
import { bandPhrase } from "../../../strings/measureSentence";
import { MEASURES } from "../../../strings/rules/measures";
import { CardList } from "../controls/CardList";
import { MeasurePicker } from "../controls/MeasurePicker";
import { NumberBox } from "../controls/NumberBox";
import { Row } from "../controls/Row";
import type { Path } from "../document";
import { useRules } from "../RulesContext";
import type { Inputs } from "./useInputs";

/** What a number is worth, by the band that it is in. */
export function BandControls({ path, inputs: { without } }: { path: Path; inputs: Inputs }) {
  const bands = useRules().at([...path, "bands"]);
  return (
    <>
      <MeasurePicker label={MEASURES.number} path={[...path, "of"]} types={["number"]} without={without} />
      <CardList
        path={[...path, "bands"]}
        title={bandPhrase}
        isOrdered={false}
        isFolded
        least={1}
        most={100}
        add={{ label: MEASURES.addBand, entry: () => nextBand(Array.isArray(bands) ? bands : []) }}
      >
        {(band) => (
          <Row>
            <NumberBox label={MEASURES.bandFrom} path={[...band, "from"]} />
            <NumberBox label={MEASURES.bandPoints} path={[...band, "points"]} />
          </Row>
        )}
      </CardList>
    </>
  );
}

/** A band above all others, worth a point more. */
function nextBand(bands: readonly unknown[]): { from: number; points: number } {
  const most = (key: "from" | "points") =>
    Math.max(0, ...bands.map((band) => (isObject(band) && typeof band[key] === "number" ? band[key] : 0)));
  return { from: most("from") + 1, points: most("points") + 1 };
}
