// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { emptyPreset } from "../../../../addin/taskpane/presets/emptyPreset";
import { Review } from "../../../../addin/taskpane/rules/sections/Review";
import { Segments } from "../../../../addin/taskpane/rules/sections/Segments";
import { Tiers } from "../../../../addin/taskpane/rules/sections/Tiers";
import { parsePreset, type Preset } from "../../../../engine/index";
import { builtIn, previewOf } from "../fakePreview";
import { openRules } from "./openRules";

const TEN = [["Account", "Revenue"], ...Array.from({ length: 10 }, (_, i) => [`Account ${i}`, 100 - i])];
const THREE = builtIn("revenue-share");

const card = (name: string) => within(screen.getByRole("group", { name }));
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const box = (name: string) => screen.getByRole<HTMLInputElement>("textbox", { name });
const labels = (document: { tiers: { rungs: { label: string }[] } }) => document.tiers.rungs.map(({ label }) => label);

/** The announcer writes `innerText`, which this DOM keeps and does not show. */
const isSaid = (sentence: string) =>
  waitFor(() =>
    expect(document.querySelector("[aria-live=assertive] span")).toHaveProperty("innerText", `${sentence}. `),
  );

function fifthAndRest(): Preset {
  const parsed = parsePreset(emptyPreset("Mine"));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.preset;
}

test("a tier that is added stands above the last one, is valid at once, and its accounts are counted", async () => {
  const rules = openRules(fifthAndRest(), {
    previewOf: (preset) => previewOf(TEN, preset),
    part: <Tiers />,
  });
  expect(button("Tier 1: 2 accounts")).toBeTruthy();
  await rules.user.click(button("Add tier"));
  expect(labels(rules.document())).toEqual(["Tier 1", "Tier 3", "Tier 2"]);
  expect(rules.issues()).toEqual([]);
  expect(rules.document().tiers.rungs[1]?.when).toEqual({
    measure: "value",
    top: expect.objectContaining({ percent: 0.6 }),
  }); // between 0.2 and all
  const colours = rules.document().tiers.rungs.map(({ colour }) => colour);
  expect(colours[1]).toMatch(/^#[0-9A-F]{6}$/);
  expect(new Set(colours).size).toBe(3);
  expect(button("Tier 1: 2 accounts")).toBeTruthy();
  expect(button("Tier 3: 4 accounts")).toBeTruthy();
  expect(button("Tier 2: 8 → 4 accounts")).toBeTruthy();
  expect(document.activeElement).toBe(card("Tier 3").getByRole("textbox", { name: "Label" }));
});

test("a tier that is added is called by its place where that name is free", async () => {
  const rules = openRules(fifthAndRest(), { part: <Tiers /> });
  await rules.user.click(button(/^Tier 2/));
  await rules.user.clear(card("Tier 2").getByRole("textbox", { name: "Label" }));
  await rules.user.type(card("Without a label").getByRole("textbox", { name: "Label" }), "Tier 3");
  await rules.user.click(button("Add tier"));
  expect(labels(rules.document())).toEqual(["Tier 1", "Tier 2", "Tier 3"]);
});

test("seats are no fewer than the fewest accounts that were asked for", async () => {
  const rules = openRules(fifthAndRest(), { part: <Tiers /> });
  await rules.user.click(button(/^Tier 1/));
  const tier = card("Tier 1");
  await rules.user.click(tier.getByRole("button", { name: "Seats" }));
  await rules.user.click(tier.getByRole("switch", { name: "Count seats" }));
  expect(rules.document().tiers.rungs[0]?.capacity).toMatchObject({ max: 20 });
  for (const limit of ["Any number", "A number"]) {
    await rules.user.click(tier.getByRole("combobox", { name: "Seats" }));
    await rules.user.click(screen.getByRole("option", { name: limit }));
    if (limit === "Any number") await rules.user.type(tier.getByRole("textbox", { name: "Fewest accounts" }), "100");
  }
  expect(rules.document().tiers.rungs[0]?.capacity).toMatchObject({ min: 100, max: 100 });
  expect(rules.issues()).toEqual([]);
});

test("a tier is moved by keyboard, which is said, and the button keeps the focus", async () => {
  const { user, document: now } = openRules(THREE, { part: <Tiers /> });
  button("Move up: Tier 2").focus();
  await user.keyboard("{Enter}");
  expect(labels(now())).toEqual(["Tier 2", "Tier 1", "Tier 3"]);
  await isSaid("Tier 2 is now first of 3");
  expect(document.activeElement).toBe(button("Move up: Tier 2"));
  await user.keyboard("{Enter}"); // it is first already
  expect(labels(now())).toEqual(["Tier 2", "Tier 1", "Tier 3"]);
});

test("a tier is moved by dragging its grip, and never below the last one", async () => {
  const { document: now } = openRules(THREE, { part: <Tiers /> });
  const [first, second, last] = ["Tier 1", "Tier 2", "Tier 3"].map((name) => screen.getByRole("group", { name }));
  const drag = (from: HTMLElement | undefined, to: HTMLElement | undefined) => {
    const dataTransfer = { setData: () => undefined, setDragImage: () => undefined };
    fireEvent.dragStart(from?.querySelector("[draggable=true]") ?? document.body, { dataTransfer });
    fireEvent.dragOver(to ?? document.body, { dataTransfer });
    fireEvent.drop(to ?? document.body, { dataTransfer });
  };
  drag(first, last);
  expect(labels(now())).toEqual(["Tier 1", "Tier 2", "Tier 3"]);
  drag(first, second);
  expect(labels(now())).toEqual(["Tier 2", "Tier 1", "Tier 3"]);
  expect(last?.querySelector("[draggable=true]")).toBeNull();
});

test("the last tier takes everybody who is left: it has no condition, no limit, and stays", async () => {
  const { user } = openRules(THREE, { part: <Tiers /> });
  await user.click(button("Tier 3"));
  const last = card("Tier 3");
  expect(last.getByText("Everybody who is left.")).toBeTruthy();
  expect(last.queryByRole("button", { name: /^(Move|Remove)/ })).toBeNull();
  await user.click(last.getByRole("button", { name: "Seats" }));
  await user.click(last.getByRole("switch", { name: "Count seats" }));
  expect(last.queryByRole("combobox", { name: "Seats" })).toBeNull();
  expect(last.getByRole("textbox", { name: "Fewest accounts" })).toBeTruthy();
});

test("what is typed and chosen in a tier stands in the document", async () => {
  const { user, document: now, issues } = openRules(fifthAndRest(), { part: <Tiers /> });
  await user.click(button("Tier 1"));
  await user.clear(box("Label"));
  await user.type(box("Label"), "Gold");
  await user.type(box("Also called"), "Strategic");
  await user.type(box("Priority"), "High");
  await user.click(screen.getByRole("radio", { name: "Green" }));
  await user.click(button("Play"));
  await user.type(box("Treatment"), "1:1");
  await user.type(screen.getByRole("combobox", { name: "Roles" }), "Sales{Enter}Marketing");
  await user.type(box("Answer within"), "4,5");
  await user.click(button("Targets"));
  await user.type(box("Growth"), "12.5");
  await user.type(box("Pipeline coverage"), "3");
  expect(now().tiers.rungs[0]).toMatchObject({
    id: "tier1",
    label: "Gold",
    name: "Strategic",
    priority: "High",
    colour: "#009E73",
    play: { treatment: "1:1", roles: ["Sales", "Marketing"], slaHours: 4.5 },
    targets: { growth: 0.125, pipelineCoverage: 3 },
  });
  expect(issues()).toEqual([]);
});

test("seats: a number, or a number for each owner, with what was typed going along", async () => {
  const { user, document: now, issues } = openRules(fifthAndRest(), { part: <Tiers /> });
  const capacity = () => now().tiers.rungs[0]?.capacity;
  const choose = async (name: string, option: string) => {
    await user.click(screen.getByRole("combobox", { name }));
    await user.click(screen.getByRole("option", { name: option }));
  };
  await user.click(button("Tier 1"));
  await user.click(button("Seats"));
  await user.click(screen.getByRole("switch", { name: "Count seats" }));
  expect(capacity()).toMatchObject({ rankBy: "value" });
  await choose("Seats", "A number");
  await user.clear(box("Most accounts"));
  await user.type(box("Most accounts"), "7");
  await choose("Seats", "A number per owner");
  expect(capacity()).toMatchObject({ perOwner: 7, owners: 1 }); // there is no field of owners to count
  expect(capacity()).not.toHaveProperty("max");
  await choose("Owners are", "The different values of Account");
  await user.type(box("Who has a seat keeps it within"), "10");
  await user.type(box("Fewest accounts"), "2");
  expect(capacity()).toMatchObject({ perOwner: 7, owners: "account", incumbentBuffer: 0.1, min: 2 });
  expect(issues()).toEqual([]);
  await user.click(screen.getByRole("switch", { name: "Count seats" }));
  expect(capacity()).toBeUndefined();
  await user.click(screen.getByRole("switch", { name: "Count seats" }));
  expect(capacity()).toMatchObject({ perOwner: 7, owners: "account" });
});

test("a tier that is taken out is missed where it is asked for, and the focus goes on", async () => {
  const { user, document: now } = openRules(THREE, { part: [<Tiers key="tiers" />, <Review key="review" />] });
  await user.click(button("Remove: Tier 1"));
  expect(labels(now())).toEqual(["Tier 2", "Tier 3"]);
  await isSaid("Tier 1 is removed");
  expect(document.activeElement).toBe(button("Remove: Tier 2"));
  await user.click(button(/^Slipped to a worse tier, in t1 \(not there any more\)/));
  await user.click(screen.getByRole("checkbox", { name: "t1 (not there any more)" }));
  expect(now().review?.alerts?.[0]?.from).toEqual([]);
});

test("segments that are switched off come back as they were", async () => {
  const { user, document: now } = openRules(THREE, { part: <Segments /> });
  const { segments } = now();
  await user.click(screen.getByRole("switch", { name: "Use segments" }));
  expect(now()).not.toHaveProperty("segments");
  expect(screen.getByText(/^Without segments there is no Segment column/)).toBeTruthy();
  await user.click(screen.getByRole("switch", { name: "Use segments" }));
  expect(now().segments).toEqual(segments);
});

test("equal values are decided by numbers in the order in which they are chosen", async () => {
  const { user, document: now } = openRules(THREE, { part: <Tiers /> });
  await user.click(button("How accounts are ranked"));
  const picker = screen.getByRole("combobox", { name: "Equal values are decided by" });
  for (const name of ["Value", "Revenue"]) {
    await user.click(picker);
    await user.click(screen.getByRole("option", { name }));
  }
  expect(now().tiers.tieBreak).toEqual(["value", "income"]);
});
