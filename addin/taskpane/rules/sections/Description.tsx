import { SECTIONS } from "../../../strings/rules";
import { TextBox } from "../controls/TextBox";

/** What the preset does, in words. */
export function Description() {
  return <TextBox label={SECTIONS.description} path={["description"]} isOptional isLong />;
}
