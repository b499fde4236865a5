import {
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from "@fluentui/react-components";
import type { Plan } from "../../../engine/index";
import { shareText } from "../../strings/pane";
import { PLAN } from "../../strings/plan";

interface Props {
  readonly plan: Plan;
  readonly rungs: readonly { readonly id: string; readonly colour?: string | undefined }[];
}

/**
 * The shares of each tier in the accounts, the value and the hours, with a bar as long as each: a tier that takes more of
 * the hours than it has of the value is seen at once. The table is the chart's own alternative.
 */
export function Shares({ plan: { tiers, total }, rungs }: Props) {
  const styles = useStyles();
  const columns = [PLAN.accounts, PLAN.value, ...(total.hoursNeeded === null ? [] : [PLAN.hours])];
  return (
    <Table size="extra-small" aria-label={PLAN.shares} className={styles.table}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={styles.cell}>{PLAN.shares}</TableHeaderCell>
          {columns.map((name) => (
            <TableHeaderCell key={name} className={styles.cell}>
              {name}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {tiers.map(({ id, label, accounts, valueShare, effortShare }) => {
          const shares = [total.accounts === 0 ? null : accounts / total.accounts, valueShare, effortShare];
          const colour = rungs.find((rung) => rung.id === id)?.colour;
          return (
            <TableRow key={id}>
              <TableCell className={mergeClasses(styles.cell, styles.label)}>
                <bdi>{label}</bdi>
              </TableCell>
              {columns.map((name, at) => (
                <TableCell key={name} className={styles.cell}>
                  <div className={styles.digits}>{shareText(shares[at] ?? null)}</div>
                  <div className={styles.track} aria-hidden>
                    <div
                      className={styles.bar}
                      style={{ width: `${100 * (shares[at] ?? 0)}%`, backgroundColor: colour }}
                    />
                  </div>
                </TableCell>
              ))}
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

const useStyles = makeStyles({
  table: { tableLayout: "fixed" },
  cell: { paddingInline: "0", paddingInlineEnd: tokens.spacingHorizontalS, height: "auto", verticalAlign: "bottom" },
  label: { overflowWrap: "anywhere", paddingBlock: tokens.spacingVerticalXS },
  digits: { fontVariantNumeric: "tabular-nums", lineHeight: tokens.lineHeightBase200 },
  track: {
    height: "4px",
    marginBlockEnd: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusSmall,
  },
  bar: {
    height: "4px",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralForeground3,
    forcedColorAdjust: "none",
  },
});
