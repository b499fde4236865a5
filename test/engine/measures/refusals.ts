import { parsePreset } from "../../../engine/index";
import { documentWith } from "../samples";

/** Why a preset with these measures is refused, each as code and place; empty where it is accepted. */
export function refusals(measures: readonly object[]): string[] {
  const parsed = parsePreset(documentWith({ measures }));
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
}
