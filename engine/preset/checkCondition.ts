import { kindOf, type Condition } from "../conditions/registry";
import type { Column } from "../table/column";
import type { PresetCode, PresetIssue } from "./gate";
import type { Path } from "./scan";

export type Report = (path: Path, code: PresetCode, params?: PresetIssue["params"]) => void;
/** The type of every id that may be named in a place. */
export type Types = ReadonlyMap<string, Column["type"]>;

/** An id must be there, and of the type that is needed. */
export function checkReference(
  id: string,
  needs: Column["type"] | undefined,
  path: Path,
  types: Types,
  report: Report,
): void {
  const type = types.get(id);
  if (type === undefined) report(path, "unknown-reference", { id });
  else if (needs !== undefined && type !== needs) report(path, "wrong-measure-type", { id, expected: needs });
}

/** All that a condition reads must be there; `top` only where it may stand. */
export function checkCondition(
  condition: Condition,
  path: Path,
  types: Types,
  report: Report,
  top: "top" | "no-top",
): void {
  const kind = kindOf(condition);
  if ("top" in condition && top === "no-top") report(path, "top-not-allowed");
  const [measure, ...others] = kind.reads(condition);
  if (measure !== undefined) checkReference(measure, kind.needs, path, types, report);
  others.forEach((id) => checkReference(id, "text", path, types, report));
  const inside = "top" in condition ? "no-top" : top;
  kind.parts(condition).forEach((part) => checkCondition(part, path, types, report, inside));
}
