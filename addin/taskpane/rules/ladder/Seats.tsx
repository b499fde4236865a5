import { Text } from "@fluentui/react-components";
import { valueMeasure, type Preset } from "../../../../engine/index";
import { ownersOf, SEATS } from "../../../strings/rules/ladder";
import { subjectsOf, type Subject } from "../conditions/subjects";
import { Choice } from "../controls/Choice";
import { IssueHere } from "../controls/IssueHere";
import { MeasurePicker } from "../controls/MeasurePicker";
import { NumberBox } from "../controls/NumberBox";
import { Toggle } from "../controls/Toggle";
import type { Path } from "../document";
import { useRules } from "../RulesContext";

/** How many accounts a tier has room for. The last one only says when it has too few. */
export function Seats({ path, isLast }: { path: Path; isLast: boolean }) {
  const rules = useRules();
  const at = (key: string) => [...path, "capacity", key];
  const texts = textsOf(rules.preset).map(({ id, name }) => ({ value: id, name }));
  const isLimited = rules.at([...path, "capacity"]) !== undefined;
  return (
    <>
      <Toggle
        label={SEATS.isLimited}
        path={[...path, "capacity"]}
        values={[{ ...(!isLast && { max: FIRST_SEATS }), rankBy: valueMeasure(rules.preset) ?? "" }, undefined]}
      />
      <IssueHere path={[...path, "capacity"]} />
      {!isLimited && <Text size={200}>{SEATS.off}</Text>}
      {isLimited && isLast && <Text size={200}>{SEATS.lastHint}</Text>}
      {isLimited && (
        <>
          <NumberBox label={SEATS.min} path={at("min")} isOptional hint={SEATS.minHint} />
          {!isLast && <Limit path={[...path, "capacity"]} />}
          <MeasurePicker label={SEATS.rankBy} path={at("rankBy")} types={["number"]} />
          <Choice label={SEATS.per} path={at("per")} options={[ALL, ...texts]} byDefault={ALL.value} />
          <NumberBox
            label={SEATS.buffer}
            path={at("incumbentBuffer")}
            isPercent
            isOptional
            byDefault={0}
            hint={SEATS.bufferHint}
          />
        </>
      )}
    </>
  );
}

const ALL = { value: "all", name: SEATS.perAll };

function textsOf(preset: Preset): readonly Subject[] {
  return subjectsOf(preset).filter(({ type }) => type === "text");
}

type LimitKind = keyof typeof SEATS.limits;
const OWNER = "owner";

/** So many seats, or so many for each owner. What was typed goes along from one to the other. */
function Limit({ path }: { path: Path }) {
  const rules = useRules();
  const capacity = (rules.at(path) ?? {}) as Readonly<Record<"min" | "max" | "perOwner" | "owners", unknown>>;
  const kind: LimitKind = "perOwner" in capacity ? "perOwner" : "max" in capacity ? "max" : "none";
  const choose = (next: string | undefined) => {
    const { max, perOwner, owners, ...rest } = capacity;
    const fewest = typeof rest.min === "number" ? rest.min : 0;
    const seats = max ?? perOwner ?? Math.max(FIRST_SEATS, fewest);
    const counted = owners ?? (rules.preset.fields.has(OWNER) ? OWNER : 1);
    if (next === "max") rules.set(path, { ...rest, max: seats });
    else if (next === "perOwner") rules.set(path, { ...rest, perOwner: seats, owners: counted });
    else rules.set(path, rest);
  };
  const options = Object.entries(SEATS.limits).map(([value, name]) => ({ value, name }));
  return (
    <>
      <Choice label={SEATS.limit} path={path} options={options} chosen={kind} onChoose={choose} />
      {kind === "max" && <NumberBox label={SEATS.max} path={[...path, "max"]} />}
      {kind === "perOwner" && (
        <>
          <NumberBox label={SEATS.perOwner} path={[...path, "perOwner"]} />
          <Owners path={[...path, "owners"]} />
        </>
      )}
    </>
  );
}

const FIRST_SEATS = 20;
const NUMBER = "0";

/** A number of owners, or the field that tells them: ids begin with a letter, so that "0" is none of them. */
function Owners({ path }: { path: Path }) {
  const rules = useRules();
  const owners = rules.at(path);
  const options = [
    { value: NUMBER, name: SEATS.ownersNumber },
    ...textsOf(rules.preset).map(({ id, name }) => ({ value: id, name: ownersOf(name) })),
  ];
  return (
    <>
      <Choice
        label={SEATS.owners}
        path={path}
        options={options}
        {...(typeof owners === "number" && { chosen: NUMBER })}
        byDefault={OWNER}
        onChoose={(next) => rules.set(path, next === NUMBER ? 1 : next)}
      />
      {typeof owners === "number" && <NumberBox label={SEATS.ownerCount} path={path} />}
    </>
  );
}
