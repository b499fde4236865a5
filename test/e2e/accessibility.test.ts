import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { covered, lengthenTexts, moving, served, unseen } from "./layout";
import { openPanes } from "./openPanes";
import { SCENES } from "./scenes";

const openPane = openPanes();

const LOOKS = [
  { colorScheme: "light", forcedColors: "none" },
  { colorScheme: "dark", forcedColors: "none" },
  { colorScheme: "dark", forcedColors: "active" },
] as const;

/** Runs in the page: a control that was clicked and went away must not have taken the focus with it. */
function noteClicks(): void {
  addEventListener("pointerdown", () => Object.assign(globalThis, { wasClicked: true }));
}

/** Runs in the page: the theme follows the system's, and has been painted. */
async function isShownIn(scheme: string): Promise<boolean> {
  if (document.documentElement.style.colorScheme !== scheme) return false;
  for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
  return true;
}

/** What axe finds, and finds again a moment later: what is not in sight may be painted in its new colours only then. */
async function violationsIn(page: Page): Promise<string[]> {
  for (let looks = 1; ; looks++) {
    const { violations } = await new AxeBuilder({ page }).exclude("[data-tabster-dummy]").analyze();
    const places = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    if (places.length === 0 || looks === 3) return places;
    await page.waitForTimeout(500);
  }
}

test.each(SCENES)(
  "$name at 320 px: axe finds nothing, light, dark and in forced colours; all is seen at 400 %, and with longer texts; nothing moves",
  async (scene) => {
    const browser = { viewport: { width: 320, height: 800 }, reducedMotion: "reduce" } as const;
    const pane = await openPane(scene.workbook, { browser, before: noteClicks });
    await scene.prepare(pane);
    await pane.settled();
    await pane.page.locator('main[aria-busy="true"]').waitFor({ state: "detached" }); // what is dimmed is not looked at
    const wasClicked = await pane.page.evaluate(() => "wasClicked" in globalThis);
    expect(await served(pane.page)).toEqual({ isTold: true, focus: wasClicked ? "there" : "nowhere" });
    expect(await moving(pane.page)).toEqual([]);
    const found: string[] = [];
    for (const look of LOOKS) {
      await pane.page.emulateMedia(look);
      await pane.page.waitForFunction(isShownIn, look.colorScheme);
      const places = await violationsIn(pane.page);
      found.push(...places.map((place) => `${look.colorScheme}, forced ${look.forcedColors}, ${place}`));
    }
    expect(found).toEqual([]);
    expect(await unseen(pane.page)).toEqual([]);
    await pane.page.setViewportSize({ width: 320, height: 256 }); // 1280 by 1024 at 400 %
    expect(await covered(pane.page)).toBeLessThan(0.5);
    await pane.page.setViewportSize({ width: 320, height: 800 });
    await lengthenTexts(pane.page);
    expect(await unseen(pane.page)).toEqual([]);
  },
);
