import { checkAddresses } from "./addresses";
import { checkIcons } from "./icons";
import { checkIdentity } from "./identity";
import { parseManifest, type Finding, type Surroundings } from "./parsed";
import { checkResources } from "./resources";
import { checkRibbon } from "./ribbon";
import { checkRuntime } from "./runtime";
import { checkStructure } from "./structure";

export const RULES = [
  ...["well-formed", "app-type", "misplaced", "order", "required", "repeated"],
  ...["guid", "version", "locale", "permissions", "hosts", "requirement-sets"],
  ...["runtime", "one-page", "pane-button", "taskpane-id", "function-name", "shortcut-action"],
  ...["id-length", "duplicate-id", "resid", "unused-resource", "short-string", "long-string"],
  ...["https", "single-origin", "in-dist", "icon-sizes", "icon-pixels", "office-tab", "group-size"],
];

/**
 * What is wrong with a manifest; nothing where Excel should take it. Microsoft's own validator asks an online service,
 * so this one knows the schema and the documented limits itself. It has the last word on neither.
 */
export function checkManifest(text: string, surroundings: Surroundings): Finding[] {
  const root = parseManifest(text);
  if (root === null) return [{ rule: "well-formed", message: "The manifest is not well-formed XML." }];
  return [
    ...checkStructure(root),
    ...checkIdentity(root),
    ...checkRuntime(root, surroundings),
    ...checkResources(root),
    ...checkAddresses(root, surroundings.site),
    ...checkIcons(root, surroundings.site),
    ...checkRibbon(root),
  ];
}
