import { makeStyles, tokens } from "@fluentui/react-components";
import { accountKey, type AnswerTo, type Preset } from "../../../engine/index";
import type { Preview } from "../../excel/tiering";
import type { Names } from "../../strings/names";
import { pathFacts, pathSentence, pathText, WHY } from "../../strings/whyCard";
import { useAnswer } from "../app/useAnswer";

interface Props {
  readonly account: string;
  readonly preview: Preview;
  readonly names: Names;
}

/** The tiers of an account over the reviews, the last one as it would be recorded now. */
export function Path({ account, preview, names }: Props) {
  const styles = useStyles();
  const { preset } = preview.run;
  const isReviewed = preview.sheets.history.some((review) => review.preset === preset.id);
  const path = useAnswer("path", isReviewed ? { key: accountKey(account), withRun: true } : null);
  if (!isReviewed) return <p className={styles.sentence}>{WHY.noPath}</p>;
  if (!path) return null;
  if (path.reviews.length < 2) return <p className={styles.sentence}>{WHY.isNew}</p>;
  return (
    <>
      <p className={styles.sentence}>{pathSentence(path.reviews, names)}</p>
      <Sparkline reviews={path.reviews} preset={preset} text={pathText(path.reviews, names)} />
      <p className={styles.facts}>{pathFacts(path, names)}</p>
    </>
  );
}

type Reviews = NonNullable<AnswerTo<"path">>["reviews"];

const [WIDTH, HEIGHT, EDGE] = [240, 32, 4];

/** A line through the tiers, the best one on top and none at the bottom. */
function Sparkline({ reviews, preset, text }: { reviews: Reviews; preset: Preset; text: string }) {
  const styles = useStyles();
  const { rungs } = preset.tiers;
  const points = reviews.map(({ tier }, at) => {
    const rung = rungs.findIndex(({ id }) => id === tier);
    const level = rung < 0 ? rungs.length : rung;
    return {
      x: EDGE + ((WIDTH - 2 * EDGE) * at) / (reviews.length - 1),
      y: EDGE + ((HEIGHT - 2 * EDGE) * level) / rungs.length,
    };
  });
  return (
    <svg role="img" aria-label={text} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.line}>
      <polyline
        points={points.map(({ x, y }) => `${x},${y}`).join(" ")}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      {points.map(({ x, y }, at) => (
        <circle key={at} cx={x} cy={y} r={at === points.length - 1 ? 3.5 : 2} fill="currentColor" />
      ))}
    </svg>
  );
}

const useStyles = makeStyles({
  sentence: { margin: "0" },
  facts: { margin: "0", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  line: { display: "block", width: "100%", maxWidth: "240px", color: tokens.colorBrandForeground1 },
});
