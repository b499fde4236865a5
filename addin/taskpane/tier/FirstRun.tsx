import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { FIRST_RUN, HOW_IT_WORKS, PANE } from "../../strings/pane";
import { usePane } from "../app/PaneContext";
import { Refused } from "./Refused";

/** Nothing that could be tiered is selected: what this does, and two ways to go on. */
export function FirstRun() {
  const styles = useStyles();
  const { state, actions } = usePane();
  const { refusal, work } = state;
  const isEmpty = refusal?.code === "sheet-empty";
  return (
    <main className={styles.main} aria-busy={work !== null}>
      {FIRST_RUN.map((line) => (
        <p key={line} className={styles.line}>
          {line}
        </p>
      ))}
      {refusal && !isEmpty && <Refused problem={refusal} />}
      <div className={styles.buttons}>
        <Button appearance={isEmpty ? "secondary" : "primary"} onClick={() => void actions.useSelection()}>
          {PANE.useSelection}
        </Button>
        <Button appearance={isEmpty ? "primary" : "secondary"} onClick={() => void actions.insertSample()}>
          {PANE.insertSample}
        </Button>
      </div>
      <Accordion collapsible>
        <AccordionItem value="how">
          <AccordionHeader as="h2">{PANE.howItWorks}</AccordionHeader>
          <AccordionPanel>
            <ol className={styles.steps}>
              {HOW_IT_WORKS.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </main>
  );
}

const useStyles = makeStyles({
  main: {
    flexGrow: "1",
    display: "grid",
    alignContent: "start",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
  },
  line: { margin: "0" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  steps: { margin: "0", paddingInlineStart: tokens.spacingHorizontalXL, display: "grid", gap: tokens.spacingVerticalS },
});
