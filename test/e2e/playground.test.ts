import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readWorkbook } from "../../addin/playground/files/readWorkbook";
import { writeWorkbook } from "../../addin/playground/files/writeWorkbook";
import { sheetOf, workbookOf } from "../../addin/playground/host/simpleSnapshot";
import { playgroundBundle } from "../../addin/playground/page/bundle";
import type { SheetSide } from "../../addin/playground/page/messages";
import { type RunningServer, startServer } from "../../addin/playground/page/devServer";
import { launchBrowser } from "./browser";
import { listen } from "./complaints";

let server: RunningServer;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  server = await startServer(playgroundBundle(), { port: 4310 });
  await server.ready;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  complaints = await listen(page, [server.address]);
  await page.goto(server.address);
  await cell("A1").filter({ hasText: "Account" }).waitFor();
  return async () => {
    expect(complaints).toEqual([]);
    await context.close();
  };
});

/** A computer that is busy with other things takes longer than a second for what is usually there at once. */
const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 20_000 });
const cell = (address: string) => page.locator(`[id="cell-${address}"]`);
const selection = () => page.getByRole("status", { name: "Selection" }).textContent();

async function pane(): Promise<Frame> {
  const frame = await (await page.getByTitle("Account Tiering").elementHandle())?.contentFrame();
  if (!frame) throw new Error("There is no pane.");
  // The client's own `Office` is there before it is joined to a host, but without what office.js's loader adds.
  await frame.waitForFunction(() => "Excel" in globalThis && "onReady" in Office);
  return frame;
}

/** What Excel's own client reads in the pane's page. */
async function readInPane(address: string): Promise<unknown> {
  return (await pane()).evaluate(
    (where) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange(where).load("values");
        await context.sync();
        return range.values[0]?.[0];
      }),
    address,
  );
}

test("the sample workbook shows, and the pane's client reads the same workbook from a worker", async () => {
  expect(await readInPane("A2")).toBe(await cell("A2").textContent());
  const workers = async () => page.workers().map((worker) => worker.url());
  await eventually(workers).toContainEqual(expect.stringContaining("host"));
});

describe("cells", () => {
  test("are typed into, and the pane reads what was typed", async () => {
    await cell("G2").click();
    await page.keyboard.type("1234567");
    await page.keyboard.press("Enter");
    await eventually(() => cell("G2").textContent()).toBe("1,234,567");
    expect(await selection()).toBe("G3");
    expect(await readInPane("G2")).toBe(1_234_567);
  });

  test("are edited with F2, left with Escape and cleared with Delete", async () => {
    const before = await cell("A2").textContent();
    await cell("A2").click();
    await page.keyboard.press("F2");
    await eventually(() => page.getByLabel("Cell A2").inputValue()).toBe(before);
    await page.keyboard.type("!");
    await page.keyboard.press("Escape");
    expect(await cell("A2").textContent()).toBe(before);
    await page.keyboard.press("Delete");
    await eventually(() => cell("A2").textContent()).toBe("");
  });

  test("are selected by pointer and by keyboard, and the workbook knows", async () => {
    await cell("B3").click();
    await cell("D6").click({ modifiers: ["Shift"] });
    await eventually(selection).toBe("B3:D6");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowDown");
    await eventually(selection).toBe("B4:C5");
    expect(await cell("C5").getAttribute("aria-selected")).toBe("true");
    expect(await page.getByRole("grid").getAttribute("aria-activedescendant")).toBe("cell-B4");
    const selected = await (
      await pane()
    ).evaluate(() =>
      Excel.run(async (context) => {
        const range = context.workbook.getSelectedRange().load("address");
        await context.sync();
        return range.address;
      }),
    );
    expect(selected).toBe("Accounts!B4:C5");
  });

  test("stand right below each other where the rows between them are hidden", async () => {
    const host = page.workers().find((worker) => worker.url().includes("host"));
    await host?.evaluate(() => (globalThis as unknown as { desk: SheetSide }).desk.user("hide", "3:400"));
    await cell("A401").waitFor();
    const [above, below] = [await cell("A2").boundingBox(), await cell("A401").boundingBox()];
    expect(below?.y).toBe(above!.y + above!.height); // both are on the screen
    await cell("A2").click();
    await page.keyboard.press("ArrowDown");
    await eventually(selection).toBe("A401");
  });

  test("follow what an add-in writes, selects and colours", async () => {
    await (
      await pane()
    ).evaluate(() =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange("B2:B3");
        range.values = [["Tier 1"], ["Tier 2"]];
        const { cellValue } = range.conditionalFormats.add("CellValue");
        cellValue.rule = { formula1: '="tier 1"', operator: "EqualTo" };
        cellValue.format.fill.color = "#123456";
        cellValue.format.font.color = "#FFFFFF";
        range.select();
        await context.sync();
      }),
    );
    await eventually(selection).toBe("B2:B3");
    const colour = (address: string) => cell(address).evaluate((element) => getComputedStyle(element).backgroundColor);
    await eventually(() => colour("B2")).toBe("rgb(18, 52, 86)");
    expect(await colour("B3")).not.toBe("rgb(18, 52, 86)");
  });
});

test("a workbook of 100,000 rows opens, scrolls to its end and is saved", async () => {
  const rows = Array.from({ length: 100_000 }, (_, i) => [`Account ${i}`, i]);
  const bytes = await writeWorkbook(workbookOf([sheetOf("Many", [["Name", "Number"], ...rows])]));
  await page.getByLabel("Workbook to open").setInputFiles({
    name: "many.xlsx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from(bytes),
  });
  await eventually(() => cell("A1").textContent()).toBe("Name");
  await page.getByRole("grid").focus();
  await page.keyboard.press("Control+End");
  await eventually(() => cell("B100001").textContent()).toBe("99999");
  expect(await page.getByRole("row").count()).toBeLessThan(80);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as .xlsx" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("many.xlsx");
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const saved = await readWorkbook(new Uint8Array(Buffer.concat(chunks)));
  expect(saved.ok && saved.workbook.sheets[0]?.values[100_000]).toEqual(["Account 99999", 99_999]);
});

test("a file that cannot be read is said to be so, and the workbook stays", async () => {
  await page.getByLabel("Workbook to open").setInputFiles({
    name: "old.xlsx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from("nothing of the kind"),
  });
  await page.getByText("old.xlsx: this is not an Excel workbook.").waitFor();
  expect(await cell("A1").textContent()).toBe("Account");
});

test("the second quarter is typed over the first, sheets are added and another workbook brings a new pane", async () => {
  await page.getByRole("button", { name: "Second quarter" }).click();
  await page.getByText("Three months later").waitFor();
  const [first, second] = [await readInPane("A502"), await readInPane("A507")];
  expect(first).toMatch(/\w/);
  expect(second).toMatch(/\w/);

  await page.getByRole("button", { name: "New sheet" }).click();
  await page.getByRole("grid", { name: "Sheet Sheet1" }).waitFor();
  await page.getByRole("tab", { name: "Accounts" }).click();
  await page.getByRole("grid", { name: "Sheet Accounts" }).waitFor();

  await page.getByRole("button", { name: "Empty workbook" }).click();
  await eventually(() => cell("A1").textContent()).toBe("");
  // The sample's pane may still be there, and goes while it is asked.
  await eventually(() => readInPane("A1").catch(() => null)).toBe("");
});

test("F6 moves between the spreadsheet and the pane", async () => {
  await (await pane()).waitForLoadState();
  await page.getByRole("grid").focus();
  await page.keyboard.press("F6");
  await eventually(() => page.evaluate(() => document.activeElement?.tagName)).toBe("IFRAME");
  await page.keyboard.press("F6");
  await eventually(() => page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("grid");
});

test("the pane is closed, shown again and made wider by keyboard", async () => {
  await pane();
  await page.getByRole("button", { name: "Close pane" }).click();
  await page.getByRole("region", { name: "Task pane" }).waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Account Tiering" }).click();
  await page.getByRole("region", { name: "Task pane" }).waitFor();
  await page.getByRole("separator", { name: "Width of the pane" }).focus();
  await page.keyboard.press("End");
  expect((await page.getByTitle("Account Tiering").boundingBox())?.width).toBe(600);
  await page.keyboard.press("Home");
  expect((await page.getByTitle("Account Tiering").boundingBox())?.width).toBe(320);
});
