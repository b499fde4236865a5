import { describe, expect, test } from "vitest";
import { BUILT_IN, parsePreset, presetDocument } from "../../../engine/index";
import { problemSentence } from "../../../addin/strings/problems";
import { accounts, builtIn, must, opened, PRESET, session, stopped } from "./workbooks";

const open = () => opened(accounts("range"));

describe("saving", () => {
  test("tells when somebody else has saved it, and loses neither", async () => {
    const { tiering, Excel, workbook } = open();
    const mine = must(await tiering.presets.save({ ...PRESET, description: "Mine" }));
    must(await session(Excel).presets.save({ ...mine, description: "Theirs" }));
    const before = workbook.snapshot();
    const refused = await tiering.presets.save({ ...mine, description: "Mine again" });
    expect(refused).toMatchObject({
      problem: { code: "preset-changed-elsewhere", params: { savedAt: "1970-01-01T00:00:00.000Z" } },
    });
    expect(refused.ok ? "" : problemSentence(refused.problem)).toContain("somebody saved it on Dec 31, 1969");
    expect(workbook.snapshot()).toEqual(before);
  });

  test("counts all that is ours but the journal", async () => {
    const { tiering, workbook } = open();
    workbook.putSetting("tiering.journal", "x".repeat(90_000));
    workbook.putSetting("other.addin", "x".repeat(300_000));
    must(await tiering.presets.saveAs(PRESET, "Board"));
    workbook.putSetting("tiering.source.abc", "x".repeat(199_000));
    expect(stopped(await tiering.presets.saveAs(PRESET, "Next"))).toEqual({
      code: "settings-full",
      written: "nothing",
    });
  });

  test("raises the version, and refuses what somebody else has saved over", async () => {
    const { tiering } = open();
    const first = must(await tiering.presets.save({ ...PRESET, description: "Ours" }));
    expect(first.version).toBe(PRESET.version + 1);
    expect(must(await tiering.presets.get(PRESET.id))).toEqual(first);
    expect(stopped(await tiering.presets.save(PRESET)).code).toBe("preset-changed-elsewhere");
    expect(must(await tiering.presets.save(first)).version).toBe(first.version + 1);
  });

  test("under another name makes an id from it that nobody has", async () => {
    const { tiering } = open();
    const ids = [];
    for (const name of [
      "Key accounts EMEA",
      "Key accounts EMEA",
      "2026 (review)",
      "重要",
      "Größe L",
      "RFM",
      "x".repeat(64),
    ]) {
      const { id, version } = must(await tiering.presets.saveAs(PRESET, name));
      expect(version).toBe(1);
      ids.push(id);
    }
    expect(ids).toEqual([
      ...["key-accounts-emea", "key-accounts-emea-2", "review", "preset", "gro-e-l", "rfm-2", "x".repeat(56)],
    ]);
    expect(must(await tiering.presets.get("review")).name).toBe("2026 (review)");
  });

  test("a name that no preset may have is refused", async () => {
    const { tiering } = open();
    const outcome = await tiering.presets.saveAs(PRESET, "=1+1");
    expect(outcome).toMatchObject({
      problem: { code: "preset-refused", presetIssues: [{ path: ["name"], code: "bad-text" }] },
    });
  });

  test("stops before the settings are full", async () => {
    const { tiering, workbook } = open();
    const long = { ...PRESET, description: "" };
    const rungs = PRESET.tiers.rungs.map((rung) => ({
      ...rung,
      play: { treatment: "x".repeat(500), plan: "y".repeat(500) },
    }));
    const big = { ...long, tiers: { ...PRESET.tiers, rungs } };
    let saved = 0;
    for (; saved < 200; saved++) {
      const before = workbook.snapshot();
      const outcome = await tiering.presets.saveAs(big, `Preset ${saved}`);
      if (outcome.ok) continue;
      expect(stopped(outcome)).toEqual({ code: "settings-full", written: "nothing" });
      expect(workbook.snapshot()).toEqual(before);
      break;
    }
    expect(saved).toBeGreaterThan(5);
    expect(JSON.stringify(workbook.settings()).length).toBeLessThan(260_000);
  });
});

describe("the list", () => {
  test("has the built-ins first, then the workbook's by name; deleting an edited built-in brings it back", async () => {
    const { tiering } = open();
    must(await tiering.presets.saveAs(PRESET, "Zebra"));
    must(await tiering.presets.saveAs(PRESET, "apple"));
    must(await tiering.presets.save({ ...PRESET, name: "Ours" }));
    const listed = async () =>
      must(await tiering.presets.list()).map((each) => [each.id, each.state === "ok" ? each.origin : each.state]);
    const others = [...BUILT_IN.keys()].filter((id) => id !== PRESET.id).map((id) => [id, "built-in"]);
    expect(await listed()).toEqual([
      ...[[PRESET.id, "edited"], ...others, ["apple", "workbook"], ["zebra", "workbook"]],
    ]);
    must(await tiering.presets.delete(PRESET.id));
    must(await tiering.presets.delete("zebra"));
    expect(await listed()).toEqual([[PRESET.id, "built-in"], ...others, ["apple", "workbook"]]);
    expect(must(await tiering.presets.get(PRESET.id))).toEqual(PRESET);
    expect(stopped(await tiering.presets.delete("zebra")).code).toBe("preset-unknown");
    expect(stopped(await tiering.presets.get("zebra")).code).toBe("preset-unknown");
  });

  const stored = (document: unknown) => JSON.stringify({ document, updatedAt: "" });
  test.each([
    { name: "no JSON", id: "mine", value: "{", code: undefined },
    { name: "no preset", id: "mine", value: stored({ format: 1 }), code: "missing" },
    {
      name: "of a newer version",
      id: PRESET.id,
      value: stored({ ...presetDocument(PRESET), format: 2 }),
      code: "newer-format",
    },
    { name: "kept under another id", id: "mine", value: stored(presetDocument(PRESET)), code: undefined },
  ])("shows a preset that is $name as damaged, and leaves it as it is", async ({ id, value }) => {
    const { tiering, workbook } = open();
    workbook.putSetting(`tiering.preset.${id}`, value);
    const before = workbook.snapshot();
    const found = must(await tiering.presets.list()).find((each) => each.id === id);
    expect(found?.state).toBe("damaged");
    expect(stopped(await tiering.presets.get(id)).code).toBe("preset-refused");
    expect(stopped(await tiering.presets.save({ ...PRESET, id })).code).toBe("preset-refused");
    expect(workbook.snapshot()).toEqual(before);
  });

  test.each([0, 2])(
    "a preset of format %s is refused by name, kept as it is, and deleted only on request",
    async (format) => {
      const { tiering, workbook } = open();
      const text = JSON.stringify({ ...presetDocument(PRESET), id: "mine", format });
      workbook.putSetting("tiering.preset.mine", JSON.stringify({ document: text, updatedAt: "" }));
      const codes = { 0: "unknown-format", 2: "newer-format" };
      const code = codes[format as 0 | 2];
      const refused = { problem: { code: "preset-refused", presetIssues: [{ code, params: { format } }] } };
      expect(await tiering.presets.get("mine")).toMatchObject(refused);
      expect(await tiering.presets.import(text, "replace")).toMatchObject(refused);
      expect(must(await tiering.presets.export("mine"))).toBe(text);
      must(await tiering.presets.delete("mine"));
      expect(stopped(await tiering.presets.get("mine")).code).toBe("preset-unknown");
    },
  );

  test("a preset of a newer version is not replaced by an import either", async () => {
    const { tiering, workbook } = open();
    const newer = { ...presetDocument(PRESET), format: 2 };
    workbook.putSetting(`tiering.preset.${PRESET.id}`, stored(newer));
    const file = JSON.stringify({ ...presetDocument(PRESET), name: "Other" });
    const before = workbook.snapshot();
    expect(stopped(await tiering.presets.import(file, "replace")).code).toBe("preset-refused");
    expect(workbook.snapshot()).toEqual(before);
    expect(must(await tiering.presets.import(file, "keep-both")).id).toBe(`${PRESET.id}-2`);
  });
});

describe("files", () => {
  test("what is exported can be imported into another workbook", async () => {
    const from = open();
    const saved = must(await from.tiering.presets.saveAs(builtIn("high-medium-low"), "Ours"));
    const file = must(await from.tiering.presets.export(saved.id));
    expect(file).toMatch(/^\{\n {2}"format": 1,/);
    const to = open();
    expect(must(await to.tiering.presets.import(file, "ask"))).toEqual(saved);
    expect(must(await to.tiering.presets.export(saved.id))).toBe(file);
    const settings = to.workbook.settings();
    expect(must(await to.tiering.presets.import(file, "ask"))).toEqual(saved); // the same again is no question
    expect(to.workbook.settings()).toEqual(settings);
  });

  test("the largest one too, though indenting it would make it too large", async () => {
    const words = Array.from({ length: 1000 }, (_, i) => `w${i}`);
    const when = { any: Array.from({ length: 13 }, () => ({ measure: "account", is: words })) };
    const flags = [{ id: "many", label: "Many", when }, { id: "more", label: "More", when: { measure: "account", is: words } }]; // prettier-ignore
    const large = parsePreset({ ...presetDocument(builtIn("high-medium-low")), flags });
    if (!large.ok) throw new Error(JSON.stringify(large.issues));
    const { tiering } = open();
    const saved = must(await tiering.presets.saveAs(large.preset, "Large"));
    const file = must(await tiering.presets.export(saved.id));
    expect(file).not.toContain("\n");
    expect(must(await open().tiering.presets.import(file, "ask"))).toEqual(saved);
  });

  test("with a known id it asks, replaces or keeps both", async () => {
    const { tiering, Excel } = open();
    const file = JSON.stringify({ ...presetDocument(PRESET), description: "Theirs" });
    expect(stopped(await tiering.presets.import(file, "ask"))).toEqual({ code: "preset-known", written: "nothing" });
    const both = must(await tiering.presets.import(file, "keep-both"));
    expect(both).toMatchObject({ id: `${PRESET.id}-2`, version: 1, description: "Theirs" });
    const replaced = must(await tiering.presets.import(file, "replace"));
    expect(replaced).toMatchObject({ id: PRESET.id, version: PRESET.version + 1, description: "Theirs" });
    // Whoever still has the old one before them does not save over it.
    expect(stopped(await session(Excel).presets.save(PRESET)).code).toBe("preset-changed-elsewhere");
  });

  test.each([
    { name: "no JSON", file: "[", code: "not-json" },
    { name: "a newer version", file: JSON.stringify({ ...presetDocument(PRESET), format: 7 }), code: "newer-format" },
    { name: "something else", file: "{}", code: "missing" },
  ])("with $name in it is refused with the reason", async ({ file, code }) => {
    const { tiering } = open();
    const outcome = await tiering.presets.import(file, "replace");
    expect(stopped(outcome).code).toBe("preset-refused");
    expect(outcome).toMatchObject({
      problem: { presetIssues: expect.arrayContaining([expect.objectContaining({ code })]) },
    });
  });
});

test.each(["#1 Sales", "x".repeat(65), ""])(
  "a preset is not saved under a name that could not be read again: %j",
  async (name) => {
    const { tiering } = opened(accounts("range"));
    const saved = must(await tiering.presets.saveAs(PRESET, "Board"));
    expect(stopped(await tiering.presets.save({ ...saved, name })).code).toBe("preset-refused");
    expect(must(await tiering.presets.get(saved.id)).name).toBe("Board");
  },
);

test("of two presets kept both the second gets a name of its own", async () => {
  const { tiering } = opened(accounts("range"));
  const saved = must(await tiering.presets.saveAs(PRESET, "Board"));
  const text = must(await tiering.presets.export(saved.id)).replace("top 30 %", "top 31 %");
  expect(must(await tiering.presets.import(text, "keep-both"))).toMatchObject({ id: "board-2", name: "Board (2)" });
});

test("a saved preset keeps its fields in their order", async () => {
  const { tiering } = opened(accounts("range"));
  const { id } = must(await tiering.presets.saveAs(PRESET, "Board"));
  expect([...must(await tiering.presets.get(id)).fields.keys()]).toEqual([...PRESET.fields.keys()]);
});
