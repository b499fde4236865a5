import type { Facts } from "../facts";
import type { Issue } from "../issue";

/** Says which of the things a measure reads have no column, so that nobody looks for its values in vain. */
export function unmappedIssues(measure: string, reads: readonly string[], facts: Facts): Issue[] {
  const fields = reads.filter((id) => !facts.isMapped(id));
  if (fields.length === 0) return [];
  const params = { id: measure, fields };
  return [{ code: "measure-unmapped", severity: "info", count: fields.length, rows: [], params }];
}
