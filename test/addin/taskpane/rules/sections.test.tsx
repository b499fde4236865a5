// @vitest-environment jsdom
import { act, fireEvent, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { emptyPreset } from "../../../../addin/taskpane/presets/emptyPreset";
import { Bumps } from "../../../../addin/taskpane/rules/sections/Bumps";
import { ColumnsWritten } from "../../../../addin/taskpane/rules/sections/ColumnsWritten";
import { Flags } from "../../../../addin/taskpane/rules/sections/Flags";
import { Gates } from "../../../../addin/taskpane/rules/sections/Gates";
import { Review } from "../../../../addin/taskpane/rules/sections/Review";
import { SECTION_PARTS } from "../../../../addin/taskpane/rules/sections/registry";
import { Steadiness } from "../../../../addin/taskpane/rules/sections/Steadiness";
import { BUILT_IN, parsePreset, type Preset } from "../../../../engine/index";
import { builtIn } from "../fakePreview";
import { openRules } from "./openRules";
import { unfold } from "./unfold";

const box = (name: string) => screen.getByRole<HTMLInputElement>("textbox", { name });
const button = (name: string | RegExp) => screen.getByRole("button", { name });

function smallest(): Preset {
  const parsed = parsePreset(emptyPreset("Mine"));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.preset;
}

/** Shows one section, with hands for its boxes. */
function openPart(part: ReactNode, preset = smallest()) {
  const rules = openRules(preset, { part });
  const { user } = rules;
  return {
    ...rules,
    click: (name: string | RegExp) => user.click(button(name)),
    turn: (name: string) => user.click(screen.getByRole("switch", { name })),
    async choose(name: string, option: string | RegExp) {
      await user.click(screen.getByRole("combobox", { name }));
      await user.click(screen.getByRole("option", { name: option }));
    },
    async type(name: string, text: string) {
      await user.clear(box(name));
      await user.type(box(name), text);
    },
  };
}

test("a gate turns away with a label or holds down, under a name of its own", async () => {
  const { click, type, choose, document: now, issues } = openPart(<Gates />);
  await click("Add gate");
  expect(issues()).toEqual([]);
  await type("Name", "Too small");
  await type("Written in place of a tier", "Small");
  expect(now().gates).toEqual([
    { id: "tooSmall", when: { measure: "account", blank: false }, else: { exclude: "Small" } },
  ]);
  await choose("Who fails", "Is held in a lower tier");
  expect(now().gates?.[0]?.else).toEqual({ maxTier: "tier2" });
  await choose("The best tier", "Tier 1");
  await choose("Who fails", "Is not tiered");
  expect(now().gates?.[0]?.else).toEqual({ exclude: "Small" });
  await choose("Who fails", "Is held in a lower tier");
  expect(now().gates?.[0]?.else).toEqual({ maxTier: "tier1" });
  await click("Add gate");
  expect(now().gates?.map(({ id }) => id)).toEqual(["tooSmall", "gate-2"]);
  await click("Move up: Gate 2");
  expect(now().gates?.map(({ id }) => id)).toEqual(["gate-2", "tooSmall"]);
  expect(issues()).toEqual([]);
});

test("a bump moves so many levels for a reason, within limits", async () => {
  const { turn, click, type, document: now, issues } = openPart(<Bumps />);
  await turn("Move accounts for special reasons");
  await type("Most levels down", "2");
  await type("Most accounts moved", "10");
  await click("Add reason");
  await type("Reason", "No order");
  await type("Levels", "-2");
  expect(now().bumps).toEqual({
    maxUp: 1,
    maxDown: 2,
    budget: 10,
    rules: [{ id: "reason-1", when: { measure: "account", blank: true }, move: -2, reason: "No order" }],
  });
  expect(button("No order: 2 levels down")).toBeTruthy();
  expect(issues()).toEqual([]);
  const before = now().bumps;
  await turn("Move accounts for special reasons");
  expect(now().bumps).toBeNull();
  await turn("Move accounts for special reasons");
  expect(now().bumps).toEqual(before);
});

test("steadiness is a part of the cut or points of a share", async () => {
  const { turn, type, choose, document: now, issues } = openPart(<Steadiness />);
  await turn("Keep tiers steady from review to review");
  await type("How far", "5");
  await type("Reviews failed until it is lost", "2");
  expect(now().steadiness).toEqual({ band: 0.05, reviews: 2 });
  await choose("Who has a tier keeps it within", "Points of a share");
  await type("How far", "3");
  await type("Most levels from one review to the next", "1");
  expect(now().steadiness).toEqual({ band: { points: 0.03 }, reviews: 2, maxStep: 1 });
  expect(issues()).toEqual([]);
});

test("a number that is none stays in its box and changes nothing; one that is too large is refused where it stands", async () => {
  const { turn, type, document: now, issues } = openPart(<Steadiness />);
  await turn("Keep tiers steady from review to review");
  await type("How far", "7x");
  expect(box("How far").value).toBe("7x");
  expect(screen.getByText("This is no number.")).toBeTruthy();
  expect(now().steadiness?.band).toBe(0.07); // as far as it was one
  await type("How far", "150");
  expect(issues()).toHaveLength(1);
  expect(box("How far").getAttribute("aria-invalid")).toBe("true");
});

test("flags and alerts about them", async () => {
  const { click, type, choose, turn, user, document: now, issues } = openPart([<Flags key="f" />, <Review key="r" />]);
  await click("Add flag");
  await type("Label", "Unowned");
  expect(now().flags).toEqual([{ id: "flag-1", label: "Unowned", when: { measure: "account", blank: true } }]);
  await turn("Review the list regularly");
  await click("Add alert");
  expect(now().review?.alerts?.[0]).toMatchObject({ on: "slipped", from: ["tier1"] });
  await choose("When an account", 'has the flag "Unowned"');
  await user.click(screen.getByRole("checkbox", { name: "Tier 2" }));
  await choose("Urgency", "High");
  await type("To be looked at within", "3");
  expect(now().review?.alerts).toEqual([
    expect.objectContaining({ on: "flagged", flag: "flag-1", from: ["tier1", "tier2"], severity: "high", dueDays: 3 }),
  ]);
  expect(button('Has the flag "Unowned", in Tier 1 and Tier 2: high')).toBeTruthy();
  expect(issues()).toEqual([]);
  await click("Remove: Unowned"); // the alert asks for it still, and says so
  expect(issues().map(({ path }) => path)).toEqual([["review", "alerts", 0, "flag"]]);
  await choose("When an account", "rose to a better tier");
  expect(now().review?.alerts?.[0]).not.toHaveProperty("flag");
  expect(issues()).toEqual([]);
});

test("a review: how often, how much may change, and what each tier asks for", async () => {
  const { turn, choose, type, click, document: now, issues } = openPart(<Review />);
  await turn("Review the list regularly");
  await choose("How often", "Monthly");
  await type("Part of the list that may change", "20");
  await type("Near another tier within", "2.5");
  await click("Tier 2");
  await type("Data are too old after", "365");
  await type("Dossier is renewed every", "90");
  await choose("Gone over", "Yearly");
  expect(now().review).toMatchObject({
    cadence: "monthly",
    listChurn: 0.2,
    nearEdge: 0.025,
    freshnessDays: { tier2: 365 },
    dossierDays: { tier2: 90 },
    cadences: { tier2: "yearly" },
  });
  await choose("Gone over", "As often as the list");
  expect(now().review?.cadences).toEqual({});
  expect(issues()).toEqual([]);
});

test("an alert that says by its id what it is about shows that", () => {
  openPart(<Review />, builtIn("revenue-share"));
  expect(button("Slipped to a worse tier, in Tier 1: high")).toBeTruthy();
  expect(button("Rose to a better tier, in Tier 2 and Tier 3: medium")).toBeTruthy();
});

test("columns are added, put in order and taken out; without a list those by default are there", async () => {
  const { click, user, document: now, issues } = openPart(<ColumnsWritten />);
  expect(now().columns).toBeUndefined();
  expect(screen.getAllByRole("group").map((card) => card.getAttribute("aria-label"))).toEqual(["Tier"]);
  expect(screen.queryByRole("button", { name: "Remove: Tier" })).toBeNull();
  await click("Add column");
  expect(screen.queryByRole("menuitem", { name: "Segment" })).toBeNull(); // there are none
  await user.click(screen.getByRole("menuitem", { name: "Flags" }));
  expect(now().columns).toEqual(["tier", "flags"]);
  await click("Move up: Flags");
  expect(now().columns).toEqual(["flags", "tier"]);
  await click("Remove: Tier");
  expect(now().columns).toEqual(["flags"]);
  expect(issues()).toEqual([]);
});

test.each([...BUILT_IN.keys()])("%s stays as it is while every section is opened and left", (id) => {
  const { edits, document: now } = openRules(builtIn(id));
  const before = JSON.stringify(now());
  unfold();
  act(() => {
    for (const control of document.querySelectorAll("input, textarea, [role=combobox]")) {
      fireEvent.focus(control);
      fireEvent.blur(control);
    }
  });
  expect(document.querySelectorAll("input, textarea").length).toBeGreaterThan(20);
  expect(document.querySelectorAll("button[aria-expanded=true]").length).toBeGreaterThan(SECTION_PARTS.length);
  expect(edits).not.toHaveBeenCalled();
  expect(JSON.stringify(now())).toBe(before);
});
