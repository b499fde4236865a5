import { makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import { betweenName, movementTitle, type Between } from "../../strings/review";
import type { MovementProps } from "./MovementTable";

/** What the table would say, one below the other, where that is wider than the pane: every count above 0, changes first. */
export function MovementList({ movement, names, isChosen, choose }: MovementProps) {
  const styles = useStyles();
  return (
    <ul aria-label={movementTitle(movement.since)} className={styles.list}>
      {countsOf(movement).map(({ accounts, between }) => (
        <li key={JSON.stringify(between)}>
          <ToggleButton
            appearance="subtle"
            size="small"
            className={styles.button}
            checked={isChosen(between)}
            onClick={() => choose(between)}
          >
            {betweenName(accounts, between, names)}
          </ToggleButton>
        </li>
      ))}
    </ul>
  );
}

function countsOf({ tiers, counts, entered, left, leftUnknown }: MovementProps["movement"]) {
  const cells = tiers.flatMap((from, was) =>
    tiers.map((to, now) => ({ accounts: counts[was]?.[now] ?? 0, between: { from, to } as Between })),
  );
  const isSame = ({ from, to }: Between) => from === to;
  const all = [
    ...cells.filter(({ between }) => !isSame(between)),
    ...tiers.map((from, was) => ({
      accounts: left[was] ?? 0,
      between: { kind: "left", from, isFormer: false } as Between,
    })),
    { accounts: leftUnknown, between: { kind: "left", isFormer: true } as Between },
    ...tiers.map((to, now) => ({ accounts: entered[now] ?? 0, between: { kind: "new", to } as Between })),
    ...cells.filter(({ between }) => isSame(between)),
  ];
  return all.filter(({ accounts }) => accounts > 0);
}

const useStyles = makeStyles({
  list: { margin: "0", padding: "0", listStyleType: "none", display: "grid", gap: tokens.spacingVerticalXXS },
  button: {
    justifyContent: "start",
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: "anywhere",
    paddingInline: tokens.spacingHorizontalXS,
  },
});
