// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { Tiering } from "../../../addin/excel/tiering";
import { openPane } from "./fakePane";
import { builtIn, CELLS, listed, ok, previewOf, refused } from "./fakePreview";

const button = (name: string | RegExp) => screen.findByRole("button", { name });
const status = async () => (await screen.findAllByRole("status")).map(({ textContent }) => textContent).join("");

test("opens on what is selected, and shows who gets which tier without a question", async () => {
  const { tiering } = openPane();
  const tiers = within(await screen.findByRole("table", { name: "Tier" }));
  const rows = tiers
    .getAllByRole("row")
    .slice(1)
    .map(({ textContent }) => textContent);
  expect(rows).toEqual(["Tier 1Strategic143.5%", "Tier 2Growth250.7%", "Tier 3Standard15.8%"]);
  expect(screen.getByText("Changes: 0 up · 0 down · 4 new · 0 same")).toBeTruthy();
  expect(screen.getByText("Accounts · A1:B5 · 4 accounts")).toBeTruthy();
  expect(tiering.preview).toHaveBeenCalledOnce();
});

test("applies what is shown, says what came of it, and reads the accounts again", async () => {
  const preview = previewOf();
  const { user, tiering } = openPane({ history: () => ok({ canUndo: true, isUnfinished: false }) }, preview);
  await user.click(await button("Apply tiers"));
  expect(await screen.findByText("Tiered 4 accounts. 4 new.")).toBeTruthy();
  expect(tiering.apply).toHaveBeenCalledWith(preview, expect.anything());
  expect(tiering.preview).toHaveBeenCalledTimes(2);
  expect(await button("Undo")).toBeTruthy();
});

test.each([
  { of: "edited cells", record: { inputs: "other" }, says: "Stale: the accounts changed", refresh: true },
  { of: "a pin", record: { inputs: "inputs:pinned" }, says: "Stale: the overrides changed", refresh: true },
  { of: "a review", record: { inputs: "inputs::reviewed" }, says: "Stale: a review was recorded", refresh: true },
  { of: "another day", record: { asOf: "2025-10-31" }, says: "Stale: the day has changed", refresh: true },
  { of: "nothing", record: {}, says: "Up to date", refresh: false },
])("status after $of: $says", async ({ record, says, refresh }) => {
  openPane({}, previewOf(CELLS, undefined, { tiers: ["Tier 1", "Tier 2", "Tier 2", "Tier 3"], record }));
  await screen.findByText(says);
  expect(screen.queryByRole("button", { name: "Refresh tiers" }) !== null).toBe(refresh);
});

test("tiers typed over by hand are stale, and the list of changes names who moves", async () => {
  const tiers = ["Tier 3", "Tier 2", "Tier 2", "Tier 2"];
  const { user, tiering } = openPane({}, previewOf(CELLS, undefined, { tiers }));
  expect(await status()).toContain("Stale: tiers were edited by hand");
  await user.click(await button("Changes: 1 up · 1 down · 0 new · 2 same"));
  const movers = within(screen.getByRole("list", { name: "Accounts that change tier" })).getAllByRole("listitem");
  expect(movers.map(({ textContent }) => textContent)).toEqual([
    "Acme up from Tier 3 to Tier 1",
    "Dune down from Tier 2 to Tier 3",
  ]);
  await user.click(await button("Dune"));
  expect(tiering.select).toHaveBeenCalledWith(expect.anything(), 3, 0);
});

test("refreshes what was applied", async () => {
  const preview = previewOf(CELLS, undefined, { tiers: ["", "", "", ""], record: { inputs: "other" } });
  const refresh = vi.fn(() => ok({ ...preview, cells: 3, withoutColours: false } as never));
  const { user } = openPane({ refresh }, preview);
  await user.click(await button("Refresh tiers"));
  expect(await screen.findByText(/^Refreshed 3 cells/)).toBeTruthy();
  expect(refresh).toHaveBeenCalledWith("run1", "2026-01-31", expect.anything());
});

test("links of the data check select the cells concerned", async () => {
  const { user, tiering } = openPane();
  await user.click(await button("1 row needs a look"));
  expect(screen.getByText(/1 number in Revenue is stored as text/)).toBeTruthy();
  await user.click(await button("Row 4"));
  expect(tiering.select).toHaveBeenCalledWith(expect.anything(), 2, 1);
});

test("a column that is not found is asked for, and what was chosen is read", async () => {
  const cells = [["Account", "Umsatz"], ...CELLS.slice(1)];
  const preview = previewOf();
  const unmapped = () =>
    refused("fields-unmapped", { fields: ["income"], missing: ["Revenue"], headerRow: 1, sheet: "S" });
  const ask = vi.fn(unmapped as () => never);
  const source = { ...preview.source, headers: cells[0] as string[] };
  const { user } = openPane({ preview: ask, find: () => ok({ source, record: null }) }, preview);
  await screen.findByText(/no column for Revenue/);
  const asked = await button(/Revenue: choose a column/);
  window.dispatchEvent(new Event("focus")); // the click that comes from the sheet: the accounts are looked at again
  await waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
  expect(asked.isConnected).toBe(true);
  await user.click(asked);
  await user.click(await screen.findByRole("menuitemcheckbox", { name: "Umsatz" }));
  const [request] = ask.mock.lastCall as unknown as [{ mapping: Map<string, string[]> }];
  expect([...request.mapping]).toEqual([["income", ["Umsatz"]]]);
});

test("a disabled button says why", async () => {
  const preview = previewOf([
    ["Account", "Revenue", "Tier"],
    ["Acme", 300, "Gold"],
  ]);
  const { user, tiering } = openPane({}, preview);
  const apply = await button("Apply tiers");
  await screen.findByText(/It cannot be written yet\. Accounts already has a column "Tier"/);
  expect(apply.getAttribute("aria-disabled")).toBe("true");
  expect(document.getElementById(apply.getAttribute("aria-describedby") ?? "")?.textContent).toMatch(/Rename it/);
  await user.click(apply);
  expect(tiering.apply).not.toHaveBeenCalled();
});

test("another preset is previewed and has to be applied", async () => {
  const preview = previewOf(CELLS, undefined, { tiers: ["", "", "", ""], record: {} });
  const other = previewOf(CELLS, builtIn("high-medium-low"), {
    tiers: ["", "", "", ""],
    record: { preset: preview.plan.after.preset },
  });
  const read = vi.fn(() => ok(preview));
  const { user } = openPane({ preview: read }, preview);
  await screen.findByRole("table", { name: "Tier" });
  read.mockImplementation(() => ok(other));
  await user.click(screen.getByRole("combobox", { name: "Preset" }));
  await user.click(screen.getByRole("option", { name: "High / Medium / Low" }));
  expect(await screen.findByText("Not applied yet")).toBeTruthy();
  expect(screen.queryByRole("table", { name: "Segment" })).toBeNull();
});

test("work that takes a while shows its rows and can be cancelled", async () => {
  let signal: AbortSignal | undefined;
  const apply = vi.fn((_: unknown, progress: { signal?: AbortSignal; onRows?(done: number, of: number): void }) => {
    signal = progress.signal;
    progress.onRows?.(20_000, 100_000);
    return new Promise((done) =>
      signal?.addEventListener("abort", () => void refused("cancelled", {}, { written: "restored" }).then(done)),
    );
  });
  const { user } = openPane({ apply: apply as never });
  await user.click(await button("Apply tiers"));
  expect(await screen.findByText("Writing: 20,000 of 100,000 rows")).toBeTruthy();
  await user.click(await button("Cancel"));
  expect(await screen.findByText("Cancelled. The sheet is as it was.")).toBeTruthy();
  expect(signal?.aborted).toBe(true);
});

test("a preset that was chosen and not read can neither be applied nor called up to date", async () => {
  const preview = previewOf(CELLS, undefined, { tiers: ["Tier 1", "Tier 2", "Tier 2", "Tier 3"] });
  const read = vi.fn<Tiering["preview"]>(() => ok(preview));
  const { user, tiering } = openPane({ preview: read }, preview);
  expect(await status()).toBe("Up to date");
  read.mockImplementation((_, progress) => {
    return new Promise((done) =>
      progress?.signal?.addEventListener("abort", () => void refused("cancelled").then(done)),
    );
  });
  await user.click(screen.getByRole("combobox", { name: "Preset" }));
  await user.click(screen.getByRole("option", { name: "High / Medium / Low" }));
  await user.click(await button("Cancel"));
  expect(await status()).toBe("Not read yet");
  await user.click(await button("Apply tiers"));
  expect(tiering.apply).not.toHaveBeenCalled();
  expect(screen.getByText("The preview is not of what is chosen.")).toBeTruthy();
  read.mockImplementation(() => ok(previewOf(CELLS, builtIn("high-medium-low"))));
  await user.click(await button("Read again"));
  expect(await screen.findByText("Not tiered yet")).toBeTruthy();
});

test("what is about to be clicked stays while the accounts are read again, however long that takes", async () => {
  const preview = previewOf(CELLS, undefined, { tiers: ["Tier 1", "Tier 2", "Tier 2", "Tier 3"] });
  const read = vi.fn<Tiering["preview"]>(() => ok(preview));
  let edit: Parameters<Tiering["watch"]>[1] = () => undefined;
  const watch = vi.fn<Tiering["watch"]>((_, listener) => ((edit = listener), ok(() => Promise.resolve())));
  openPane({ preview: read, watch }, preview);
  expect(await status()).toBe("Up to date");
  read.mockImplementation(() => new Promise(() => undefined));
  edit({ kind: "cells", from: 0, rows: 1, positions: { first: 1, last: 1 } }, "user");
  const refresh = await button("Refresh tiers");
  await screen.findByRole("progressbar");
  expect(await button("Refresh tiers")).toBe(refresh);
});

test("undoing cannot be cancelled, and nothing else is begun meanwhile", async () => {
  const undo = vi.fn(() => new Promise<never>(() => undefined));
  const { user, tiering } = openPane({ undo, history: () => ok({ canUndo: true, isUnfinished: false }) });
  await user.click(await button("Undo last run"));
  expect(await screen.findByText("Putting back…")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Cancel" })).toBeNull();
  await user.click(await button("Apply tiers"));
  await user.click(await button("Undo last run"));
  expect(tiering.apply).not.toHaveBeenCalled();
  expect(undo).toHaveBeenCalledOnce();
});

test("a preset of the workbook that cannot be read is told beside the accounts it was applied to", async () => {
  const preview = previewOf(CELLS, undefined, {
    tiers: ["", "", "", ""],
    record: { preset: { id: "newer", version: 1, hash: "h" } },
  });
  const list = () => ok([...listed, { id: "newer", state: "damaged", issues: [] } as const]);
  openPane({ presets: { list } as unknown as Tiering["presets"] }, preview);
  expect(await screen.findByText(/by a preset of this workbook that this version cannot read/)).toBeTruthy();
});

test("where no account has a value that can be read nothing is applied", async () => {
  const cells = [CELLS[0] ?? [], ["Acme", "47.973,94"], ["Bolt", "viel"]];
  const { user, tiering } = openPane({}, previewOf(cells));
  expect(await screen.findByText(/^No account has a value that can be read/)).toBeTruthy();
  await user.click(await button("Apply tiers"));
  expect(tiering.apply).not.toHaveBeenCalled();
  expect(await button("2 checks need a look")).toBeTruthy();
});

test("a preset without segments says that the Segment column stays", async () => {
  const preview = previewOf(CELLS, undefined, { tiers: ["", "", "", ""] });
  const left = { ...preview, plan: { ...preview.plan, left: ["segment" as const] } };
  openPane({}, left);
  expect(await screen.findByText("Segment is not written by this preset and stays as before.")).toBeTruthy();
});
