import { PLAY } from "../../../strings/rules/ladder";
import { NumberBox } from "../controls/NumberBox";
import { Row } from "../controls/Row";
import { TagBox } from "../controls/TagBox";
import { TextBox } from "../controls/TextBox";
import type { Path } from "../document";

/** What the accounts of a rung are treated with. */
export function Play({ path }: { path: Path }) {
  const text = (key: keyof typeof PLAY) => ({ label: PLAY[key], path: [...path, key], isOptional: true });
  return (
    <>
      <TextBox {...text("treatment")} isLong />
      <TextBox {...text("personalisation")} />
      <TagBox {...text("roles")} />
      <TextBox {...text("plan")} />
      <Row>
        <TextBox {...text("cadence")} />
        <TextBox {...text("timeline")} />
      </Row>
      <NumberBox {...text("slaHours")} unit={PLAY.hours} />
      <NumberBox {...text("hoursPerAccountMonth")} unit={PLAY.hours} />
      <NumberBox {...text("hoursAvailableMonth")} unit={PLAY.hours} />
      <TagBox {...text("entitlements")} />
    </>
  );
}
