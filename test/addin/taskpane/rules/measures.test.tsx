// @vitest-environment jsdom
import { fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { takenIds } from "../../../../addin/taskpane/rules/measures/MeasureName";
import { kindsOffered, newMeasure } from "../../../../addin/taskpane/rules/measures/newMeasure";
import { Lifecycle } from "../../../../addin/taskpane/rules/sections/Lifecycle";
import { Score } from "../../../../addin/taskpane/rules/sections/Score";
import { Values } from "../../../../addin/taskpane/rules/sections/Values";
import { BUILT_IN, parsePreset, presetDocument } from "../../../../engine/index";
import { builtIn, CELLS, DAY, previewOf } from "../fakePreview";
import { openRules } from "./openRules";

const shut = () => [...document.querySelectorAll("button[aria-expanded=false]:not([role]):not([aria-haspopup])")];
const choose = async (user: ReturnType<typeof openRules>["user"], label: string, option: string) => {
  await user.click(screen.getByRole("combobox", { name: label }));
  await user.click(screen.getByRole("option", { name: option }));
};
const card = (name: string) => within(screen.getByRole("group", { name }));

test.each([...BUILT_IN.keys()])("%s: to open its measures and to change nothing changes nothing", (id) => {
  const preset = builtIn(id);
  const part = (
    <>
      <Values />
      <Score />
      <Lifecycle />
    </>
  );
  const { edits } = openRules(preset, { part });
  for (let closed = shut(); closed.length > 0; closed = shut()) closed.forEach((each) => fireEvent.click(each));
  document.querySelectorAll("input, textarea").forEach((box) => fireEvent.blur(box));
  expect(document.body.textContent).not.toMatch(/kept as it is|not there any more|…/i);
  expect(document.querySelectorAll("[role=group][aria-label]").length).toBeGreaterThanOrEqual(preset.measures.length);
  expect(edits).not.toHaveBeenCalled();
});

describe.each([...BUILT_IN])("%s", (_, preset) => {
  const document = presetDocument(preset);
  const { kinds } = kindsOffered(preset);
  const isAccepted = (measure: unknown) => {
    const parsed = parsePreset({ ...document, measures: [...preset.measures, measure] });
    return parsed.ok;
  };

  test("a new measure of each kind that is offered is one that the gate accepts", () => {
    const made = kinds.map((kind) => newMeasure(kind, "fresh", { preset, day: DAY }));
    expect(made.filter((measure) => !isAccepted(measure))).toEqual([]);
    expect(kinds.length).toBeGreaterThanOrEqual(13); // all but those of dates
  });

  test("so is one that goes on with what another has read", () => {
    const kept = [...preset.fields.keys()];
    const made = kinds.map((kind) => newMeasure(kind, "fresh", { preset, day: DAY, kept }));
    expect(made.filter((measure) => !isAccepted(measure))).toEqual([]);
  });
});

test("a measure is added, changed in kind and read from, and the preview follows", async () => {
  const preview = (preset: Parameters<typeof previewOf>[1]) => previewOf(CELLS, preset);
  const { user, document, issues } = openRules(builtIn("high-medium-low"), { part: <Values />, previewOf: preview });
  await user.click(screen.getByRole("button", { name: "Add measure" }));
  await user.click(screen.getByRole("menuitem", { name: "Sum of several numbers" }));
  const added = () => document().measures?.at(-1);
  const numbers = (added() as { of: string[] }).of;
  expect(added()).toEqual({ id: "sum", type: "sum", of: numbers });
  await choose(user, "Kind", "Points by bands of a number");
  expect(added()).toEqual({ id: "sum", type: "bands", of: numbers[0], bands: [{ from: 0, points: 1 }] });
  await user.click(screen.getByRole("button", { name: "Add band" }));
  await user.clear(screen.getByRole("textbox", { name: "From" }));
  expect(screen.getByText("This is no number.")).toBeTruthy();
  await user.type(screen.getByRole("textbox", { name: "From" }), "1,000");
  expect(added()).toMatchObject({ bands: [{ from: 0, points: 1 }, { from: 1000, points: 2 }] }); // prettier-ignore
  expect(issues()).toEqual([]);
});

test("a measure is renamed when its box is left, with everything that reads it; a name that is taken is not", async () => {
  const { user, document, issues } = openRules(builtIn("client-value"), { part: <Values /> });
  await user.click(screen.getByRole("button", { name: /^Strategic points: the sum of/ }));
  const box = card("Strategic points").getByRole("textbox", { name: "Name" });
  await user.clear(box);
  await user.type(box, "Growth");
  expect(screen.getByText("Another measure or column is called so.")).toBeTruthy();
  await user.tab();
  expect(JSON.stringify(document().measures)).toContain('"id":"strategicPoints"');
  await user.clear(box);
  await user.type(box, "Room to grow{Enter}");
  expect(issues()).toEqual([]);
  expect(document().bumps?.rules[0]?.when).toEqual({ measure: "roomToGrow", ">=": 8 });
  expect(JSON.stringify(document())).not.toContain("strategicPoints");
  screen.getByRole("button", { name: /^Room to grow: the sum of/ });
});

test("what reads a measure is not offered to it", async () => {
  const { user } = openRules(builtIn("client-value"), { part: <Values /> });
  await user.click(screen.getByRole("button", { name: /^Worth:/ }));
  await user.click(card("Worth").getByRole("combobox", { name: "Expected" }));
  const options = screen.getAllByRole("option").map(({ textContent }) => textContent);
  expect(options).toContain("Growth");
  expect(options).not.toContain("Worth");
  expect(options).not.toContain("Value"); // it is the sum of this and others
});

test("a score has its parts with their share of the weights", async () => {
  const { user, document, issues } = openRules(builtIn("high-medium-low"), { part: <Score /> });
  const before = document().measures?.length ?? 0;
  await user.click(screen.getByRole("button", { name: "Add a score" }));
  const score = () => document().measures?.[before] as { parts: { of: string; weight: number }[] };
  expect(score()).toMatchObject({ id: "score", type: "weighted", parts: [{ weight: 100 }] });
  await user.click(screen.getByRole("button", { name: "Add part" }));
  await user.click(screen.getAllByRole("menuitem")[1] as HTMLElement); // any other number
  expect(score().parts.map(({ weight }) => weight)).toEqual([50, 50]);
  const weights = () => screen.getAllByRole("textbox", { name: "Weight" });
  await user.clear(weights()[0] as HTMLElement);
  await user.type(weights()[0] as HTMLElement, "150");
  expect(score().parts.map(({ weight }) => weight)).toEqual([50, 150]);
  expect(screen.getByRole("button", { name: /: 25%$/ })).toBeTruthy();
  expect(screen.getByRole("button", { name: /: 75%$/ })).toBeTruthy();
  await choose(user, "A missing part", "counts as a middle value");
  expect((screen.getByRole("textbox", { name: "Counts as" }) as HTMLInputElement).value).toBe("50");
  await user.type(screen.getByRole("textbox", { name: /^Least part/ }), "60");
  expect(score()).toMatchObject({ missing: "neutral", minCompleteness: 0.6 });
  expect(issues()).toEqual([]);
});

test("a lifecycle is added with the column that it goes by, where no date is read yet", async () => {
  const parsed = parsePreset({
    format: 1,
    id: "p",
    name: "P",
    fields: { account: { type: "text", headers: [] }, income: { type: "number", headers: [] } },
    tiers: { rungs: [{ id: "t1", label: "Tier 1" }] },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const { user, document, issues } = openRules(parsed.preset, { part: <Lifecycle /> });
  await user.click(screen.getByRole("button", { name: "Add lifecycle" }));
  expect(issues()).toEqual([]);
  expect(document().fields["firstPurchase"]).toMatchObject({ type: "date", label: "First purchase" });
  const months = screen.getByRole("textbox", { name: "New for, in months" });
  await user.clear(months);
  await user.type(months, "6");
  expect(document().measures).toEqual([
    { id: "lifecycle", type: "lifecycle", firstPurchase: "firstPurchase", newMonths: 6 },
  ]);
  await choose(user, "Last purchase", "First purchase");
  await user.clear(screen.getByRole("textbox", { name: "Lapsed after, in months" }));
  await user.type(screen.getByRole("textbox", { name: "Lapsed after, in months" }), "24");
  screen.getByText("Lifecycle: new for 6 months from First purchase, lapsed 24 months after First purchase");
});

test("an id is taken by measures, columns and the words of the rules", () => {
  const taken = takenIds(presetDocument(builtIn("rfm")));
  expect(taken).toEqual(
    expect.arrayContaining(["value", "recency", "account", "orderNumber", "segment", "tier", "all"]),
  );
});
