import { Text } from "@fluentui/react-components";
import { columnHeader } from "../../../strings/columns";
import { COLUMN_HINTS, COLUMNS_WRITTEN, type WrittenColumn } from "../../../strings/rules/columns";
import { CardList } from "../controls/CardList";
import { useRules } from "../RulesContext";

/** Which columns are written beside the accounts, and in which order. */
export function ColumnsWritten() {
  const { document } = useRules();
  const byDefault: readonly WrittenColumn[] = document.segments ? ["segment", "tier"] : ["tier"];
  const written: readonly string[] = document.columns ?? byDefault;
  const left = (Object.keys(COLUMN_HINTS) as WrittenColumn[]).filter((column) => {
    return !written.includes(column) && (column !== "segment" || document.segments !== undefined);
  });
  const kinds = left.map((column) => ({ value: column, name: nameOf(column) }));
  return (
    <>
      <Text size={200}>{COLUMNS_WRITTEN.intro}</Text>
      <CardList
        path={["columns"]}
        title={(column) => nameOf(column as WrittenColumn)}
        add={{ label: COLUMNS_WRITTEN.add, entry: (kind) => kind, kinds }}
        byDefault={byDefault}
        least={1}
      >
        {(_, column) => <Text size={200}>{COLUMN_HINTS[column as WrittenColumn]}</Text>}
      </CardList>
    </>
  );
}

function nameOf(column: WrittenColumn): string {
  return column === "flags" ? COLUMNS_WRITTEN.flags : columnHeader(column, { flags: [] });
}
