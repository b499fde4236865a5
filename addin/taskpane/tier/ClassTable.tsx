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
import type { ClassStats, Seats } from "../../../engine/index";
import { PANE, shareText } from "../../strings/pane";
import { inShownOrder } from "../../strings/classOrder";
import { countFrom, seatsSentence } from "../../strings/whatIf";

interface Props {
  /** What the classes are: also the table's name. */
  readonly title: string;
  readonly classes: readonly (ClassStats & { readonly seats?: Seats | null })[];
  /** The classes under other rules, to be compared with; a class that is not among them had nobody. */
  readonly before?: readonly ClassStats[] | undefined;
  readonly rungs: readonly {
    readonly id: string;
    readonly colour?: string | undefined;
    readonly name?: string | undefined;
  }[];
}

/**
 * Accounts, seats and share of value of each class, with a bar as long as its share of the accounts. In the order of the
 * preset, classes that stand outside of the shares last.
 */
export function ClassTable({ title, classes, before, rungs }: Props) {
  const styles = useStyles();
  const all = classes.reduce((sum, each) => sum + each.count, 0);
  return (
    <Table size="extra-small" aria-label={title} className={styles.table}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={styles.label}>{title}</TableHeaderCell>
          <TableHeaderCell className={styles.number} button={{ className: styles.head }}>
            {PANE.accounts}
          </TableHeaderCell>
          <TableHeaderCell className={styles.number} button={{ className: styles.head }}>
            {PANE.share}
          </TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {inShownOrder(classes).map(({ id, label, count: accounts, share, seats }) => {
          const rung = rungs.find((each) => each.id === id);
          const accountsBefore = before && (before.find((each) => each.id === id)?.count ?? 0);
          const width = all === 0 ? 0 : (100 * accounts) / all;
          return (
            <TableRow key={id}>
              <TableCell className={styles.label}>
                <div className={styles.name}>
                  <span>{label}</span>
                  {rung?.name !== undefined && <span className={styles.also}>{rung.name}</span>}
                </div>
                {seats && <div className={styles.also}>{seatsSentence(seats)}</div>}
                <div className={styles.track} aria-hidden>
                  <div className={styles.bar} style={{ width: `${width}%`, backgroundColor: rung?.colour }} />
                </div>
              </TableCell>
              <TableCell className={mergeClasses(styles.number, styles.digits)}>
                {countFrom(accountsBefore, accounts)}
              </TableCell>
              <TableCell className={mergeClasses(styles.number, styles.digits)}>{shareText(share)}</TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

const useStyles = makeStyles({
  table: { tableLayout: "auto" },
  label: { width: "100%", paddingInline: "0" },
  name: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "baseline" },
  also: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  number: { minWidth: "64px", paddingInline: "0", textAlign: "end", justifyContent: "flex-end" },
  head: { justifyContent: "flex-end" },
  digits: { fontVariantNumeric: "tabular-nums" },
  track: { height: "4px", backgroundColor: tokens.colorNeutralBackground3, borderRadius: tokens.borderRadiusSmall },
  bar: {
    height: "4px",
    minWidth: "1px",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralForeground3,
    forcedColorAdjust: "none",
  },
});
