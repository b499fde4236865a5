import { Switch } from "@fluentui/react-components";
import { serialOfIso } from "../../../../engine/index";
import { isObject, kindOfCondition, shapeOf, type ConditionDocument, type Kind } from "../../../strings/conditionKinds";
import { conditionSentence } from "../../../strings/conditionSentence";
import { CONDITIONS, KINDS, KINDS_OF_DATES } from "../../../strings/rules/conditions";
import { usePane } from "../../app/PaneContext";
import { CardList } from "../controls/CardList";
import { Choice } from "../controls/Choice";
import { DateBox } from "../controls/DateBox";
import { IssueHere } from "../controls/IssueHere";
import { MeasurePicker } from "../controls/MeasurePicker";
import { NumberBox } from "../controls/NumberBox";
import type { Path } from "../document";
import { useRules } from "../RulesContext";
import { kindsFor, withKind, withSubject } from "./kinds";
import { subjectsOf, unknownSubject, type Asked, type Subject } from "./subjects";
import { TopControls } from "./TopControls";
import { useNewCondition } from "./useNewCondition";
import { WordsBox } from "./WordsBox";

interface Props {
  readonly path: Path;
  readonly hasTop: boolean;
  readonly asks: readonly Asked[] | undefined;
  /** Whether its opposite is asked for already. */
  readonly isInNot?: boolean;
}

/** What a condition is made of: how many must hold, each of them, and whether it is the opposite that is asked for. */
export function ConditionControls(props: Props) {
  const { path } = props;
  const rules = useRules();
  const condition = rules.at(path);
  const shape = shapeOf(condition);
  if (shape === null) return <p>{CONDITIONS.kept}</p>;
  const isNot = shape === "not";
  const inside = isObject(condition) ? condition["not"] : undefined;
  return (
    <>
      {isNot && <IssueHere path={[...path, "not"]} />}
      {isNot && <ConditionControls {...props} path={[...path, "not"]} isInNot />}
      {!isNot && <Positive {...props} shape={shape} />}
      {(isNot || !props.isInNot) && (
        <Switch
          label={CONDITIONS.not}
          checked={isNot}
          onChange={() => rules.set(path, isNot ? inside : { not: condition })}
        />
      )}
    </>
  );
}

function Positive({ path, hasTop, asks, shape }: Props & { readonly shape: "one" | "all" | "any" }) {
  const rules = useRules();
  const makeNew = useNewCondition();
  const condition = rules.at(path) as ConditionDocument;
  const parts = shape === "one" ? [condition] : (condition[shape] as readonly unknown[]);
  const [first] = parts;
  const isOneEnough = shape === "one" || (parts.length === 1 && shapeOf(first) === "one");
  const options = (["one", "all", "any"] as const).filter((each) => each !== "one" || isOneEnough);
  return (
    <>
      <Choice
        label={CONDITIONS.shape}
        path={[...path, "shape"]}
        chosen={shape}
        options={options.map((value) => ({ value, name: CONDITIONS[value] }))}
        onChoose={(next) => next !== undefined && rules.set(path, next === "one" ? first : { [next]: parts })}
      />
      {shape === "one" ? (
        <One path={path} hasTop={hasTop} asks={asks} />
      ) : (
        <CardList
          path={[...path, shape]}
          title={(part) => conditionSentence(part, rules.preset)}
          isOrdered={false}
          isFolded
          least={1}
          most={50}
          add={{ label: CONDITIONS.add, entry: makeNew }}
        >
          {(part) => <ConditionControls path={part} hasTop={hasTop} asks={asks} />}
        </CardList>
      )}
    </>
  );
}

/** One comparison: what is looked at, how, and with what. */
function One({ path, hasTop, asks }: Props) {
  const rules = useRules();
  const { state } = usePane();
  const condition = rules.at(path) as ConditionDocument;
  const kind = kindOfCondition(condition);
  const id = String(condition["measure"]);
  const subjects = subjectsOf(rules.preset, asks);
  const subject = subjects.find((each) => each.id === id) ?? unknownSubject(id);
  const today = serialOfIso(state.asOf);
  if (kind === null) return null;
  const offered = kindsFor(subject, hasTop);
  const kinds = offered.includes(kind) ? offered : [...offered, kind];
  const names = subject.type === "date" ? KINDS_OF_DATES : KINDS;
  const look = (next: string | undefined) => {
    const other = subjects.find((each) => each.id === next);
    if (other) rules.set(path, withSubject(condition, other, { hasTop, today }));
  };
  return (
    <>
      <MeasurePicker label={CONDITIONS.subject} path={[...path, "measure"]} asks={asks} onChoose={look} />
      <Choice
        label={CONDITIONS.kind}
        path={[...path, "kind"]}
        chosen={kind}
        options={kinds.map((each) => ({ value: each, name: names[each] }))}
        onChoose={(next) => {
          const chosen = kinds.find((each) => each === next);
          if (chosen && chosen !== kind) rules.set(path, withKind(condition, chosen, subject, today));
        }}
      />
      <Value path={path} kind={kind} subject={subject} />
    </>
  );
}

interface ValueProps {
  readonly path: Path;
  readonly kind: Kind;
  readonly subject: Subject;
}

function Value({ path, kind, subject }: ValueProps) {
  const isDate = subject.type === "date";
  const box = (name: string, place: Path) =>
    isDate ? (
      <DateBox key={place.join(".")} label={name} path={place} />
    ) : (
      <NumberBox key={place.join(".")} label={name} path={place} isPercent={subject.isFraction} />
    );
  switch (kind) {
    case "filled":
    case "blank":
    case "readable":
    case "unreadable":
      return null;
    case "is":
    case "contains":
    case "startsWith":
      return <WordsBox key={`${kind} ${subject.id}`} path={[...path, kind]} subject={subject} />;
    case "share":
    case "percent":
    case "count":
      return <TopControls path={[...path, "top"]} kind={kind} />;
    case "between":
      return (
        <>
          {box(CONDITIONS.from, [...path, kind, 0])}
          {box(isDate ? CONDITIONS.before : CONDITIONS.under, [...path, kind, 1])}
          <IssueHere path={[...path, kind]} />
        </>
      );
    default:
      return box(isDate ? CONDITIONS.day : CONDITIONS.number, [...path, kind]);
  }
}
