import { PANE } from "../../strings/pane";
import { Body } from "../app/Body";

export function ReviewTab() {
  return <Body label={PANE.reviewTab}>{null}</Body>;
}
