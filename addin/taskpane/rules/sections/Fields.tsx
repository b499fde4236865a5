import { Text } from "@fluentui/react-components";
import { FIELDS } from "../../../strings/rules/fields";
import { IssueHere } from "../controls/IssueHere";
import { Parts } from "../controls/Parts";
import { AddField } from "../fields/AddField";
import { Currencies } from "../fields/Currencies";
import { FieldList } from "../fields/FieldList";
import { RollUp } from "../fields/RollUp";

/** What is read from the table, and what is done with its rows before anything is measured. */
export function Fields() {
  return (
    <>
      <Text size={200}>{FIELDS.intro}</Text>
      <IssueHere path={["fields"]} />
      <FieldList />
      <AddField />
      <Parts
        parts={[
          { title: FIELDS.rollUpTitle, paths: [["rollUp"]], content: () => <RollUp /> },
          { title: FIELDS.currencyTitle, paths: [["currency"]], content: () => <Currencies /> },
        ]}
      />
    </>
  );
}
