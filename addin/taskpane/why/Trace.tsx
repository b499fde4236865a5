import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { CheckmarkRegular, DismissRegular } from "@fluentui/react-icons";
import { WHY } from "../../strings/whyCard";
import { VERDICTS, type Fact, type TraceGroup, type Tried } from "../../strings/whyTrace";

export interface TraceProps {
  readonly groups: readonly TraceGroup[];
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** Every step from the gates to the tier that is written, with its numbers. */
export function Trace({ groups, isOpen, onToggle }: TraceProps) {
  const styles = useStyles();
  return (
    <Accordion
      collapsible
      openItems={isOpen ? ["steps"] : []}
      onToggle={(_, { openItems }) => onToggle(openItems.length > 0)}
    >
      <AccordionItem value="steps">
        <AccordionHeader as="h4" size="small" expandIconPosition="end" className={styles.header}>
          {WHY.steps}
        </AccordionHeader>
        <AccordionPanel className={styles.panel}>
          {groups.map(({ title, tried }) => (
            <section key={title} aria-label={title} className={styles.group}>
              <h5 className={styles.title}>{title}</h5>
              <ol className={styles.list}>
                {tried.map((each, at) => (
                  <Step key={at} step={each} />
                ))}
              </ol>
            </section>
          ))}
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}

function Step({ step: { name, verdict, holds, facts } }: { step: Tried }) {
  const styles = useStyles();
  return (
    <li>
      <div className={styles.step}>
        <Mark holds={holds} />
        <span>
          <bdi className={styles.name}>{name}</bdi>: {verdict}
        </span>
      </div>
      <Facts facts={facts} isAlone={facts.length === 1} />
    </li>
  );
}

/** Of several facts each says how it came out; one alone is what its step says. */
function Facts({ facts, isAlone = false }: { facts: readonly Fact[]; isAlone?: boolean }) {
  const styles = useStyles();
  if (facts.length === 0) return null;
  return (
    <ul className={styles.facts}>
      {facts.map(({ text, holds, parts }, at) => (
        <li key={at}>
          {text}
          {!(isAlone && parts.length === 0) && holds !== null && `: ${holds ? VERDICTS.yes : VERDICTS.no}`}
          <Facts facts={parts} />
        </li>
      ))}
    </ul>
  );
}

/** The word beside it says the same. */
function Mark({ holds }: { holds: boolean | null }) {
  const styles = useStyles();
  return (
    <span aria-hidden className={styles.mark}>
      {holds !== null && (holds ? <CheckmarkRegular /> : <DismissRegular />)}
    </span>
  );
}

const useStyles = makeStyles({
  header: { marginInline: `calc(-1 * ${tokens.spacingHorizontalM})` },
  panel: { marginInline: "0", display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalM },
  group: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXS },
  title: {
    margin: "0",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  list: { margin: "0", padding: "0", listStyleType: "none", display: "grid", gap: tokens.spacingVerticalS },
  step: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "baseline" },
  mark: { flexShrink: "0", width: "1em", lineHeight: "1", transform: "translateY(0.15em)" },
  name: { fontWeight: tokens.fontWeightSemibold },
  facts: {
    margin: "0",
    paddingInlineStart: `calc(1em + ${tokens.spacingHorizontalS})`,
    listStyleType: "none",
    color: tokens.colorNeutralForeground2,
  },
});
