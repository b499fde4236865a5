import { FIELDS } from "../../../strings/rules/fields";
import { Choice } from "../controls/Choice";
import { Toggle } from "../controls/Toggle";
import { useRules } from "../RulesContext";
import { fieldsOf } from "./fieldsOf";

const BY_ACCOUNT = { by: "account" };

/** Whether several rows are one account, and by which column. */
export function RollUp() {
  const { document, at } = useRules();
  const isOn = (at(["rollUp"]) ?? null) !== null;
  return (
    <>
      <Toggle label={FIELDS.rollUp} path={["rollUp"]} values={[BY_ACCOUNT, null]} />
      {isOn && <Choice label={FIELDS.by} path={["rollUp", "by"]} options={fieldsOf(document, "text")} />}
    </>
  );
}
