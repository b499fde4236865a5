// @vitest-environment jsdom
import { fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { HoldCuts } from "../../../addin/taskpane/cuts/HoldCuts";
import { RevenueCurve } from "../../../addin/taskpane/cuts/RevenueCurve";
import { SuggestCuts } from "../../../addin/taskpane/cuts/SuggestCuts";
import type { Preview } from "../../../addin/excel/tiering";
import { ladderCuts, readTable, run, type LadderName, type Preset, type PresetDocument } from "../../../engine/index";
import { answerTo, Asked } from "../../../engine/questions";
import { accepted } from "../../engine/samples";
import { builtIn, CELLS, DAY, previewOf } from "./fakePreview";
import { openRules } from "./rules/openRules";

/** Acme 300, Bolt 200, Cyan 150, Dune 40 under a preset, with the engine's own answers. */
function answered(preset: Preset): Preview {
  const table = readTable(CELLS, preset);
  if (!table.ok) throw new Error(table.issues[0]?.code);
  const asked = new Asked(run(table.table, preset, { asOf: DAY }), []);
  type Question = Parameters<typeof answerTo> extends [Asked, ...infer Rest] ? Rest : never;
  const ask = (...[question, ...options]: Question) =>
    Promise.resolve({ ok: true, value: structuredClone(answerTo(asked, question, ...options)) });
  return { ...previewOf(CELLS, preset), reading: { ask } as never };
}

const cutsIn = (document: PresetDocument, ladder: LadderName) =>
  ladderCuts(accepted(document), ladder)?.cuts.map(({ by, at }) => [by, at]);

const REVENUE = builtIn("revenue-share");
const HIGH = builtIn("high-medium-low");

describe("the revenue curve", () => {
  const open = (preset: Preset) => openRules(preset, { previewOf: answered, part: <RevenueCurve /> });

  test("shows a cut for each class, with what is above it, of the ladder that nothing else decides", async () => {
    const { user } = open(REVENUE);
    const cut = await screen.findByRole("slider", { name: "Cut: Key" });
    expect(cut.getAttribute("aria-valuetext")).toBe("Key: top 30% of Value, 1 account"); // 300 of 690
    expect(screen.getByRole("slider", { name: "Cut: Enterprise" }).getAttribute("aria-valuenow")).toBe("3"); // 500 of 690 is under 80 %
    await user.click(screen.getByRole("radio", { name: "Tiers" })); // Key accounts are in Tier 1 whatever its own cut
    const other = await screen.findByRole("slider", { name: "Cut: Tier 1" });
    expect(other.getAttribute("aria-valuetext")).toBe("Tier 1, among others: top 30% of Value, 1 account");
  });

  test("a cut is moved by keys, and the rules are edited", async () => {
    const { document } = open(REVENUE);
    const cut = await screen.findByRole("slider", { name: "Cut: Key" });
    for (const key of ["PageUp", "PageUp", "PageUp", "ArrowLeft", "Home"]) fireEvent.keyDown(cut, { key });
    expect(cutsIn(document(), "segments")).toEqual([["share", 0.44], ["share", 0.8]]); // prettier-ignore
    await expect.poll(() => cut.getAttribute("aria-valuetext")).toBe("Key: top 44% of Value, 2 accounts");
  });

  test("cuts of segments are shown where both have some, and the same as a table", async () => {
    const { user, document } = open(REVENUE);
    fireEvent.keyDown(await screen.findByRole("slider", { name: "Cut: Key" }), { key: "ArrowRight" });
    expect(cutsIn(document(), "segments")?.[0]).toEqual(["share", 0.31]);
    expect(cutsIn(document(), "tiers")?.[0]).toEqual(["share", 0.3]);
    await user.click(screen.getByRole("button", { name: "Cuts as a table" }));
    const row = within(screen.getByRole("table")).getByRole("row", { name: /^Enterprise/ });
    expect(within(row).getAllByRole("cell").map((cell) => cell.textContent)).toEqual(["Enterprise", "top 80% of Value", "3", "94.2%"]); // prettier-ignore
  });
});

describe("suggested cuts", () => {
  const open = (preset: Preset) => openRules(preset, { previewOf: answered, part: <SuggestCuts ladder="tiers" /> });

  test("are taken by a click, as values in place of the cuts before", async () => {
    const { user, document } = open(HIGH);
    await user.click(screen.getByRole("button", { name: "Suggest cuts" }));
    const shares = await screen.findByRole("button", { name: "Use: Usual shares" });
    expect(shares.closest("li")?.textContent).toMatch(/^Usual shares: 1, 2, and 1 accounts; cut at 300 and 100/); // 30 and 80 % of 690
    await user.click(shares);
    expect(cutsIn(document(), "tiers")).toEqual([["value", 300], ["value", 100]]); // prettier-ignore
  });

  test("a ladder without cuts says so", async () => {
    const { user } = open(builtIn("abc-xyz"));
    await user.click(screen.getByRole("button", { name: "Suggest cuts" }));
    expect(await screen.findByText("No class of these is cut off by a number.")).toBeTruthy();
  });
});

describe("hold these cuts", () => {
  test("every top becomes the value that it came to; a second time there is nothing to hold", async () => {
    const { user, document } = openRules(HIGH, { previewOf: answered, part: <HoldCuts /> });
    await user.click(screen.getByRole("button", { name: "Hold these cuts" }));
    await screen.findByText("The cuts are values now.");
    expect(cutsIn(document(), "tiers")).toEqual([["value", 300], ["value", 200]]); // prettier-ignore
    await user.click(screen.getByRole("button", { name: "Hold these cuts" }));
    await screen.findByText("Every cut is a value already.");
  });
});
