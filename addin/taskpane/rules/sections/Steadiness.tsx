import { Text } from "@fluentui/react-components";
import { STEADINESS } from "../../../strings/rules/steadiness";
import { HoldCuts } from "../../cuts/HoldCuts";
import { Choice } from "../controls/Choice";
import { NumberBox } from "../controls/NumberBox";
import { Toggle } from "../controls/Toggle";
import { useRules } from "../RulesContext";

type BandKind = keyof typeof STEADINESS.bandKinds;

const PATH = ["steadiness"];
const BAND = [...PATH, "band"];
const FIRST = { band: 0.1, reviews: 1 };

/** Who keeps a tier from one review to the next. */
export function Steadiness() {
  const isOn = (useRules().at(PATH) ?? null) !== null;
  return (
    <>
      <HoldCuts />
      <Toggle label={STEADINESS.isOn} path={PATH} values={[FIRST, null]} />
      {!isOn && <Text size={200}>{STEADINESS.off}</Text>}
      {isOn && (
        <>
          <BandBox />
          <NumberBox label={STEADINESS.reviews} path={[...PATH, "reviews"]} />
          <NumberBox label={STEADINESS.maxStep} path={[...PATH, "maxStep"]} isOptional />
        </>
      )}
    </>
  );
}

/** A part of each cut, or points of a share: the number goes along from one to the other. */
function BandBox() {
  const rules = useRules();
  const band = rules.at(BAND);
  const kind: BandKind = typeof band === "object" ? "points" : "part";
  const number = kind === "points" ? rules.at([...BAND, "points"]) : band;
  return (
    <>
      <Choice
        label={STEADINESS.bandKind}
        path={BAND}
        options={Object.entries(STEADINESS.bandKinds).map(([value, name]) => ({ value, name }))}
        chosen={kind}
        onChoose={(next) => rules.set(BAND, next === "points" ? { points: number } : number)}
      />
      <NumberBox
        key={kind}
        label={STEADINESS.band}
        path={kind === "points" ? [...BAND, "points"] : BAND}
        isPercent
        hint={STEADINESS.bandHints[kind]}
      />
    </>
  );
}
