import { OfficeMockObject } from "office-addin-mock";
import { expect, test, vi } from "vitest";
import { associateCommands } from "../../../addin/commands/commands";
import type { Tiering } from "../../../addin/excel/tiering";

function office() {
  const associate = vi.fn();
  const showAsTaskpane = vi.fn(() => Promise.resolve());
  vi.stubGlobal("Office", new OfficeMockObject({ actions: { associate }, addin: { showAsTaskpane } }));
  const press = () =>
    new Promise<void>((completed) => {
      const [, handler] = associate.mock.calls[0] ?? [];
      handler({ completed });
    });
  return { associate, showAsTaskpane, press };
}
const untiered = { sources: () => ({ ok: true, value: [] }), find: () => ({ ok: false }) } as unknown as Tiering;
const NEVER = {
  message: "Nothing has been tiered here yet. Look at the preview and apply the tiers first. Nothing was written.",
  needsPerson: true,
};

test("the ribbon's button completes its event, tells an open pane, and brings it forward with the reason", async () => {
  const { associate, showAsTaskpane, press } = office();
  const listener = vi.fn();
  associateCommands(Promise.resolve(untiered), () => "2026-01-31").subscribe(listener);
  await press();
  expect(associate.mock.calls[0]?.[0]).toBe("refreshTiers");
  expect(listener.mock.calls).toEqual([[NEVER]]);
  expect(showAsTaskpane).toHaveBeenCalledOnce();
});

test("what was said before there was a pane is told to the first one, once", async () => {
  const { press } = office();
  const ribbon = associateCommands(Promise.resolve(untiered), () => "2026-01-31");
  await press();
  const [first, second] = [vi.fn(), vi.fn()];
  ribbon.subscribe(first);
  ribbon.subscribe(second);
  expect(first.mock.calls).toEqual([[NEVER]]);
  expect(second).not.toHaveBeenCalled();
});

test("a pane that cannot be brought forward keeps no event from completing", async () => {
  const { press, showAsTaskpane } = office();
  showAsTaskpane.mockRejectedValue(new Error("not supported"));
  associateCommands(Promise.resolve(untiered), () => "2026-01-31");
  await press();
  expect(showAsTaskpane).toHaveBeenCalledOnce();
});
