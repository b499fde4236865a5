import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { canonical, presetDocument } from "../../../engine/index";
import { problemOf } from "../../excel/problem";
import { CUTS, splitSentence } from "../../strings/cuts";
import { issueHere } from "../../strings/presetIssues";
import { usePane } from "../app/PaneContext";

/** "Hold these cuts": every top becomes the value that it comes to now. */
export function HoldCuts() {
  const styles = useStyles();
  const hintId = useId();
  const { state, actions } = usePane();
  const { preview, isFresh } = state;
  const [said, setSaid] = useState("");
  const hold = async () => {
    if (!preview) return;
    try {
      const answer = await preview.reading.ask("freeze");
      if (!answer.ok) return await actions.read();
      const frozen = answer.value;
      if (!frozen.ok) return setSaid(frozen.issues.map(issueHere).join(" "));
      const [before, after] = [preview.run.preset, frozen.preset].map(presetDocument);
      if (!before || !after || canonical(before) === canonical(after)) return setSaid(CUTS.alreadyHeld);
      setSaid(splitSentence(frozen.splits));
      await actions.editRules(after);
    } catch (thrown) {
      actions.say({ kind: "problem", problem: problemOf(thrown) });
    }
  };
  return (
    <div className={styles.all}>
      <Button
        size="small"
        disabledFocusable={!preview || !isFresh}
        aria-describedby={hintId}
        onClick={() => void hold()}
      >
        {CUTS.hold}
      </Button>
      <p id={hintId} className={styles.hint}>
        {CUTS.holdHint}
      </p>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </div>
  );
}

const useStyles = makeStyles({
  all: { display: "grid", gap: tokens.spacingVerticalXS, justifyItems: "start" },
  hint: { margin: "0", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  said: { margin: "0", ":empty": { display: "none" } },
});
