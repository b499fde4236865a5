import type { PresetDocument } from "../../../../engine/index";
import type { FieldType } from "../../../strings/rules/fields";
import type { Choosable } from "../controls/Choice";
import { fieldName } from "./fieldName";

/** The fields of one type, to choose from. */
export function fieldsOf({ fields }: PresetDocument, type: FieldType): Choosable[] {
  return Object.entries(fields)
    .filter(([, field]) => field.type === type)
    .map(([id, field]) => ({ value: id, name: fieldName(id, field) }));
}
