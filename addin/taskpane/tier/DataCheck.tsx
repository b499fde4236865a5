import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Link,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { CheckmarkCircleRegular, InfoRegular, WarningRegular } from "@fluentui/react-icons";
import type { Issue } from "../../../engine/index";
import { sheetRowOf, type Source } from "../../excel/source";
import type { Preview } from "../../excel/tiering";
import { issueSentence } from "../../strings/issues";
import { dataCheckTitle, moreRows, PANE, rowLink } from "../../strings/pane";
import { usePane } from "../app/PaneContext";

/** What was found in the cells and in the result, with links that select the first rows concerned. */
export function DataCheck({ preview }: { preview: Preview }) {
  const styles = useStyles();
  const { issues } = preview.run;
  const { header } = preview.source;
  const isWarning = ({ severity, rows }: Issue) => severity !== "info" && isAboutRows(rows, header);
  const warnings = issues.filter(isWarning);
  const notes = issues.filter((issue) => !isWarning(issue));
  const title = dataCheckTitle(
    warnings.map(({ count }) => count),
    notes.length,
  );
  const icon =
    warnings.length > 0 ? <WarningRegular /> : issues.length > 0 ? <InfoRegular /> : <CheckmarkCircleRegular />;
  if (issues.length === 0) {
    return (
      <section aria-label={PANE.dataCheck} className={styles.clean}>
        {icon} {title}
      </section>
    );
  }
  return (
    <section aria-label={PANE.dataCheck}>
      <Accordion collapsible>
        <AccordionItem value="issues">
          <AccordionHeader as="h2" size="small" expandIconPosition="end" icon={icon} className={styles.header}>
            {title}
          </AccordionHeader>
          <AccordionPanel className={styles.panel}>
            <Issues issues={warnings} preview={preview} />
            {warnings.length > 0 && notes.length > 0 && <h3 className={styles.also}>{PANE.alsoNoted}</h3>}
            <Issues issues={notes} preview={preview} />
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </section>
  );
}

function Issues({ issues, preview }: { issues: readonly Issue[]; preview: Preview }) {
  const styles = useStyles();
  const { fields } = preview.run.preset;
  if (issues.length === 0) return null;
  return (
    <ul className={styles.list}>
      {issues.map((issue, at) => (
        <li key={at}>
          {issueSentence(issue, (id) => fields.get(id)?.label ?? id)} <Rows issue={issue} preview={preview} />
        </li>
      ))}
    </ul>
  );
}

function Rows({ issue: { rows, count, params }, preview }: { issue: Issue; preview: Preview }) {
  const styles = useStyles();
  const { actions } = usePane();
  const { source, plan } = preview;
  if (!isAboutRows(rows, source.header)) return null;
  const firstRow = source.header.row + source.header.rows;
  const [header] = plan.accounts.mapping.get(String(params["field"] ?? "account")) ?? [];
  const position = header === undefined ? plan.expected.keyPosition : source.headers.indexOf(header);
  return (
    <span className={styles.rows}>
      {rows.map((row) => (
        <Link as="button" inline key={row} onClick={() => void actions.select(row - firstRow, position)}>
          {rowLink(sheetRowOf(source, row) + 1)}
        </Link>
      ))}
      {count > rows.length && moreRows(count - rows.length)}
    </span>
  );
}

/** An issue about the header is about a column. */
function isAboutRows(rows: readonly number[], header: Source["header"]): boolean {
  return rows.some((row) => row >= header.row + header.rows);
}

const useStyles = makeStyles({
  clean: {
    display: "flex",
    gap: tokens.spacingHorizontalS,
    alignItems: "center",
    color: tokens.colorNeutralForeground2,
  },
  header: { marginInline: `calc(-1 * ${tokens.spacingHorizontalM})` },
  panel: { marginInline: "0" },
  also: { marginBlock: tokens.spacingVerticalM, fontSize: tokens.fontSizeBase300 },
  list: { margin: "0", paddingInlineStart: tokens.spacingHorizontalXL, display: "grid", gap: tokens.spacingVerticalS },
  rows: { display: "inline-flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS },
});
