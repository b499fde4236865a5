import { makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import { PANE } from "../../strings/pane";
import { Body } from "../app/Body";
import { usePane } from "../app/PaneContext";
import { Waiting } from "../app/Waiting";
import { Changes } from "./Changes";
import { ClassTable } from "./ClassTable";
import { ColumnMapping } from "./ColumnMapping";
import { DataCheck } from "./DataCheck";
import { FirstRun } from "./FirstRun";
import { Footer } from "./Footer";
import { Refused } from "./Refused";
import { SourceCard } from "./SourceCard";
import { beforeDraft } from "./compared";

const RevenueCurve = lazy(() => import("../cuts/RevenueCurve").then((part) => ({ default: part.RevenueCurve })));
const WhyCard = lazy(() => import("../why/WhyCard").then((part) => ({ default: part.WhyCard })));

const AutomaticSwitch = lazy(() => import("./AutomaticSwitch").then((part) => ({ default: part.AutomaticSwitch })));
const WhatIf = lazy(() => import("./WhatIf").then((part) => ({ default: part.WhatIf })));

/** The monthly job on one screen: which accounts, what was read, who gets which tier, apply. */
export function TierTab() {
  const styles = useStyles();
  const { state } = usePane();
  const { isOpen, found, preview, refusal, work, isFresh, draft } = state;
  const before = beforeDraft(state)?.run.stats;
  const isReading = work?.kind === "reading";
  if (!found && (refusal || (isOpen && !work))) {
    return (
      <>
        <FirstRun />
        <Footer />
      </>
    );
  }
  return (
    <>
      <Body tab="tier" isBusy={isReading}>
        {found ? <SourceCard found={found} /> : <Waiting />}
        {found && (
          <div className={styles.switch}>
            <Suspense fallback={null}>
              <AutomaticSwitch />
            </Suspense>
          </div>
        )}
        {found && (preview || refusal?.code === "fields-unmapped") && <ColumnMapping found={found} />}
        {refusal && <Refused problem={refusal} />}
        {preview && <DataCheck preview={preview} />}
        {preview && (
          <div className={isFresh ? undefined : styles.passed}>
            <section aria-label={PANE.preview} className={styles.preview}>
              {preview.run.stats.segments.length > 0 && (
                <ClassTable
                  title={PANE.segment}
                  classes={preview.run.stats.segments}
                  before={before?.segments}
                  rungs={preview.run.preset.segments?.rungs ?? []}
                />
              )}
              <ClassTable
                title={PANE.tier}
                classes={[...preview.run.stats.tiers, ...preview.run.stats.outside]}
                before={before && [...before.tiers, ...before.outside]}
                rungs={preview.run.preset.tiers.rungs}
              />
              {draft && (
                <Suspense fallback={null}>
                  <WhatIf />
                </Suspense>
              )}
            </section>
            <Suspense fallback={null}>
              <RevenueCurve />
            </Suspense>
            <Changes preview={preview} />
          </div>
        )}
        {preview && (
          <Suspense fallback={null}>
            <WhyCard preview={preview} />
          </Suspense>
        )}
        {found && !preview && !refusal && isReading && <Waiting />}
      </Body>
      {isOpen && <Footer />}
    </>
  );
}

const useStyles = makeStyles({
  /** The switch comes a moment later: what is below stays in its place. */
  switch: { minHeight: "36px" },
  preview: { display: "grid", gap: tokens.spacingVerticalM },
  /** Of before: what is read next will replace it. */
  passed: { opacity: "0.6", transitionProperty: "opacity", transitionDelay: "300ms" },
});
