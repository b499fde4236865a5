import { Text } from "@fluentui/react-components";
import { isObject } from "../../../strings/conditionKinds";
import { COMBINES, COMBINES_OF_DATES, COMBINES_OF_YES, FIELDS, TYPES } from "../../../strings/rules/fields";
import { choosables } from "../controls/choosables";
import { Choice, type Choosable } from "../controls/Choice";
import { LinesBox } from "../controls/LinesBox";
import { TextBox } from "../controls/TextBox";
import { Toggle } from "../controls/Toggle";
import { useRules } from "../RulesContext";

/** All of one field. */
export function FieldCard({ id, isAccount }: { id: string; isAccount: boolean }) {
  const rules = useRules();
  const path = ["fields", id];
  const field = rules.at(path);
  const type = isObject(field) ? String(field["type"]) : "";
  const combines = combinesOf(type);
  const choose = (next: string | undefined) => rules.set(path, withType(field, String(next)));
  return (
    <>
      <TextBox label={FIELDS.label} path={[...path, "label"]} hint={FIELDS.labelHint} isOptional />
      {isAccount ? (
        <Text size={200}>{FIELDS.account}</Text>
      ) : (
        <Choice label={FIELDS.type} path={[...path, "type"]} options={choosables(TYPES)} onChoose={choose} />
      )}
      <LinesBox label={FIELDS.headers} path={[...path, "headers"]} hint={FIELDS.headersHint} />
      <Toggle label={FIELDS.required} path={[...path, "required"]} values={[true, false]} />
      <Toggle label={FIELDS.many} path={[...path, "many"]} values={[true, false]} />
      {combines.length > 1 && (
        <Choice label={FIELDS.combine} path={[...path, "combine"]} options={combines} none={FIELDS.combineByType} />
      )}
    </>
  );
}

function combinesOf(type: string): Choosable[] {
  if (type === "number") return choosables(COMBINES);
  if (type === "date") return choosables(COMBINES_OF_DATES);
  return type === "boolean" ? choosables(COMBINES_OF_YES) : [];
}

/** Rows are joined as before where the other type can be joined so. */
function withType(field: unknown, type: string): unknown {
  const { combine, ...others } = field as Record<string, unknown>;
  const isKept = combinesOf(type).some(({ value }) => value === combine);
  return isKept ? { ...others, combine, type } : { ...others, type };
}
