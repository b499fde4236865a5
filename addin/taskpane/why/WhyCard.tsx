import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { Preview } from "../../excel/tiering";
import { listTitle } from "../../strings/overrides";
import { WHY } from "../../strings/whyCard";
import { usePane } from "../app/PaneContext";
import { FindAccount } from "./FindAccount";
import { OverrideList } from "./OverrideList";
import { useSelectedRow } from "./useSelectedRow";
import { WhyAccount } from "./WhyAccount";

/** Why an account has its tier, and what people have decided about accounts. Looks at nothing before it is opened. */
export function WhyCard({ preview }: { preview: Preview }) {
  const styles = useStyles();
  const [open, setOpen] = useState<readonly unknown[]>([]);
  const { length } = preview.sheets.overrides;
  return (
    <Accordion collapsible multiple onToggle={(_, { openItems }) => setOpen(openItems)}>
      <AccordionItem value="why">
        <AccordionHeader as="h2" size="small" expandIconPosition="end" className={styles.header}>
          {WHY.card}
        </AccordionHeader>
        <AccordionPanel className={styles.panel}>{open.includes("why") && <Why preview={preview} />}</AccordionPanel>
      </AccordionItem>
      <AccordionItem value="overrides">
        <AccordionHeader as="h2" size="small" expandIconPosition="end" className={styles.header}>
          {listTitle(length)}
        </AccordionHeader>
        <AccordionPanel className={styles.panel}>
          {open.includes("overrides") && <OverrideList preview={preview} />}
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}

function Why({ preview }: { preview: Preview }) {
  const styles = useStyles();
  const { state, actions } = usePane();
  const [row, choose] = useSelectedRow(preview.source);
  const [isOpen, onToggle] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void top.current?.scrollIntoView({ block: "center" }); // it opens below what is seen
  }, []); // some browsers answer with a promise, which is no clean-up
  const isThere = row !== null && row < preview.source.rows;
  return (
    <div className={styles.why} ref={top}>
      <FindAccount
        preview={preview}
        onFound={(found) => {
          choose(found);
          void actions.select(found, preview.plan.expected.keyPosition);
        }}
      />
      {!state.isFresh && !state.work && <p className={styles.note}>{WHY.isOld}</p>}
      {isThere ? (
        <WhyAccount key={row} row={row} preview={preview} steps={{ isOpen, onToggle }} />
      ) : (
        <p className={styles.note}>{WHY.select}</p>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  header: { marginInline: `calc(-1 * ${tokens.spacingHorizontalM})` },
  panel: { marginInline: "0" },
  why: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalM },
  note: { margin: "0", color: tokens.colorNeutralForeground2 },
});
