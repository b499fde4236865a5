import { expect, test } from "vitest";
import { sheetOf, workbookOf } from "../../addin/playground/host/simpleSnapshot";
import { openPanes } from "./openPanes";

const openPane = openPanes();

const workbook = workbookOf([
  sheetOf("Accounts", [
    ["Account", "Revenue"],
    ["Acme", 300],
  ]),
]);

/** In the pane's page: what Excel's own client reads there. */
async function readB2(): Promise<unknown> {
  return Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem("Accounts").getRange("B2").load("values");
    await context.sync();
    return cell.values[0]?.[0];
  });
}

test("the deployed pane loads without a complaint, and its client reads the workbook in the worker", async () => {
  const pane = await openPane(workbook);
  expect(await pane.page.evaluate(readB2)).toBe(300);
  expect(pane.page.workers().length).toBeGreaterThan(0);

  await pane.user("type", "Accounts!B2", "12%");
  expect(await pane.page.evaluate(readB2)).toBe(0.12);
  await pane.settled();
});

test("a fault reaches the pane's client once, and a person's step happens where it was put", async () => {
  const pane = await openPane(workbook);
  await pane.settled();
  await pane.faults.inject({ request: 1, when: "before", code: "Timeout" });
  await expect(pane.page.evaluate(readB2)).rejects.toThrow("An injected Timeout");
  await pane.faults.at({ request: 1, when: "before" }, "type", "Accounts!B2", 7);
  expect(await pane.page.evaluate(readB2)).toBe(7);
  await expect(pane.user("type", "B2", "@x")).rejects.toThrow('"@x" is not a valid formula.');
  await pane.close();
});

test("a pane that is loaded again finds the workbook, the selection and its options as they were", async () => {
  const pane = await openPane(workbook, { workbook: { name: "Accounts.xlsx" }, application: { platform: "Mac" } });
  await pane.user("select", "Accounts!B1:B2");
  await pane.user("type", "Accounts!B2", 5);
  await pane.reload();
  expect(await pane.page.evaluate(readB2)).toBe(5);
  expect(await pane.selection()).toEqual(["Accounts!B1:B2"]);
  expect(await pane.page.evaluate(() => Office.context.platform)).toBe("Mac");
});
