import { PANE } from "../../strings/pane";
import { Body } from "../app/Body";

export function PlanTab() {
  return <Body label={PANE.planTab}>{null}</Body>;
}
