import { isObject } from "../../../strings/conditionKinds";
import { MEASURE_KINDS, MEASURES, type MeasureType } from "../../../strings/rules/measures";
import type { Path } from "../document";
import { useRules } from "../RulesContext";
import { BandControls } from "./BandControls";
import { LifecycleControls } from "./LifecycleControls";
import { ListControls } from "./ListControls";
import { PointControls } from "./PointControls";
import { QuantileControls, ScaleControls } from "./ScaleControls";
import { ChangeControls, CopyControls, CountControls, DaysControls, WorthControls } from "./ReadControls";
import { useInputs, type Inputs } from "./useInputs";
import { WeightedControls } from "./WeightedControls";

/** What a measure is made of, whatever kind it is. */
export function MeasureControls({ path }: { path: Path }) {
  const rules = useRules();
  const measure = rules.at(path);
  const { id, type } = isObject(measure) ? measure : {};
  const inputs = useInputs(String(id));
  if (!isKnown(type)) return <p>{MEASURES.kept}</p>;
  return <Controls path={path} type={type} inputs={inputs} />;
}

export function isKnown(type: unknown): type is MeasureType {
  return typeof type === "string" && Object.hasOwn(MEASURE_KINDS, type);
}

function Controls({ path, type, inputs }: { path: Path; type: MeasureType; inputs: Inputs }) {
  switch (type) {
    case "sum":
    case "firstOf":
    case "filled":
    case "variation":
      return <ListControls path={path} type={type} inputs={inputs} />;
    case "field":
      return <CopyControls path={path} inputs={inputs} />;
    case "change":
      return <ChangeControls path={path} inputs={inputs} />;
    case "daysSince":
      return <DaysControls path={path} inputs={inputs} />;
    case "count":
      return <CountControls path={path} inputs={inputs} />;
    case "expectedWhenNew":
      return <WorthControls path={path} inputs={inputs} />;
    case "lifecycle":
      return <LifecycleControls path={path} inputs={inputs} />;
    case "points":
      return <PointControls path={path} />;
    case "bands":
      return <BandControls path={path} inputs={inputs} />;
    case "quantileScore":
      return <QuantileControls path={path} inputs={inputs} />;
    case "scale":
      return <ScaleControls path={path} inputs={inputs} />;
    case "weighted":
      return <WeightedControls path={path} inputs={inputs} />;
  }
}
