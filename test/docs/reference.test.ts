import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { freeze, parsePreset, readTable, run } from "../../engine/index";
import { accepted } from "../engine/samples";
import { framed, readExamples, worked, type Example } from "./reference/examples";
import { chapters, reference } from "./reference/markdown";
import { inputHeaders, workedOut } from "./worked";

const all = await chapters();
const examples = readExamples();
const shown = [...examples].flatMap(([file, list]) =>
  list.map((example, i) => ({ name: `${file} ${i + 1}`, example })),
);

test("every kind of measure and condition, every stage and every part of a preset has an example, and no example is of nothing", () => {
  const files = all.flatMap(({ sections }) => sections.map((section) => section.examples));
  expect([...examples.keys()].sort()).toEqual([...files].sort());
  expect([...examples.values()].filter((list) => list.length === 0)).toEqual([]);
});

test("every key is in an example of its section, but for those that have a section of their own", () => {
  const missing = all.flatMap(({ sections }) =>
    sections.flatMap(({ title, tables, examples: file }) => {
      const used = new Set(
        (examples.get(file) ?? []).flatMap(({ preset, overrides, history }) => keysIn([preset, overrides, history])),
      );
      const keys = tables.flatMap(({ rows }) =>
        rows.filter(({ type }) => !type.includes("](#")).map(({ path }) => path.at(-1) ?? ""),
      );
      return keys.filter((key) => !used.has(key)).map((key) => `${title}: ${key}`);
    }),
  );
  expect(missing).toEqual([]);
});

function keysIn(json: unknown): string[] {
  if (Array.isArray(json)) return json.flatMap(keysIn);
  if (typeof json !== "object" || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) => [key, ...keysIn(value)]);
}

test.each(shown)("$name gives what it shows, and is refused where it says so", ({ example }) => {
  accepted(framed(example, example.preset));
  if (example.table) {
    const { differences, reported } = workedOut(worked(example));
    expect(differences).toEqual([]);
    expect(ofExample(reported, example)).toEqual([...(example.reported ?? [])].sort());
  }
  if (example.frozen) expect(frozenTiers(example)).toEqual(example.frozen);
  for (const { preset, code, at } of example.refused ?? []) {
    const parsed = parsePreset(framed(example, preset));
    const issues = parsed.ok ? [] : parsed.issues.map((issue) => [issue.code, issue.path.join(".")]);
    expect(issues).toEqual([[code, at]]);
  }
});

/** What is said of the value is left out where an example has none: then it is of the first number that there is. */
function ofExample(reported: readonly string[], { preset, table = [], types }: Example): string[] {
  const hasValue = JSON.stringify([preset, table[0], types]).includes('"value"');
  return reported.filter((code) => hasValue || !code.startsWith("value-")).sort();
}

function frozenTiers(example: Example): unknown {
  const { table: [headers = [], ...rows] = [], preset: document } = worked(example);
  const preset = accepted(document);
  const columns = inputHeaders(headers);
  const cells = rows.map((row) => columns.map((name) => row[headers.indexOf(name)] ?? ""));
  const read = readTable([columns, ...cells], preset);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const frozen = freeze(run(read.table, preset, { asOf: "2026-01-31" }));
  return frozen.ok && frozen.preset.tiers.rungs.flatMap(({ when }) => (when === undefined ? [] : [when]));
}

test("the page is the one that is generated; if not: npm run reference", async () => {
  expect(readFileSync(new URL("../../docs/reference.md", import.meta.url), "utf8")).toBe(await reference());
});
