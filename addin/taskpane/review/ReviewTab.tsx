import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { replacesSentence, REVIEW } from "../../strings/review";
import type { Preview } from "../../excel/tiering";
import { Body } from "../app/Body";
import { usePane } from "../app/PaneContext";
import { Waiting } from "../app/Waiting";
import { FooterOf } from "../tier/Footer";
import { Refused } from "../tier/Refused";
import { Attention } from "./Attention";
import { Lists } from "./Lists";
import { MovementSection } from "./MovementSection";
import { isRecordedOn } from "./recorded";
import { Revenue } from "./Revenue";
import { ReviewHead } from "./ReviewHead";
import { whyNotRecord } from "./whyNotRecord";

/** What has come of the accounts since the last review, and who must be looked at; records the next one. */
export function ReviewTab() {
  const { state, actions } = usePane();
  const styles = useStyles();
  const { isOpen, found, preview, refusal, work } = state;
  const isWaiting = !isOpen || work?.kind === "reading";
  return (
    <>
      <Body tab="review" isBusy={work?.kind === "reading"}>
        {preview && <Review preview={preview} />}
        {!preview && found && refusal && <Refused problem={refusal} />}
        {!preview && (isWaiting ? <Waiting /> : <NoAccounts />)}
      </Body>
      {isOpen && (
        <FooterOf
          name={REVIEW.record}
          whyNot={whyNotRecord(state)}
          onClick={() => void (whyNotRecord(state) === null && actions.recordReview())}
        >
          {preview && isRecordedOn(preview) && (
            <p className={styles.replaces}>{replacesSentence(preview.request.asOf)}</p>
          )}
        </FooterOf>
      )}
    </>
  );
}

function Review({ preview }: { preview: Preview }) {
  const styles = useStyles();
  const { state } = usePane();
  return (
    <div className={state.isFresh ? styles.review : styles.passed}>
      <ReviewHead preview={preview} />
      <MovementSection preview={preview} />
      <Attention preview={preview} />
      <Lists preview={preview} />
      <Revenue preview={preview} />
    </div>
  );
}

function NoAccounts() {
  const styles = useStyles();
  const { actions } = usePane();
  return (
    <>
      <p className={styles.sentence}>{REVIEW.noAccounts}</p>
      <Button className={styles.button} onClick={() => actions.go("tier")}>
        {REVIEW.toTier}
      </Button>
    </>
  );
}

const review = { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalL } as const;

const useStyles = makeStyles({
  review,
  /** Of before: what is read next will replace it. */
  passed: { ...review, opacity: "0.6", transitionProperty: "opacity", transitionDelay: "300ms" },
  replaces: { margin: "0", flexBasis: "100%", fontSize: tokens.fontSizeBase200 },
  sentence: { margin: "0" },
  button: { alignSelf: "start" },
});
