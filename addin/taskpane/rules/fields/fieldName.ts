import { isObject } from "../../../strings/conditionKinds";

/** What a field of a preset's document is called: by its label, else by its first header, else by its id. */
export function fieldName(id: string, field: unknown): string {
  if (!isObject(field)) return id;
  const { label, headers } = field;
  if (typeof label === "string" && label !== "") return label;
  const [first] = Array.isArray(headers) ? (headers as unknown[]) : [];
  return typeof first === "string" ? first.replace("=", "") : id;
}
