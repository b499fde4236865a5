import { namesOf } from "../../../strings/names";
import { MEASURES } from "../../../strings/rules/measures";
import { CardList } from "../controls/CardList";
import { TagBox } from "../controls/TagBox";
import type { Path } from "../document";
import { useRules } from "../RulesContext";
import type { Inputs } from "./useInputs";

interface Props {
  readonly path: Path;
  readonly type: "sum" | "firstOf" | "filled" | "variation";
  readonly inputs: Inputs;
}

/** The columns and measures of one that reads several. */
export function ListControls({ path, type, inputs }: Props) {
  const of = [...path, "of"];
  switch (type) {
    case "sum":
      return <TagBox label={MEASURES.numbers} path={of} options={inputs.of("number")} hint={MEASURES.numbersHint} />;
    case "variation":
      return <TagBox label={MEASURES.periods} path={of} options={inputs.of("number")} hint={MEASURES.periodsHint} />;
    case "filled":
      return <TagBox label={MEASURES.columns} path={of} options={inputs.of()} />;
    case "firstOf":
      return <Preferred path={of} inputs={inputs} />;
  }
}

/** The order says which one is taken where there are several. */
function Preferred({ path, inputs }: { path: Path; inputs: Inputs }) {
  const names = namesOf(useRules().preset);
  return (
    <div role="group" aria-label={MEASURES.preferred}>
      <CardList
        path={path}
        title={(id) => names.measure(String(id))}
        least={2}
        most={50}
        add={{ label: MEASURES.addNumber, kinds: inputs.of("number"), entry: (id) => id }}
      />
    </div>
  );
}
