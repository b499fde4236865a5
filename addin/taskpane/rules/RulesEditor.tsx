import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  Button,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { PANE } from "../../strings/pane";
import { incompleteSentence, SECTIONS, type SectionId } from "../../strings/rules";
import { Body } from "../app/Body";
import { IN_SIGHT } from "../app/inSight";
import { Messages } from "../app/Messages";
import { usePane } from "../app/PaneContext";
import { ScreenFooter } from "../app/ScreenFooter";
import { Waiting } from "../app/Waiting";
import { LiveCounts } from "./LiveCounts";
import { RulesProvider, useRules } from "./RulesContext";
import { SECTION_PARTS } from "./sections/registry";

const WhatIf = lazy(() => import("../tier/WhatIf").then((part) => ({ default: part.WhatIf })));

/** "Edit rules": every part of the chosen preset, with what follows from it on top. */
export function RulesEditor() {
  const { state } = usePane();
  if (!state.preset) {
    return (
      <Body isBusy>
        <Waiting />
      </Body>
    );
  }
  return (
    <RulesProvider preset={state.preset}>
      <Editor />
    </RulesProvider>
  );
}

function Editor() {
  const styles = useStyles();
  const { state, actions } = usePane();
  const { draft, preset, work } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const leave = async () => {
    if (await actions.settleRules()) actions.go("tier");
  };
  const isComplete = !draft || draft.issues.length === 0;
  return (
    <>
      <div className={styles.top}>
        <Messages />
        <section aria-label={PANE.editRules} className={styles.head}>
          <div className={styles.line}>
            <Button
              appearance="subtle"
              icon={<ArrowLeftRegular />}
              aria-label={PANE.back}
              onClick={() => void leave()}
            />
            <h2 className={styles.title} tabIndex={-1} ref={heading}>
              {PANE.editRules}
            </h2>
            {draft && (
              <Badge appearance="tint" color="warning">
                {PANE.unsaved}
              </Badge>
            )}
          </div>
          <bdi className={styles.name}>{preset?.name}</bdi>
          <LiveCounts />
          {draft && (
            <div className={styles.movers}>
              <Suspense fallback={null}>
                <WhatIf as="h3" />
              </Suspense>
            </div>
          )}
          {!isComplete && <p className={styles.incomplete}>{incompleteSentence(draft.issues.length)}</p>}
        </section>
      </div>
      <Body label={PANE.editRules}>
        <Sections />
      </Body>
      <ScreenFooter>
        <div className={styles.buttons}>
          <Button
            appearance="primary"
            disabledFocusable={!draft || !isComplete || work !== null}
            onClick={() => void actions.saveRules()}
          >
            {PANE.save}
          </Button>
          <Button appearance="subtle" disabledFocusable={!draft} onClick={() => void actions.discardRules()}>
            {PANE.discard}
          </Button>
        </div>
      </ScreenFooter>
    </>
  );
}

/** A section is made when it is first opened, and stays. */
function Sections() {
  const styles = useStyles();
  const rules = useRules();
  const [open, setOpen] = useState<readonly SectionId[]>([]);
  const [made, setMade] = useState<ReadonlySet<SectionId>>(new Set());
  return (
    <Accordion
      collapsible
      multiple
      openItems={[...open]}
      onToggle={(_, { openItems }) => {
        setOpen(openItems as SectionId[]);
        setMade(new Set([...made, ...(openItems as SectionId[])]));
      }}
    >
      {SECTION_PARTS.map(({ id, paths, Part }) => {
        const issues = paths.flatMap((path) => rules.issuesIn(path)).length;
        return (
          <AccordionItem key={id} value={id}>
            <AccordionHeader as="h3" size="small" expandIconPosition="end" className={styles.section}>
              {SECTIONS[id]}
              {issues > 0 && (
                <Badge className={styles.count} color="danger" appearance="tint">
                  {issues}
                </Badge>
              )}
            </AccordionHeader>
            <AccordionPanel className={styles.panel}>{made.has(id) && <Part />}</AccordionPanel>
          </AccordionItem>
        );
      })}
    </Accordion>
  );
}

const useStyles = makeStyles({
  top: {
    ...IN_SIGHT,
    top: "0",
    zIndex: "1",
  },
  head: {
    display: "grid",
    gap: tokens.spacingVerticalXS,
    minWidth: "0",
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  /** No higher than leaves room for the rules. */
  movers: {
    maxHeight: "35vh",
    overflowY: "auto",
    marginInline: `calc(-1 * ${tokens.spacingHorizontalM})`,
    paddingInline: tokens.spacingHorizontalM,
  },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  title: { flexGrow: "1", margin: "0", fontSize: tokens.fontSizeBase400, outlineStyle: "none" },
  name: { overflowWrap: "anywhere", color: tokens.colorNeutralForeground2 },
  incomplete: { margin: "0", color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
  section: { marginInline: `calc(-1 * ${tokens.spacingHorizontalM})` },
  count: { marginInlineStart: tokens.spacingHorizontalS },
  panel: { display: "grid", gap: tokens.spacingVerticalM, marginInline: "0", paddingBlock: tokens.spacingVerticalS },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});
