import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  Radio,
  RadioGroup,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from "@fluentui/react-components";
import { useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import {
  ladderCuts,
  presetDocument,
  type CurveCut,
  type CutCurve as Curve,
  type LadderName,
  type Preset,
  type PresetDocument,
} from "../../../engine/index";
import { CUTS, curveSentence, cutSentence, cutText } from "../../strings/cuts";
import { count } from "../../strings/format";
import { namesOf } from "../../strings/names";
import { shareText } from "../../strings/pane";
import { usePane } from "../app/PaneContext";
import { useAnswer } from "../app/useAnswer";
import { valueAt, withValue } from "../rules/document";
import { numberAfter, numberAt, positionOf } from "./moved";

const [WIDTH, HEIGHT] = [100, 40];
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 5, PageDown: -5 }; // prettier-ignore

/** The curve of the tiers or of the segments, whichever are cut by a number; nothing where neither is. */
export function RevenueCurve() {
  const styles = useStyles();
  const { state } = usePane();
  const [chosen, setChosen] = useState<LadderName | null>(null);
  const ladders = state.preset ? laddersOf(state.preset) : [];
  const ladder = (ladders.find(({ name }) => name === chosen) ?? ladders.find(({ isWhole }) => isWhole) ?? ladders[0])
    ?.name;
  if (ladder === undefined) return null;
  return (
    <section aria-label={CUTS.curve} className={styles.section}>
      {ladders.length > 1 && (
        <RadioGroup
          layout="horizontal"
          aria-label={CUTS.cutsOf}
          value={ladder}
          onChange={(_, { value }) => setChosen(value as LadderName)}
        >
          <Radio value="tiers" label={CUTS.tiers} />
          <Radio value="segments" label={CUTS.segments} />
        </RadioGroup>
      )}
      <CutCurve key={ladder} ladder={ladder} />
    </section>
  );
}

/** Those that have cuts; `isWhole`: nothing but the cuts parts the accounts. */
function laddersOf(preset: Preset): { name: LadderName; isWhole: boolean }[] {
  return (["tiers", "segments"] as const).flatMap((name) => {
    const found = ladderCuts(preset, name);
    return found ? [{ name, isWhole: found.cuts.every(({ isPartial }) => !isPartial) }] : [];
  });
}

/** How the value is spread over the accounts, with cuts that can be moved: the rules are edited, and all that follows with them. */
function CutCurve({ ladder }: { ladder: LadderName }) {
  const styles = useStyles();
  const { state, actions } = usePane();
  const curve = useAnswer("cutCurve", { ladder });
  const { preset, draft } = state;
  if (!curve || !preset) return null;
  const measure = namesOf(preset).measure(curve.measure);
  const labels = new Map(preset[ladder]?.rungs.map(({ id, label }) => [id, label]));
  const document = draft?.document ?? presetDocument(preset);
  const cuts = curve.cuts.map((cut) => now(curve, cut, document));
  const move = ({ number, at }: CurveCut, to: number) => {
    if (to !== at) void actions.editRules(withValue(document, number, to));
  };
  return (
    <>
      <h2 className={styles.title}>{curveSentence(curve.accounts, measure)}</h2>
      <Picture curve={{ ...curve, cuts }} measure={measure} labels={labels} onMove={move} />
      <p className={styles.hint}>{CUTS.curveHint}</p>
      <Accordion collapsible>
        <AccordionItem value="table">
          <AccordionHeader as="h3" size="small" expandIconPosition="end" className={styles.header}>
            {CUTS.table}
          </AccordionHeader>
          <AccordionPanel className={styles.panel}>
            <AsTable curve={{ ...curve, cuts }} measure={measure} labels={labels} />
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </>
  );
}

/** A cut as it is chosen by now, while the engine is still at the choice before. */
function now(curve: Curve, cut: CurveCut, document: PresetDocument): CurveCut {
  const at = valueAt(document, cut.number);
  if (typeof at !== "number" || at === cut.at) return cut;
  return { ...cut, at, accounts: Math.round(positionOf(curve, { by: cut.by, at })) };
}

interface Shown {
  readonly curve: Curve;
  readonly measure: string;
  readonly labels: ReadonlyMap<string, string>;
}

function Picture({ curve, measure, labels, onMove }: Shown & { onMove: (cut: CurveCut, to: number) => void }) {
  const styles = useStyles();
  const frame = useRef<HTMLDivElement>(null);
  const x = (accounts: number) => (WIDTH * accounts) / curve.accounts;
  const line = curve.points.map(({ accounts, share }) => `${x(accounts)},${HEIGHT * (1 - (share ?? 0))}`).join(" ");
  const drag = (event: PointerEvent, cut: CurveCut) => {
    const box = frame.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onMove(cut, numberAt(curve, cut, (curve.accounts * (event.clientX - box.left)) / box.width));
  };
  const press = (event: KeyboardEvent, cut: CurveCut) => {
    const steps = STEPS[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    onMove(cut, numberAfter(curve, cut, steps));
  };
  return (
    <div className={styles.frame} ref={frame}>
      <svg className={styles.picture} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
        <polygon className={styles.area} points={`0,${HEIGHT} ${line} ${WIDTH},${HEIGHT}`} />
        <polyline className={styles.line} points={line} vectorEffect="non-scaling-stroke" />
      </svg>
      {curve.cuts.map((cut) => {
        const text = cutSentence(labels.get(cut.rung) ?? cut.rung, cut, measure);
        return (
          <div
            key={cut.rung}
            role="slider"
            tabIndex={0}
            className={styles.cut}
            style={{ left: `${x(cut.accounts)}%` }}
            aria-label={`${CUTS.cut}: ${labels.get(cut.rung) ?? cut.rung}`}
            aria-valuemin={0}
            aria-valuemax={curve.accounts}
            aria-valuenow={cut.accounts}
            aria-valuetext={text}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={(event) => drag(event, cut)}
            onKeyDown={(event) => press(event, cut)}
          />
        );
      })}
    </div>
  );
}

function AsTable({ curve, measure, labels }: Shown) {
  const shareOf = (accounts: number) => curve.points.find((point) => point.accounts >= accounts)?.share ?? null;
  return (
    <Table size="extra-small" aria-label={CUTS.table}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell>{CUTS.class}</TableHeaderCell>
          <TableHeaderCell>{CUTS.cut}</TableHeaderCell>
          <TableHeaderCell>{CUTS.accountsAbove}</TableHeaderCell>
          <TableHeaderCell>{CUTS.shareAbove}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {curve.cuts.map((cut) => (
          <TableRow key={cut.rung}>
            <TableCell>
              <bdi>{labels.get(cut.rung)}</bdi>
            </TableCell>
            <TableCell>{cutText(cut, measure)}</TableCell>
            <TableCell>{count(cut.accounts)}</TableCell>
            <TableCell>{shareText(shareOf(cut.accounts))}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const useStyles = makeStyles({
  section: { display: "grid", gap: tokens.spacingVerticalXS, minWidth: "0", marginTop: tokens.spacingVerticalL },
  title: { margin: "0", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  hint: { margin: "0", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  header: { marginInline: `calc(-1 * ${tokens.spacingHorizontalM})` },
  panel: { marginInline: "0" },
  /** Its margins leave room for half a handle on both sides. */
  frame: { position: "relative", height: "112px", marginInline: "12px" },
  picture: {
    display: "block",
    width: "100%",
    height: "100%",
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  area: { fill: tokens.colorBrandBackground2 },
  line: { fill: "none", stroke: tokens.colorBrandStroke1, strokeWidth: "2px" },
  cut: {
    position: "absolute",
    top: "0",
    bottom: "0",
    width: "24px",
    marginLeft: "-12px",
    cursor: "ew-resize",
    touchAction: "none",
    borderRadius: tokens.borderRadiusMedium,
    "::before": {
      content: '""',
      position: "absolute",
      top: "0",
      bottom: "0",
      left: "11px",
      width: "2px",
      backgroundColor: tokens.colorNeutralForeground1,
      forcedColorAdjust: "none",
      "@media (forced-colors: active)": { backgroundColor: "CanvasText" },
    },
    "::after": {
      content: '""',
      position: "absolute",
      top: "4px",
      left: "6px",
      width: "12px",
      height: "12px",
      borderRadius: "50%",
      border: `2px solid ${tokens.colorNeutralForeground1}`,
      backgroundColor: tokens.colorNeutralBackground1,
      boxSizing: "border-box",
    },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});
