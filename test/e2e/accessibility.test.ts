import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PaneSite, startPaneSite } from "./paneSite";
import { SCENES } from "./scenes";

let site: PaneSite;
beforeAll(async () => {
  site = await startPaneSite();
});
afterAll(() => site?.close());

const LOOKS = [
  { colorScheme: "light", forcedColors: "none" },
  { colorScheme: "dark", forcedColors: "none" },
  { colorScheme: "dark", forcedColors: "active" },
] as const;

test.each(SCENES)("axe finds nothing in $name at 320 px, light, dark and in forced colours", async (scene) => {
  const browser = { viewport: { width: 320, height: 800 }, reducedMotion: "reduce" } as const;
  const pane = await site.open(scene.workbook, { browser });
  await scene.prepare(pane);
  await pane.settled();
  const found: string[] = [];
  for (const look of LOOKS) {
    await pane.page.emulateMedia(look);
    await pane.page.waitForTimeout(100); // the theme follows the system's
    const { violations } = await new AxeBuilder({ page: pane.page }).exclude("[data-tabster-dummy]").analyze();
    const places = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    found.push(...places.map((place) => `${look.colorScheme}, forced ${look.forcedColors}, ${place}`));
  }
  expect(found).toEqual([]);
  const width = await pane.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320); // nothing is cut off or scrolls sideways
  expect(pane.complaints).toEqual([]);
  await pane.close();
});
