import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { PLAN } from "../../strings/plan";
import { usePane } from "../app/PaneContext";
import { FooterOf } from "../tier/Footer";
import { whyNoDossiers, whyNotWrite } from "./whyNot";

/** The sheets that others get to see. */
export function PlanFooter() {
  const styles = useStyles();
  const { state, actions } = usePane();
  const whyId = useId();
  const whyNot = whyNotWrite(state);
  const whyNone = whyNoDossiers(state);
  const whyNoDossier = whyNone ?? whyNot;
  return (
    <FooterOf name={PLAN.writeSummary} whyNot={whyNot} onClick={() => void actions.writeSummary()}>
      <Button
        disabledFocusable={whyNoDossier !== null}
        aria-describedby={whyNoDossier === null ? undefined : whyId}
        onClick={() => void actions.writeDossiers()}
      >
        {PLAN.writeDossiers}
      </Button>
      <p id={whyId} hidden={whyNone === null} className={styles.why}>
        {whyNoDossier}
      </p>
    </FooterOf>
  );
}

const useStyles = makeStyles({
  why: {
    margin: "0",
    flexBasis: "100%",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});
