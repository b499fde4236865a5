import { describe, expect, test } from "vitest";
import { readersOf, referencesIn, withRenamedId } from "../../../../addin/taskpane/rules/renameId";
import {
  BUILT_IN,
  parsePreset,
  presetDocument,
  readTable,
  run,
  type Preset,
  type PresetDocument,
} from "../../../../engine/index";
import { DAY } from "../fakePreview";

function presetOf(document: unknown): Preset {
  const parsed = parsePreset(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.preset;
}

/** Accounts with something in every column that a preset reads, other things in each. */
function cellsFor({ fields }: Preset) {
  const headers = [...fields].map(
    ([
      id,
      {
        headers: [first = id],
      },
    ]) => first.replace("=", ""),
  );
  const rows = Array.from({ length: 60 }, (_, row) =>
    [...fields.values()].map(({ type }, column) => {
      const size = ((row + 1) * (column + 7) * 37) % 101;
      if (size % 11 === 0) return "";
      if (type === "number") return size * 13;
      if (type === "date") return 45_000 + size * 10;
      if (type === "boolean") return size % 2 === 0;
      return column === 0 ? `Account ${row % 50}` : `Word ${size % 4}`;
    }),
  );
  return [headers, ...rows];
}

/** Everything that a run says of its accounts; ids are none of it. */
function outcomeOf(preset: Preset) {
  const read = readTable(cellsFor(preset), preset);
  if (!read.ok) throw new Error(read.issues[0]?.code);
  const { decision, facts } = run(read.table, preset, { asOf: DAY });
  return { tiers: [...decision.final], rows: facts.size };
}

describe.each([...BUILT_IN])("%s", (_, preset) => {
  const document = presetDocument(preset);

  test("every id that is named is one of a field or a measure, and all that measures read is named", () => {
    const known = new Set([...preset.fields.keys(), ...preset.measures.map(({ id }) => id)]);
    const named = referencesIn(document).map(({ id }) => id.split(".")[0] ?? "");
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    expect(JSON.stringify(document).split('"measure":').length - 1).toBe(
      referencesIn(document).filter(({ path }) => path.at(-1) === "measure").length + asked(document),
    );
  });

  test("each of its measures under another name gives the same tiers, and the name before again the same document", () => {
    const before = outcomeOf(preset);
    for (const { id } of preset.measures) {
      const renamed = withRenamedId(document, id, "anotherName");
      expect(outcomeOf(presetOf(renamed)), id).toEqual(before);
      expect(withRenamedId(renamed, "anotherName", id)).toEqual(document);
    }
  });
});

/** How often the segment or the tier is asked for. */
function asked(document: PresetDocument): number {
  return JSON.stringify(document).split(/"measure":"(?:segment|tier)"/).length - 1;
}

test("an id is renamed wherever the schema has one, with its side columns, and nothing else of that word", () => {
  const is = { measure: "a", ">": 0 };
  const document: PresetDocument = {
    format: 1,
    id: "a",
    name: "a",
    fields: { account: { type: "text", headers: ["a"] } },
    measures: [
      { id: "a", type: "weighted", parts: [{ of: "b", weight: 1 }] },
      { id: "c", type: "sum", of: ["a", "a.completeness"] },
      { id: "d", type: "points", add: [{ when: { not: { any: [is] } }, add: 1 }] },
      { id: "e", type: "quantileScore", of: "a", among: is },
    ],
    tiers: {
      within: "a",
      tieBreak: ["b", "a"],
      rungs: [
        { id: "a", label: "a", when: { measure: "tier", is: ["a"] }, capacity: { rankBy: "a", per: "all", owners: "a" } },
        { id: "t2", label: "b", when: { measure: "a.basis", top: { count: 1, within: "a", among: { all: [is] } } } },
      ],
    },
  }; // prettier-ignore
  const renamed = withRenamedId(document, "a", "z");
  const text = JSON.stringify(document)
    .replaceAll('"measure":"a"', '"measure":"z"')
    .replaceAll('"within":"a"', '"within":"z"')
    .replaceAll('"of":"a"', '"of":"z"')
    .replace('{"id":"a","type"', '{"id":"z","type"')
    .replace('["a","a.completeness"]', '["z","z.completeness"]')
    .replace('["b","a"]', '["b","z"]')
    .replace('"rankBy":"a","per":"all","owners":"a"', '"rankBy":"z","per":"all","owners":"z"')
    .replace('"a.basis"', '"z.basis"');
  expect(renamed).toEqual(JSON.parse(text));
  expect(readersOf(document, "b")).toEqual(new Set(["b", "a", "c", "d", "e"]));
  expect(readersOf(document, "e")).toEqual(new Set(["e"]));
});
