import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { nextReview, serialOfIso } from "../../../engine/index";
import type { Preview } from "../../excel/tiering";
import { namesOf } from "../../strings/names";
import { qualitySentence, REVIEW, reviewSentence } from "../../strings/review";
import { useAnswer } from "../app/useAnswer";

/** When the list was gone over last, when it is next, and how good the data are. */
export function ReviewHead({ preview }: { preview: Preview }) {
  const styles = useStyles();
  const { run, request, sheets } = preview;
  const { preset } = run;
  const { asOf } = request;
  const names = useMemo(() => namesOf(preset), [preset]);
  const quality = useAnswer("quality");
  const last = useMemo(
    () =>
      sheets.history
        .filter((review) => review.preset === preset.id && review.date <= asOf)
        .map(({ date }) => date)
        .sort()
        .at(-1),
    [sheets.history, preset.id, asOf],
  );
  const next = last === undefined ? null : nextReview(preset, last);
  const late = next === null ? 0 : serialOfIso(asOf) - serialOfIso(next);
  return (
    <section aria-label={REVIEW.head} className={styles.head}>
      <p className={styles.sentence}>{last === undefined ? REVIEW.first : reviewSentence(last, next, late)}</p>
      {quality && <p className={styles.also}>{qualitySentence(quality, names)}</p>}
    </section>
  );
}

const useStyles = makeStyles({
  head: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXS,
    overflowWrap: "anywhere",
  },
  sentence: { margin: "0" },
  also: { margin: "0", color: tokens.colorNeutralForeground2 },
});
