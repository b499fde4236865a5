import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useCallback, useDeferredValue, useMemo, useState, type ReactNode } from "react";
import type { Preview } from "../../excel/tiering";
import { namesOf } from "../../strings/names";
import { REVIEW } from "../../strings/review";
import { listTitle, nothingSentence } from "../../strings/reviewLists";
import { usePane } from "../app/PaneContext";
import { Waiting } from "../app/Waiting";
import { Refused } from "../tier/Refused";
import { AccountList } from "../app/AccountList";
import { askLists } from "./askLists";
import { listsOf } from "./lists";
import { Paths } from "./Paths";
import { Section } from "./Section";
import { useAsked } from "./useAsked";

/** Accounts that are worth a look, list by list, and each account's path. A list is drawn when it is opened. */
export function Lists({ preview }: { preview: Preview }) {
  const styles = useStyles();
  const { preset } = preview.run;
  const names = useMemo(() => namesOf(preset), [preset]);
  const { tiering } = usePane().services;
  const told = useDeferredValue(
    useAsked(
      preview,
      useCallback((of: Preview) => askLists(tiering, of), [tiering]),
    ),
  );
  const [open, setOpen] = useState<readonly unknown[]>([]);
  const lists = useMemo(() => (told?.value ? listsOf(told.value, preset, names) : []), [told, preset, names]);
  const empty = lists.filter(({ count }) => count === 0);
  return (
    <Section title={REVIEW.lists}>
      {!told && <Waiting />}
      {told?.problem && <Refused problem={told.problem} />}
      <Accordion multiple collapsible openItems={[...open]} onToggle={(_, { openItems }) => setOpen(openItems)}>
        {lists
          .filter(({ count }) => count > 0)
          .map(({ id, title, count, lines, also }) => (
            <Item key={id} id={id} title={listTitle(title, count)} isOpen={open.includes(id)}>
              {also !== undefined && <p className={styles.also}>{also}</p>}
              <AccountList label={title} lines={lines} count={count} />
            </Item>
          ))}
        <Item id="paths" title={REVIEW.paths} isOpen={open.includes("paths")}>
          <Paths preview={preview} />
        </Item>
      </Accordion>
      {empty.length > 0 && <p className={styles.also}>{nothingSentence(empty.map(({ title }) => title))}</p>}
    </Section>
  );
}

interface ItemProps {
  readonly id: string;
  readonly title: string;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}

function Item({ id, title, isOpen, children }: ItemProps) {
  const styles = useStyles();
  return (
    <AccordionItem value={id}>
      <AccordionHeader as="h3" size="small" expandIconPosition="end" className={styles.header}>
        {title}
      </AccordionHeader>
      <AccordionPanel className={styles.panel}>{isOpen && children}</AccordionPanel>
    </AccordionItem>
  );
}

const useStyles = makeStyles({
  header: { marginInline: `calc(-1 * ${tokens.spacingHorizontalM})`, overflowWrap: "anywhere" },
  panel: { marginInline: "0", paddingBottom: tokens.spacingVerticalS },
  also: { margin: "0", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});
