// @vitest-environment jsdom
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { Tiering } from "../../../addin/excel/tiering";
import { ErrorBoundary } from "../../../addin/taskpane/app/ErrorBoundary";
import { openPane } from "./fakePane";
import { ok, previewOf, refused } from "./fakePreview";

const button = (name: string | RegExp) => screen.findByRole("button", { name });

const status = async (text: string) =>
  waitFor(() => expect(screen.getByRole("status").textContent).toBe(text)).then(() => true);

test("an empty sheet gets two lines, sample accounts and how it works", async () => {
  const { user, tiering } = openPane({ find: () => refused("sheet-empty", { sheet: "Sheet1" }) });
  expect(await screen.findByText(/^Sorts the accounts of a sheet/)).toBeTruthy();
  await user.click(await button("How it works"));
  expect(screen.getByText(/Nothing is sorted or moved/)).toBeTruthy();
  await user.click(await button("Insert sample accounts"));
  expect(tiering.addSheet).toHaveBeenCalledWith({
    name: "Sample accounts",
    columns: [{ name: "Account" }],
    rows: [["Acme"]],
  });
});

test("a selection that is no block of accounts is named", async () => {
  openPane({ find: () => refused("selection-several-areas") });
  expect(await screen.findByText(/Several areas are selected\./)).toBeTruthy();
});

test("with nothing usable selected it opens on what was tiered before", async () => {
  const preview = previewOf(undefined, undefined, { tiers: ["", "", "", ""] });
  const find = vi.fn(({ by }: { by: string }) =>
    by === "record"
      ? ok({ source: preview.source, record: preview.plan.before })
      : refused("sheet-empty", { sheet: "S" }),
  );
  openPane({ find: find as never, sources: () => ok([{ id: "run1" } as never]) }, preview);
  expect(await screen.findByRole("table", { name: "Tier" })).toBeTruthy();
});

test("a problem says what happened, whether anything was written, and gives a report to copy", async () => {
  const apply = () =>
    refused("GeneralException", {}, { written: "restored", detail: "GeneralException · Range.values" });
  const { user, services } = openPane({ apply });
  await user.click(await button("Apply tiers"));
  expect(await screen.findByText(/internal error\. Try again.* What had been written was put back\./)).toBeTruthy();
  await user.click(await button("Copy"));
  expect(services.copy).toHaveBeenCalledWith(expect.stringContaining("GeneralException · Range.values"));
});

test("a run that was broken off keeps others from being applied, and can be repaired also when its message is gone", async () => {
  const repair = vi.fn(() => ok({ cells: 3, unmatched: ["Acme"], sheet: null, isRestored: true }));
  const history = vi.fn(() => ok({ canUndo: false, isUnfinished: true }));
  const { user } = openPane({ repair, history });
  expect(await status("An earlier run was broken off. Repair it first.")).toBeTruthy();
  expect((await button("Apply tiers")).getAttribute("aria-disabled")).toBe("true");
  await user.click(await button("Dismiss"));
  history.mockReturnValue(ok({ canUndo: false, isUnfinished: false }));
  await user.click(await button("Repair"));
  expect(await screen.findByText(/was put back\. No row was found any more for Acme\./)).toBeTruthy();
  expect(await status("Not tiered yet")).toBeTruthy();
  expect((await button("Apply tiers")).getAttribute("aria-disabled")).not.toBe("true");
});

test("what the ribbon has done is said in an open pane", async () => {
  const { fromRibbon, tiering } = openPane();
  await screen.findByRole("table", { name: "Tier" });
  fromRibbon({ message: "Refreshed 4 accounts: nothing changed.", needsPerson: false });
  expect(await screen.findByText("Refreshed 4 accounts: nothing changed.")).toBeTruthy();
  expect(tiering.preview).toHaveBeenCalledTimes(2);
});

test("a screen that fails leaves a report and a way to start again", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  let isBroken = true;
  function Screen() {
    if (isBroken) throw new Error("broken screen");
    return <p>whole again</p>;
  }
  const copy = vi.fn(() => Promise.resolve());
  render(
    <ErrorBoundary copy={copy}>
      <Screen />
    </ErrorBoundary>,
  );
  await userEvent.click(await button("Copy"));
  expect(copy).toHaveBeenCalledWith(expect.stringContaining("broken screen"));
  isBroken = false;
  await userEvent.click(await button("Start again"));
  expect(screen.getByText("whole again")).toBeTruthy();
});

test("what cannot be listed for the moment is said, and the built-in presets are there", async () => {
  const list = vi.fn(() => refused("ActivityLimitReached"));
  openPane({ presets: { list } as unknown as Tiering["presets"] });
  expect(await screen.findByRole("table", { name: "Tier" })).toBeTruthy();
  expect(screen.getByRole("combobox", { name: "Preset" }).textContent).toBe("Revenue share 30/50/20");
  expect(screen.getByRole("region", { name: "Result" })).toBeTruthy();
});

test("a sample that cannot be loaded is said, and asked for once only", async () => {
  const { user, services } = openPane({ find: () => refused("sheet-empty", { sheet: "Sheet1" }) });
  let fail: (thrown: Error) => void = () => undefined;
  const sample = vi.spyOn(services, "sample").mockImplementation(() => new Promise<never>((_, no) => (fail = no)));
  await user.dblClick(await button("Insert sample accounts"));
  fail(new Error("Loading chunk 3 failed")); // only after the second click, however slow the first one was
  expect(await screen.findByText(/Something unexpected happened/)).toBeTruthy();
  expect(sample).toHaveBeenCalledOnce();
});

test("the day follows the calendar until another one is chosen", async () => {
  const { tiering, services } = openPane();
  await screen.findByRole("table", { name: "Tier" });
  vi.spyOn(services, "today").mockReturnValue("2026-02-01");
  fireEvent.focus(window);
  await waitFor(() => expect(tiering.preview).toHaveBeenCalledTimes(2));
  expect(tiering.preview).toHaveBeenLastCalledWith(expect.objectContaining({ asOf: "2026-02-01" }), expect.anything());
  fireEvent.change(screen.getByLabelText("As of"), { target: { value: "2025-12-31" } });
  await waitFor(() => expect(tiering.preview).toHaveBeenCalledTimes(3));
  vi.spyOn(services, "today").mockReturnValue("2026-02-02");
  fireEvent.focus(window);
  await status("Not tiered yet");
  expect(tiering.preview).toHaveBeenLastCalledWith(expect.objectContaining({ asOf: "2025-12-31" }), expect.anything());
});

test("the focus goes to the pane's title where the button that had it is gone", async () => {
  const { user, fromRibbon } = openPane();
  await screen.findByRole("table", { name: "Tier" });
  fromRibbon({ message: "Refreshed.", needsPerson: false });
  (await button("Dismiss")).focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Account Tiering"));
});

test("an undo that stopped half-way offers to go on, not a repair of which there is none", async () => {
  const undo = vi.fn(() => refused("sheet-protected", { sheet: "Accounts" }, { written: "partly" }));
  const history = vi.fn(() => ok({ canUndo: true, isUnfinished: false }));
  const { user, tiering } = openPane({ undo, history });
  await user.click(await button("Undo last run"));
  await user.click(await button("Undo"));
  expect(tiering.undo).toHaveBeenCalledTimes(2);
  expect(screen.queryByRole("button", { name: "Repair" })).toBeNull();
});
