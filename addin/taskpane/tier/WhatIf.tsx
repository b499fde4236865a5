import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useMemo } from "react";
import { fromTo, WHAT_IF, whatIfSentence } from "../../strings/whatIf";
import { AccountList, MOST } from "../app/AccountList";
import { usePane } from "../app/PaneContext";
import { beforeDraft, movedBetween } from "./compared";

/**
 * Whom the edited rules move against the saved ones. Nothing where no rules are edited, or the two cannot be compared. `as`
 * is the level of its heading.
 */
export function WhatIf({ as = "h2" }: { as?: "h2" | "h3" }) {
  const styles = useStyles();
  const { draft, preview } = usePane().state;
  const moved = useMemo(() => {
    const before = beforeDraft({ draft, preview });
    return before && preview ? { list: movedBetween(before, preview) } : null;
  }, [draft, preview]);
  if (!moved || !preview) return null;
  const { list } = moved;
  if (!list || list.length === 0) {
    return <p className={styles.sentence}>{list ? whatIfSentence(0) : WHAT_IF.joinedOtherwise}</p>;
  }
  const { firstRow } = preview.run;
  const lines = list.slice(0, MOST).map(({ row, account, from, to }) => {
    return { account, row: row + firstRow, text: fromTo(from, to) };
  });
  return (
    <Accordion collapsible>
      <AccordionItem value="what-if">
        <AccordionHeader as={as} size="small" expandIconPosition="end" className={styles.header}>
          {whatIfSentence(list.length)}
        </AccordionHeader>
        <AccordionPanel className={styles.panel}>
          <AccountList label={WHAT_IF.movers} lines={lines} count={list.length} />
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}

const useStyles = makeStyles({
  sentence: { margin: `${tokens.spacingVerticalM} 0 0`, color: tokens.colorNeutralForeground2 },
  header: { marginInline: `calc(-1 * ${tokens.spacingHorizontalM})` },
  panel: { marginInline: "0" },
});
