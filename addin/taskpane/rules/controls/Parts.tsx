import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { Path } from "../document";
import { useRules } from "../RulesContext";

interface Part {
  readonly title: string;
  /** What it edits, for the count of what is not yet right. */
  readonly paths: readonly Path[];
  readonly content: () => ReactNode;
}

/** What is less often edited, folded. A part is made when it is first opened, and stays. */
export function Parts({ parts }: { parts: readonly Part[] }) {
  const styles = useStyles();
  const rules = useRules();
  const [made, setMade] = useState<ReadonlySet<string>>(new Set());
  return (
    <Accordion
      collapsible
      multiple
      onToggle={(_, { openItems }) => setMade(new Set([...made, ...(openItems as string[])]))}
    >
      {parts.map(({ title, paths, content }) => {
        const issues = paths.flatMap((path) => rules.issuesIn(path)).length;
        return (
          <AccordionItem key={title} value={title}>
            <AccordionHeader as="h4" size="small" className={styles.header}>
              {title}
              {issues > 0 && (
                <Badge className={styles.count} color="danger" appearance="tint">
                  {issues}
                </Badge>
              )}
            </AccordionHeader>
            <AccordionPanel className={styles.panel}>{made.has(title) && content()}</AccordionPanel>
          </AccordionItem>
        );
      })}
    </Accordion>
  );
}

const useStyles = makeStyles({
  header: { marginInline: `calc(-1 * ${tokens.spacingHorizontalM})` },
  count: { marginInlineStart: tokens.spacingHorizontalS },
  panel: { display: "grid", gap: tokens.spacingVerticalS, marginInline: "0", minWidth: "0" },
});
