import { makeStyles, Radio, RadioGroup, Field, tokens } from "@fluentui/react-components";
import { bindFields, type DateOrder, type Preset } from "../../../engine/index";
import { dateOrderName, PANE } from "../../strings/pane";
import { usePane } from "../app/PaneContext";
import type { Choices, Found } from "../app/state";
import { FieldMenu } from "./FieldMenu";

/** Which column is read as what: guessed from the headers, changed by a click. */
export function ColumnMapping({ found: { source } }: { found: Found }) {
  const styles = useStyles();
  const { state, actions } = usePane();
  const { preset, preview, choices, refusal } = state;
  if (!preset) return null;
  const bound = preview?.plan.accounts.mapping ?? guessed(source.headers, preset, choices.mapping);
  const own = new Set(preview?.plan.columns.flatMap(({ placed }) => (placed ? [placed.header] : [])));
  const headers = [...new Set(source.headers.filter((header) => header.trim() !== "" && !own.has(header)))];
  const asked = refusal?.code === "fields-unmapped" ? refusal.params["fields"] : [];
  const isUnclear = preview?.run.issues.some(({ code }) => code === "date-ambiguous") === true;
  return (
    <section aria-label={PANE.columns} className={styles.mapping}>
      {[...preset.fields].map(([id, field]) => (
        <FieldMenu
          key={id}
          id={id}
          field={field}
          preset={preset}
          headers={headers}
          chosen={bound.get(id) ?? []}
          isAsked={Array.isArray(asked) && asked.includes(id)}
          onChange={(next) => void actions.chooseColumns(id, next)}
        />
      ))}
      {(isUnclear || choices.dateOrder !== null) && (
        <DateOrderChoice chosen={choices.dateOrder} onChange={(order) => void actions.chooseDateOrder(order)} />
      )}
    </section>
  );
}

/** What would be read, as far as it can be told without the cells. */
function guessed(headers: readonly string[], { fields }: Preset, chosen: Choices["mapping"]): Choices["mapping"] {
  const { columns } = bindFields(headers, fields, { chosen });
  return new Map([...columns].map(([id, positions]) => [id, positions.map((position) => headers[position] ?? "")]));
}

const ORDERS: readonly (DateOrder | null)[] = [null, "dmy", "mdy"];

function DateOrderChoice(props: { chosen: DateOrder | null; onChange: (order: DateOrder | null) => void }) {
  const { chosen, onChange } = props;
  return (
    <Field label={PANE.dateOrder}>
      <RadioGroup
        value={chosen ?? ""}
        onChange={(_, { value }) => onChange(ORDERS.find((order) => (order ?? "") === value) ?? null)}
      >
        {ORDERS.map((order) => (
          <Radio key={order ?? ""} value={order ?? ""} label={dateOrderName(order)} />
        ))}
      </RadioGroup>
    </Field>
  );
}

const useStyles = makeStyles({
  mapping: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS, alignItems: "stretch" },
});
