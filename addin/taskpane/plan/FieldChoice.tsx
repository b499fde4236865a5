import { Field, Select } from "@fluentui/react-components";
import { ACCOUNT_FIELD, type Preset } from "../../../engine/index";
import type { Preview } from "../../excel/tiering";

export interface Choice {
  readonly id: string;
  readonly label: string;
}

interface Props {
  readonly label: string;
  readonly choices: readonly Choice[];
  /** Id of one of them. */
  readonly chosen: string;
  readonly onChange: (id: string) => void;
}

/** One of several fields. */
export function FieldChoice({ label, choices, chosen, onChange }: Props) {
  return (
    <Field label={label}>
      <Select size="small" value={chosen} onChange={(_, { value }) => onChange(value)}>
        {choices.map(({ id, label: name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** The fields of a type that some column is read as, in the order of the preset; the account's own name is none. */
export function fieldsRead({ run, plan }: Preview, type: "text" | "number"): Choice[] {
  const { fields } = run.preset;
  const read = [...fields].filter(([id, field]) => field.type === type && id !== ACCOUNT_FIELD && isRead(plan, id));
  return read.map(([id]) => ({ id, label: labelOf(run.preset, id) }));
}

export function isRead({ accounts }: Preview["plan"], field: string): boolean {
  return (accounts.mapping.get(field)?.length ?? 0) > 0;
}

export function labelOf({ fields }: Preset, id: string): string {
  return fields.get(id)?.label ?? id;
}
