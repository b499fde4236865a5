import { Switch, Text } from "@fluentui/react-components";
import { useState } from "react";
import { CURRENCY, FIELDS } from "../../../strings/rules/fields";
import { Checks } from "../controls/Checks";
import { Choice } from "../controls/Choice";
import { IssueHere } from "../controls/IssueHere";
import { TextBox } from "../controls/TextBox";
import { idFrom } from "../ids";
import { takenIds } from "../measures/MeasureName";
import { useRules } from "../RulesContext";
import { fieldsOf } from "./fieldsOf";
import { Rates } from "./Rates";

const PATH = ["currency"];
const FIRST_BASE = "EUR";

/**
 * Amounts in several currencies, and what each is worth. What was said is still there when it is turned on again. Where no
 * column is of currencies, one more is read.
 */
export function Currencies() {
  const { document, at, set, setAll } = useRules();
  const currency = at(PATH) ?? null;
  const [kept, setKept] = useState<unknown>(null);
  const texts = fieldsOf(document, "text");
  const numbers = fieldsOf(document, "number");
  const [amount] = numbers;
  const turnOn = () => {
    const found = texts.find(({ name }) => /currency/i.test(name))?.value;
    const field = found ?? idFrom(CURRENCY.label, takenIds(document));
    setAll([
      ...(found === undefined ? [{ path: ["fields", field], value: CURRENCY }] : []),
      { path: PATH, value: { field, base: FIRST_BASE, rates: {}, of: [amount?.value] } },
    ]);
  };
  const turn = (isOn: boolean) => {
    if (!isOn) {
      setKept(currency);
      set(PATH, null);
    } else if (kept === null) turnOn();
    else set(PATH, kept);
  };
  if (currency === null && !amount) return <Text size={200}>{FIELDS.noNumbers}</Text>;
  return (
    <>
      <Switch label={FIELDS.currency} checked={currency !== null} onChange={(_, { checked }) => turn(checked)} />
      <IssueHere path={PATH} />
      {currency !== null && (
        <>
          <Choice label={FIELDS.currencyField} path={[...PATH, "field"]} options={texts} />
          <TextBox label={FIELDS.base} path={[...PATH, "base"]} />
          <Rates />
          <Checks label={FIELDS.of} path={[...PATH, "of"]} options={numbers} />
        </>
      )}
    </>
  );
}
