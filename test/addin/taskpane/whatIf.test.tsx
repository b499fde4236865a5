// @vitest-environment jsdom
import { act, cleanup, screen, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { Tiering } from "../../../addin/excel/tiering";
import { movedBetween } from "../../../addin/taskpane/tier/compared";
import { parsePreset, type PresetDocument } from "../../../engine/index";
import { edited, TWO_HIGH, openDraftPane, SAVED } from "./draftPane";
import { CELLS, previewOf, ok } from "./fakePreview";

afterEach(cleanup);

const counts = () =>
  within(screen.getByRole("table", { name: "Tier" }))
    .getAllByRole("row")
    .slice(1)
    .map((row) => within(row).getAllByRole("cell")[1]?.textContent);

function preset(document: PresetDocument) {
  const parsed = parsePreset(document);
  if (!parsed.ok) throw new Error(parsed.issues[0]?.code);
  return parsed.preset;
}

test("names who moves under edited rules, shows each count before and now, and goes when they are discarded", async () => {
  const { pane, draft, user, tiering } = await openDraftPane();
  expect(counts()).toEqual(["1", "1", "2"]);
  await draft();
  expect(counts()).toEqual(["1 → 2", "1 → 0", "2"]);
  await user.click(screen.getByRole("button", { name: "Compared with the saved rules: 1 account moves" }));
  const moved = within(screen.getByRole("list", { name: "Accounts that the changed rules move" }));
  expect(moved.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual(["Bolt Medium → High"]);
  await user.click(moved.getByRole("button", { name: "Bolt" }));
  expect(tiering.select).toHaveBeenCalledWith(expect.anything(), 1, 0);
  await act(() => pane().actions.discardRules());
  expect(counts()).toEqual(["1", "1", "2"]);
  expect(screen.queryByText(/Compared with/)).toBeNull();
});

test("a tier with another label moves nobody", async () => {
  const { draft } = await openDraftPane();
  await draft(edited({ label: "Top" }));
  expect(screen.getByText("Compared with the saved rules: no account moves")).toBeTruthy();
});

test("after an edit of the sheet nothing is compared: it would mix the two", async () => {
  const read = vi.fn<Tiering["preview"]>((request) => ok(previewOf(CELLS, request.preset)));
  const { pane, draft } = await openDraftPane({ preview: read });
  await draft();
  const grown = previewOf([...CELLS, ["Echo", 500]], preset(TWO_HIGH));
  read.mockImplementation(() => ok(grown));
  await act(() => pane().actions.read());
  expect(counts()[0]).toBe("2");
  expect(screen.queryByText(/Compared with/)).toBeNull();
});

test("seats are told beside their tier, and in words where there are too few or too many", async () => {
  const { draft } = await openDraftPane();
  const capacity = (seats: object) => edited({ capacity: { rankBy: "value", ...seats } });
  await draft(capacity({ min: 3, max: 5 }));
  expect(screen.getByText("Seats: 1 of 3–5, 2 below")).toBeTruthy();
  await draft(capacity({ max: 5 }));
  expect(screen.getByText("Seats: 1 of 5")).toBeTruthy();
  await draft(capacity({ min: 1 }));
  expect(screen.getByText("Seats: 1 of at least 1")).toBeTruthy();
});

test("accounts on several rows are compared once, by their best tier; joined in another way not at all", () => {
  const cells = [
    ["Account", "Revenue", "Group"],
    ["Acme", 300, "A"],
    ["Bolt", 200, "B"],
    ["Cyan", 150, "B"],
    ["Bolt", 190, "B"],
  ];
  const group = { type: "text", label: "Group", headers: ["Group"], required: true };
  const fields = { ...(edited({}) as { fields: object }).fields, group };
  const joined = (by: string, top: number) =>
    previewOf(cells, preset(edited({ when: { measure: "value", top: { count: top } } }, { fields, rollUp: { by } })));
  const names = (moved: ReturnType<typeof movedBetween>) => moved?.map((each) => Object.values(each).join(" "));

  // By name Bolt has 390 and is best; the second account then is Acme.
  expect(names(movedBetween(joined("account", 1), joined("account", 2)))).toEqual(["0 Acme Medium High"]);
  // Each row on its own: Acme first. Joined, Bolt passes it.
  const apart = previewOf(cells, SAVED);
  expect(names(movedBetween(apart, joined("account", 1)))).toEqual(["1 Bolt Medium High", "0 Acme High Medium"]);
  expect(movedBetween(apart, joined("group", 1))).toBeNull();
});
