import { Button, makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    flexShrink: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    paddingLeft: "8px",
  },
});

interface Props {
  readonly sheets: readonly string[];
  readonly active: string;
  onActivate(name: string): void;
  onAdd(name: string): void;
}

/** The sheets of the workbook. */
export function SheetTabs({ sheets, active, onActivate, onAdd }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.bar}>
      <TabList
        size="small"
        aria-label="Sheets"
        selectedValue={active}
        onTabSelect={(_, { value }) => onActivate(String(value))}
      >
        {sheets.map((name) => (
          <Tab key={name} value={name}>
            {name}
          </Tab>
        ))}
      </TabList>
      <Button
        size="small"
        appearance="subtle"
        icon={<AddRegular />}
        aria-label="New sheet"
        onClick={() => onAdd(freeName(sheets))}
      />
    </div>
  );
}

function freeName(taken: readonly string[]): string {
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  for (let n = 1; ; n++) if (!lower.has(`sheet${n}`)) return `Sheet${n}`;
}
