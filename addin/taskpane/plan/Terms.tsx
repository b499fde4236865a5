import { makeStyles, tokens } from "@fluentui/react-components";
import { WarningRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";

export interface Term {
  readonly name: string;
  /** Left out where there is nothing to say. */
  readonly says: ReactNode;
  /** What it says falls short: marked by a sign, the words say how. */
  readonly isShort?: boolean;
}

/** Names and what is said of them. */
export function Terms({ of }: { of: readonly Term[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {of
        .filter(({ says }) => says !== null && says !== undefined)
        .map(({ name, says, isShort = false }) => (
          <div key={name} className={styles.term}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.says}>
              {isShort && <WarningRegular className={styles.sign} aria-hidden />}
              {says}
            </dd>
          </div>
        ))}
    </dl>
  );
}

const useStyles = makeStyles({
  list: { margin: "0", display: "grid", gap: tokens.spacingVerticalXS },
  term: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 5fr) minmax(0, 9fr)",
    columnGap: tokens.spacingHorizontalS,
  },
  name: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere", hyphens: "auto" },
  says: { margin: "0", overflowWrap: "anywhere" },
  sign: {
    marginInlineEnd: tokens.spacingHorizontalXS,
    verticalAlign: "text-bottom",
    color: tokens.colorStatusWarningForeground1,
  },
});
