import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { ladderCuts, type CutProposal, type LadderName } from "../../../engine/index";
import { CUTS, methodName, proposalSentence, shortSentence } from "../../strings/cuts";
import { useAnswer } from "../app/useAnswer";
import { valueAt } from "../rules/document";
import { useRules } from "../rules/RulesContext";

/** Natural breaks, quantiles and usual shares for the cuts of a ladder; a click takes one. */
export function SuggestCuts({ ladder }: { ladder: LadderName }) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.all}>
      <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {CUTS.suggest}
      </Button>
      {isOpen && <Proposals ladder={ladder} />}
    </div>
  );
}

function Proposals({ ladder }: { ladder: LadderName }) {
  const styles = useStyles();
  const { preset } = useRules();
  const found = ladderCuts(preset, ladder);
  const suggested = useAnswer("suggestCuts", { ladder });
  if (!found) return <p className={styles.text}>{CUTS.noCuts}</p>;
  return (
    <ul className={styles.list} aria-label={CUTS.suggest}>
      {suggested?.proposals.map((proposal) => (
        <Proposal key={proposal.method} proposal={proposal} ladder={ladder} />
      ))}
    </ul>
  );
}

function Proposal({ proposal, ladder }: { proposal: CutProposal; ladder: LadderName }) {
  const styles = useStyles();
  const whyId = useId();
  const rules = useRules();
  const { method, cuts, classes } = proposal;
  const found = ladderCuts(rules.preset, ladder);
  const isShort = cuts.length < (found?.cuts.length ?? 0);
  const use = () => {
    if (!found) return;
    const conditions = found.cuts.map((cut, i) => ({ path: cut.condition, least: cuts[i]?.rounded ?? cut.at }));
    rules.setAll(
      conditions
        .filter(({ path }) => valueAt(rules.document, path) !== undefined)
        .map(({ path, least }) => ({ path, value: { measure: found.measure, ">=": least } })),
    );
  };
  return (
    <li className={styles.proposal}>
      <span className={styles.words}>
        <strong>{methodName(method)}</strong>: {proposalSentence(proposal)}
        {isShort && (
          <span id={whyId} className={styles.text}>
            {shortSentence(classes.length)}
          </span>
        )}
      </span>
      <Button
        size="small"
        aria-label={`${CUTS.use}: ${methodName(method)}`}
        aria-describedby={isShort ? whyId : undefined}
        disabledFocusable={isShort}
        onClick={use}
      >
        {CUTS.use}
      </Button>
    </li>
  );
}

const useStyles = makeStyles({
  all: { display: "grid", gap: tokens.spacingVerticalS, justifyItems: "start", minWidth: "0" },
  list: {
    display: "grid",
    gap: tokens.spacingVerticalS,
    margin: "0",
    padding: "0",
    listStyleType: "none",
    width: "100%",
  },
  proposal: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  words: { flexGrow: "1", minWidth: "0", overflowWrap: "anywhere" },
  text: { display: "block", margin: "0", color: tokens.colorNeutralForeground2 },
});
