import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkManifest, RULES } from "./checkManifest";
import { buttons, customTab, dom, into, intoOf, replace, set } from "./edits";
import { MUTATIONS } from "./mutations";
import type { Site } from "./parsed";
import { associated, commandsInCode, plannedSite } from "./surroundings";

const manifest = readFileSync("manifest.xml", "utf8");
const HOME = "https://localhost:3000";
const commands = commandsInCode();
const built = plannedSite();

/** Files of shortcuts beside what is built, for the manifests that name one. */
const SHORTCUTS: Record<string, unknown> = {
  "shortcuts.json": { actions: [{ id: "refreshTiers" }], shortcuts: [{ action: "refreshTiers" }] },
  "unknown-action.json": { actions: [{ id: "sortTiers" }] },
  "no-action.json": { actions: [{ id: "refreshTiers" }], shortcuts: [{ action: "applyTiers" }] },
};
const site: Site = (path) =>
  path in SHORTCUTS ? new TextEncoder().encode(JSON.stringify(SHORTCUTS[path])) : built(path);

/** The rules that a manifest breaks, each once. */
const broken = (text: string) => [...new Set(checkManifest(text, { commands, site }).map(({ rule }) => rule))];

test("the manifest has no finding", () => {
  expect(checkManifest(manifest, { commands, site: built })).toEqual([]);
});

test("it is of the version of the package", () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  expect(manifest).toContain(`<Version>${version}.0</Version>`);
});

describe("what a manifest may be as well", () => {
  test.each([
    { name: "of another origin", edit: replace("localhost:3000", "tiers.example.org") },
    { name: "of a later version", edit: replace("0.1.0.0", "1.10.0.99999") },
    { name: "for later requirements", edit: set("Set", "MinVersion", "1.20") },
    { name: "with a tab of its own", edit: customTab(false) },
    { name: "with six buttons", edit: buttons(4) },
    { name: "with shortcuts", edit: into("OfficeApp", `<ExtendedOverrides Url="${HOME}/shortcuts.json"/>`) },
    { name: "in two languages", edit: intoOf("Pane.Label", '<bt:Override Locale="de-DE" Value="Kunden"/>') },
    {
      name: "with other prefixes",
      edit: (text: string) => text.replaceAll("bt:", "basic:").replace(":bt=", ":basic="),
    },
  ])("$name", ({ edit }) => {
    expect(edit(manifest)).not.toBe(manifest);
    expect(broken(edit(manifest))).toEqual([]);
  });
});

const mutations = Object.entries(MUTATIONS).flatMap(([rule, broken]) =>
  Object.entries(broken).map(([name, change]) => {
    const [edit, ...also] = typeof change === "function" ? [change] : change;
    return { rule, name, edit, rules: [rule, ...also] };
  }),
);

describe("a broken manifest is caught by its rule", () => {
  const untouched = dom(() => undefined)(manifest);

  test.each(mutations)("$rule: $name", ({ edit, rules }) => {
    const text = edit(manifest);
    expect([manifest, untouched]).not.toContain(text);
    expect(broken(text).sort()).toEqual(rules.sort());
  });

  test("there is one for every rule", () => {
    expect(Object.keys(MUTATIONS).sort()).toEqual([...RULES].sort());
  });
});

test.each([
  ['Office.actions.associate("refreshTiers", run);', ["refreshTiers"]],
  ["onRibbonCommand('refreshTiers', () => run(<b />));", ["refreshTiers"]],
  ["function onRibbonCommand(name: string) { Office.actions.associate(name, run); }", []],
  ['// Office.actions.associate("refreshTiers", run);', []],
])("%s ties %j", (code, names) => {
  expect(associated(code)).toEqual(names);
});
