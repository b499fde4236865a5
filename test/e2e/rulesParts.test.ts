import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "vitest";
import { sampleWorkbook } from "../../addin/playground/sample/workbook";
import { lengthenTexts, unseen } from "./layout";
import type { OpenPane } from "./openPane";
import { openPanes } from "./openPanes";

const openPane = openPanes();

const SECTIONS = ["Columns read", "Value and other measures", "Lifecycle", "Score"];

async function openRules(preset: string): Promise<OpenPane> {
  const browser = { viewport: { width: 320, height: 800 }, reducedMotion: "reduce" } as const;
  const pane = await openPane(sampleWorkbook(1), { browser });
  await pane.page.getByRole("combobox", { name: "Preset" }).click();
  await pane.page.getByRole("option", { name: preset }).click();
  await pane.page.getByRole("button", { name: "Edit rules" }).click();
  return pane;
}

test("columns, measures, score and every condition in them: axe finds nothing at 320 px, and longer texts are seen", async () => {
  const pane = await openRules("ABM tiers by ICP score");
  const { page } = pane;
  for (const name of SECTIONS) await page.getByRole("button", { name, exact: true }).click();
  const isClosed = 'main [role="group"] button[aria-expanded="false"]:not([role]):not([aria-haspopup])';
  for (let closed = await page.locator(isClosed).count(); closed > 0; closed = await page.locator(isClosed).count()) {
    await page.locator(isClosed).evaluateAll((buttons) => buttons.forEach((button) => (button as HTMLElement).click()));
  }
  await pane.settled();
  const { violations } = await new AxeBuilder({ page }).exclude("[data-tabster-dummy]").analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  expect(await unseen(page)).toEqual([]);
  await lengthenTexts(page);
  expect(await unseen(page)).toEqual([]);
});

test("points are added and set by the keyboard alone, for words that the accounts have", async () => {
  const pane = await openRules("ABM tiers by ICP score");
  const { page } = pane;
  /** Where the focus is: what it is called, without what stands in it. */
  const focused = () =>
    page.evaluate(() => {
      const at = document.activeElement;
      const label = at?.id ? document.querySelector(`label[for="${at.id}"]`)?.textContent : null;
      return at?.getAttribute("aria-label") ?? label ?? at?.textContent ?? "";
    });
  const tabTo = async (name: RegExp) => {
    for (let steps = 0; steps < 60 && !name.test(await focused()); steps++) await page.keyboard.press("Tab");
    expect(await focused()).toMatch(name);
  };
  await tabTo(/^Value and other measures/);
  await page.keyboard.press("Enter");
  await tabTo(/^Add measure/);
  await page.keyboard.press("Enter");
  await page.keyboard.press("p"); // goes to the first that begins so
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.matches("input")); // the name of the new one
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("In software");
  await tabTo(/^\+1 where/);
  await page.keyboard.press("Enter");
  await tabTo(/^For whom:/);
  await page.keyboard.press("Enter");
  await tabTo(/^Looked at/);
  await page.keyboard.press("Enter");
  await page.keyboard.type("Industry");
  await page.keyboard.press("Enter");
  await tabTo(/^Comparison/);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Home"); // is
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Words in this column" }).waitFor();
  await tabTo(/^Words in this column/);
  await page.keyboard.press("Enter");
  await page.keyboard.type("Software");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: 'In software: +1 where Industry is "Software"' }).waitFor();
  await page.getByText(/no account moves/).waitFor();
});
