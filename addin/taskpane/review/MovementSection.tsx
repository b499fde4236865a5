import { makeStyles } from "@fluentui/react-components";
import { useDeferredValue, useMemo, useState } from "react";
import type { Preview } from "../../excel/tiering";
import { namesOf } from "../../strings/names";
import { movementSentence, movementTitle, REVIEW, type Between } from "../../strings/review";
import { useAnswer } from "../app/useAnswer";
import { Waiting } from "../app/Waiting";
import { Moved } from "./Moved";
import { MovementList } from "./MovementList";
import { fitsPane, MovementTable } from "./MovementTable";
import { isRecordedOn } from "./recorded";
import { Section } from "./Section";

/** Who has moved since the last review: counts, and the accounts behind the one that is chosen. */
export function MovementSection({ preview }: { preview: Preview }) {
  const { run } = preview;
  const styles = useStyles();
  const names = useMemo(() => namesOf(run.preset), [run.preset]);
  const [chosen, choose] = useState<Between | null>(null);
  const movement = useDeferredValue(useAnswer("movementCounts"));
  if (!movement) {
    return (
      <Section title={REVIEW.movement}>
        <Waiting />
      </Section>
    );
  }
  if (movement.since === null) {
    const isRecorded = isRecordedOn(preview);
    return (
      <Section title={REVIEW.movement}>
        <p className={styles.sentence}>{isRecorded ? REVIEW.movementSameDay : REVIEW.movementFirst}</p>
      </Section>
    );
  }
  const Counts = fitsPane(movement) ? MovementTable : MovementList;
  const isSame = (between: Between) => JSON.stringify(between) === JSON.stringify(chosen);
  return (
    <Section title={movementTitle(movement.since)}>
      <p className={styles.sentence}>{movementSentence(movement)}</p>
      <Counts
        movement={movement}
        names={names}
        isChosen={isSame}
        choose={(between) => choose(isSame(between) ? null : between)}
      />
      {chosen && <Moved key={JSON.stringify(chosen)} between={chosen} names={names} />}
    </Section>
  );
}

const useStyles = makeStyles({ sentence: { margin: "0" } });
