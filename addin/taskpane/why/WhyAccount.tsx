import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, type ReactNode } from "react";
import { whyOf, type Explanation } from "../../../engine/index";
import type { Preview } from "../../excel/tiering";
import { customerSentence } from "../../strings/columns";
import { edgeSentence, otherRowSentence, shownNames, standingSentence, WHY } from "../../strings/whyCard";
import { traceOf } from "../../strings/whyTrace";
import { whySentence } from "../../strings/why";
import { useAnswer } from "../app/useAnswer";
import { useDelayed } from "../app/useDelayed";
import { AccountOverrides } from "./AccountOverrides";
import { Path } from "./Path";
import { inputRowOf } from "./rows";
import { Trace, type TraceProps } from "./Trace";
import { useExplanation } from "./useExplanation";

interface Props {
  /** From 0 below the header. */
  readonly row: number;
  readonly preview: Preview;
  /** Whether the steps are shown, which is kept from account to account. */
  readonly steps: Omit<TraceProps, "groups">;
}

/** The account in a row: its tier, why, how far from the next one, and where it comes from. */
export function WhyAccount({ row, preview, steps }: Props) {
  const styles = useStyles();
  const explanation = useExplanation(preview, inputRowOf(preview.source, row));
  const isLate = useDelayed(explanation === null);
  if (!explanation) return isLate ? <p className={styles.sentence}>{WHY.searching}</p> : null;
  if (explanation.kind !== "account" && explanation.kind !== "excluded") {
    return <p className={styles.sentence}>{otherRowSentence(explanation)}</p>;
  }
  return <Explained row={row} preview={preview} steps={steps} explanation={explanation} />;
}

interface ExplainedProps extends Props {
  readonly explanation: Extract<Explanation, { kind: "account" | "excluded" }>;
}

function Explained({ row, preview, steps, explanation }: ExplainedProps) {
  const styles = useStyles();
  const { run, source } = preview;
  const { preset, segment, tier } = run;
  const names = useMemo(() => shownNames(preset), [preset]);
  const inputRow = inputRowOf(source, row);
  const edges = useAnswer("edges", { row: inputRow });
  const codes = useAnswer("customerReason", { row: inputRow });
  const why = whyOf(explanation, preset);
  const label = tier.labels[tier.codes[row] ?? -1] ?? "";
  const segmentLabel = segment ? (segment.labels[segment.codes[row] ?? -1] ?? null) : null;
  const rows = explanation.kind === "account" ? explanation.rows : 1;
  const groups = useMemo(() => traceOf(explanation, preset, names), [explanation, preset, names]);
  return (
    <section aria-label={explanation.account} className={styles.account}>
      <div aria-live="polite" className={styles.head}>
        <h3 className={styles.name}>
          <bdi>{explanation.account}</bdi>
        </h3>
        <p className={styles.standing}>{standingSentence(label, segmentLabel, rows)}</p>
      </div>
      {why && <p className={styles.sentence}>{whySentence(why, names)}</p>}
      {edges && (
        <Part title={WHY.distance}>
          <ul className={styles.list}>
            <li>{edgeSentence(edges.up, "up", preset, names)}</li>
            <li>{edgeSentence(edges.down, "down", preset, names)}</li>
          </ul>
        </Part>
      )}
      <Part title={WHY.path}>
        <Path account={explanation.account} preview={preview} names={names} />
      </Part>
      {codes && (
        <Part title={WHY.customer}>
          <p className={styles.sentence}>{customerSentence(codes)}</p>
        </Part>
      )}
      <AccountOverrides account={explanation.account} tier={label} preview={preview} />
      {groups.length > 0 && <Trace groups={groups} {...steps} />}
    </section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.part}>
      <h4 className={styles.title}>{title}</h4>
      {children}
    </div>
  );
}

const useStyles = makeStyles({
  account: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalM,
    overflowWrap: "anywhere",
  },
  head: { display: "grid", gap: tokens.spacingVerticalXXS },
  name: { margin: "0", fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  standing: { margin: "0", fontWeight: tokens.fontWeightSemibold },
  sentence: { margin: "0" },
  part: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXS },
  title: {
    margin: "0",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  list: { margin: "0", paddingInlineStart: tokens.spacingHorizontalXL, display: "grid", gap: tokens.spacingVerticalXS },
});
