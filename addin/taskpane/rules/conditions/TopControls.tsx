import { isObject } from "../../../strings/conditionKinds";
import {
  CONDITIONS,
  CROSSINGS,
  ORDERS,
  OUTSIDE,
  ROUNDINGS,
  TIES_OF_COUNTS,
  TIES_OF_SHARES,
} from "../../../strings/rules/conditions";
import { choosables } from "../controls/choosables";
import { Choice } from "../controls/Choice";
import { IssueHere } from "../controls/IssueHere";
import { MeasurePicker } from "../controls/MeasurePicker";
import { NumberBox } from "../controls/NumberBox";
import type { Path } from "../document";
import { useRules } from "../RulesContext";
import { ConditionEditor } from "./ConditionEditor";
import { Disclosure } from "./Disclosure";

interface Props {
  /** Where the `top` stands. */
  readonly path: Path;
  readonly kind: "share" | "percent" | "count";
}

/** How much of a ranking is its top, and how it is ranked. */
export function TopControls({ path, kind }: Props) {
  const rules = useRules();
  const top = rules.at(path);
  const isUsual = isObject(top) && Object.keys(top).length === 1;
  return (
    <>
      <NumberBox key={kind} label={CONDITIONS[kind]} path={[...path, kind]} isPercent={kind !== "count"} />
      <IssueHere path={path} />
      <Disclosure name={CONDITIONS.ranking} sentence={CONDITIONS.ranking} isOpenFirst={!isUsual}>
        {kind === "share" ? (
          <>
            <Choice
              label={CONDITIONS.crossing}
              path={[...path, "crossing"]}
              byDefault="up"
              options={choosables(CROSSINGS)}
            />
            <Choice
              label={CONDITIONS.ties}
              path={[...path, "ties"]}
              byDefault="order"
              options={choosables(TIES_OF_SHARES)}
            />
            <Choice
              label={CONDITIONS.outside}
              path={[...path, "outside"]}
              byDefault="no"
              options={choosables(OUTSIDE)}
            />
          </>
        ) : (
          <>
            <Choice label={CONDITIONS.order} path={[...path, "order"]} byDefault="desc" options={choosables(ORDERS)} />
            <Choice
              label={CONDITIONS.ties}
              path={[...path, "ties"]}
              byDefault="strict"
              options={choosables(TIES_OF_COUNTS)}
            />
          </>
        )}
        {kind === "percent" && (
          <Choice
            label={CONDITIONS.rounding}
            path={[...path, "rounding"]}
            byDefault="ceil"
            options={choosables(ROUNDINGS)}
          />
        )}
        <MeasurePicker
          label={CONDITIONS.within}
          path={[...path, "within"]}
          types={["text", "boolean"]}
          none={CONDITIONS.oneRanking}
        />
        <ConditionEditor path={[...path, "among"]} label={CONDITIONS.among} isOptional />
      </Disclosure>
    </>
  );
}
