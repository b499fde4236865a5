import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Preview } from "../../excel/tiering";
import { PLAN } from "../../strings/plan";
import { Gaps } from "./Gaps";
import { Loud } from "./Loud";
import { MixOfTiers } from "./MixOfTiers";
import { Plays } from "./Plays";
import { Spread } from "./Spread";

/** What is promised, and what to look at; each part is worked out when it is opened. */
export function MoreOfPlan({ preview }: { preview: Preview }) {
  const styles = useStyles();
  const { segments, tiers } = preview.run.preset;
  const hasSegmentPlays = segments?.rungs.some(({ play }) => play) === true;
  return (
    <Accordion multiple collapsible className={styles.parts}>
      <Part title={PLAN.tierPlays}>
        <Plays rungs={tiers.rungs} />
      </Part>
      {segments && hasSegmentPlays && (
        <Part title={PLAN.segmentPlays}>
          <Plays rungs={segments.rungs} />
        </Part>
      )}
      <Part title={PLAN.loudest}>
        <Loud preview={preview} />
      </Part>
      <Part title={PLAN.gaps}>
        <Gaps preview={preview} />
      </Part>
      <Part title={PLAN.mix}>
        <MixOfTiers preview={preview} />
      </Part>
      <Part title={PLAN.concentration}>
        <Spread />
      </Part>
    </Accordion>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <AccordionItem value={title}>
      <AccordionHeader as="h2" size="small" expandIconPosition="end" className={styles.header}>
        {title}
      </AccordionHeader>
      <AccordionPanel className={styles.panel}>{children}</AccordionPanel>
    </AccordionItem>
  );
}

const useStyles = makeStyles({
  parts: { minWidth: "0" },
  header: { marginInline: `calc(-1 * ${tokens.spacingHorizontalM})` },
  panel: { marginInline: "0", paddingBlockEnd: tokens.spacingVerticalM },
});
