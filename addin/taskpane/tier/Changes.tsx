import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { movers, segmentsOnly } from "../../excel/movers";
import type { Preview } from "../../excel/tiering";
import { changesSentence, leftSentence, segmentsOnlySentence, moveSentence, PANE } from "../../strings/pane";
import { AccountList, MOST } from "../app/AccountList";

/** Who moves, before anything is written. */
export function Changes({ preview }: { preview: Preview }) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const { moves } = preview.plan;
  const sentence = changesSentence(moves);
  const others = <Others preview={preview} />;
  if (moves.up + moves.down === 0) {
    return (
      <>
        <p className={styles.sentence}>{sentence}</p>
        {others}
      </>
    );
  }
  return (
    <>
      <Accordion collapsible onToggle={(_, { openItems }) => setOpen(openItems.length > 0)}>
        <AccordionItem value="changes">
          <AccordionHeader as="h2" size="small" expandIconPosition="end" className={styles.header}>
            {sentence}
          </AccordionHeader>
          <AccordionPanel className={styles.panel}>{isOpen && <Movers preview={preview} />}</AccordionPanel>
        </AccordionItem>
      </Accordion>
      {others}
    </>
  );
}

/** What changes beside the tiers, and what of ours does not. */
function Others({ preview: { plan } }: { preview: Preview }) {
  const styles = useStyles();
  const rows = segmentsOnly(plan);
  const headers = plan.left.flatMap((kind) => plan.placed.get(kind)?.header ?? []);
  return (
    <>
      {rows > 0 && <p className={styles.sentence}>{segmentsOnlySentence(rows)}</p>}
      {headers.length > 0 && <p className={styles.sentence}>{leftSentence(headers)}</p>}
    </>
  );
}

function Movers({ preview }: { preview: Preview }) {
  const { up, down } = preview.plan.moves;
  const list = useMemo(() => movers(preview, MOST), [preview]);
  const { firstRow } = preview.run;
  const lines = list.map((mover) => ({ account: mover.account, row: mover.row + firstRow, text: moveSentence(mover) }));
  return <AccountList label={PANE.movers} lines={lines} count={up + down} />;
}

const useStyles = makeStyles({
  sentence: { margin: `${tokens.spacingVerticalM} 0 0`, color: tokens.colorNeutralForeground2 },
  header: { marginInline: `calc(-1 * ${tokens.spacingHorizontalM})` },
  panel: { marginInline: "0" },
});
