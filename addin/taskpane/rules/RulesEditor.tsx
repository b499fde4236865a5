import { PANE } from "../../strings/pane";
import { Body } from "../app/Body";

export function RulesEditor() {
  return <Body label={PANE.editRules}>{null}</Body>;
}
