// @vitest-environment node
import { OfficeMockObject } from "office-addin-mock";
import { expect, test, vi } from "vitest";
import { connect } from "../../../addin/playground/host/client";
import { MemoryWorkbook } from "../../../addin/playground/host/memory/memoryWorkbook";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";

test("the ribbon's button completes its event, and brings the page forward with the reason", async () => {
  const associate = vi.fn();
  const showAsTaskpane = vi.fn(() => Promise.resolve());
  const status = { textContent: "" };
  const office = new OfficeMockObject({
    onReady: (ready: () => void) => ready(),
    actions: { associate },
    addin: { showAsTaskpane },
  });
  vi.stubGlobal("Office", office);
  vi.stubGlobal("Excel", connect(MemoryWorkbook.from(workbookOf([sheetOf("Accounts", [["Account"]])]))).Excel);
  vi.stubGlobal("document", { getElementById: () => status });
  await import("../../../addin/commands/commands");

  const [name, handler] = associate.mock.calls[0] ?? [];
  const completed = vi.fn();
  await handler({ completed });

  expect(name).toBe("refreshTiers");
  expect(status.textContent).toBe("Nothing has been tiered here yet. Nothing was written.");
  expect(showAsTaskpane).toHaveBeenCalledOnce();
  expect(completed).toHaveBeenCalledOnce();
});
