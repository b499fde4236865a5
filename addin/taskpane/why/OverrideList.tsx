import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { accountKey } from "../../../engine/index";
import type { Preview } from "../../excel/tiering";
import type { KeptOverride } from "../../excel/sheets/overrides/overrides";
import { moreOverrides, OVERRIDE } from "../../strings/overrides";
import { sheetIssueSentence, SHEET_NAMES } from "../../strings/sheets";
import { usePane } from "../app/PaneContext";
import { OverrideItem } from "./OverrideItem";
import { rowsOfAccounts } from "./rows";

/** How many overrides the list names. */
const MOST = 50;

/** Who is pinned, held or left out, by whom and until when: what ends soonest comes first. */
export function OverrideList({ preview }: { preview: Preview }) {
  const styles = useStyles();
  const { actions } = usePane();
  const { overrides, issues } = preview.sheets;
  const shown = useMemo(() => [...overrides].sort(soonestFirst).slice(0, MOST), [overrides]);
  const rows = useMemo(() => rowsOfAccounts(preview, shown.map(({ account }) => account)), [preview, shown]); // prettier-ignore
  const leftOut = issues.filter(({ sheet }) => sheet === SHEET_NAMES.overrides);
  return (
    <div className={styles.part}>
      {overrides.length === 0 && <p className={styles.note}>{OVERRIDE.none}</p>}
      {shown.length > 0 && (
        <ul aria-label={OVERRIDE.listed} className={styles.list}>
          {shown.map((override, at) => {
            const row = rows.get(accountKey(override.account));
            return (
              <OverrideItem key={at} override={override} isKnown={row !== undefined}>
                {row === undefined ? (
                  <bdi>{override.account}</bdi>
                ) : (
                  <Link as="button" inline onClick={() => void actions.select(row, preview.plan.expected.keyPosition)}>
                    <bdi>{override.account}</bdi>
                  </Link>
                )}
                :
              </OverrideItem>
            );
          })}
        </ul>
      )}
      {overrides.length > shown.length && (
        <p className={styles.note}>{moreOverrides(overrides.length - shown.length)}</p>
      )}
      {leftOut.length > 0 && (
        <ul aria-label={OVERRIDE.leftOut} className={styles.issues}>
          {leftOut.slice(0, MOST).map((issue) => (
            <li key={issue.address}>{sheetIssueSentence(issue)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Those without an end last. */
function soonestFirst(one: KeptOverride, other: KeptOverride): number {
  const [a, b] = [one.until ?? "9999-99-99", other.until ?? "9999-99-99"];
  return a === b ? 0 : a < b ? -1 : 1;
}

const useStyles = makeStyles({
  part: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalM },
  note: { margin: "0", color: tokens.colorNeutralForeground2 },
  list: { margin: "0", padding: "0", listStyleType: "none", display: "grid", gap: tokens.spacingVerticalM },
  issues: {
    margin: "0",
    paddingInlineStart: tokens.spacingHorizontalXL,
    color: tokens.colorStatusWarningForeground1,
    overflowWrap: "anywhere",
  },
});
