import { readFile, writeFile } from "node:fs/promises";
import { launchBrowser } from "../../test/e2e/browser";

/** Which sizes the manifest names, and 128 for a listing. A drawing for one size is used before the general one. */
const MARKS = { icon: [16, 32, 64, 80, 128], refresh: [16, 32, 80] };

/** Draws the ribbon's pictures again: `npx tsx addin/assets/draw.ts`. They are kept, so that a build needs no browser. */
async function draw(): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    for (const [mark, sizes] of Object.entries(MARKS)) {
      for (const size of sizes) {
        const svg = await drawing(`${mark}-${size}.svg`).catch(() => drawing(`${mark}.svg`));
        await page.setViewportSize({ width: size, height: size });
        await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`);
        await writeFile(
          new URL(`${mark}-${size}.png`, import.meta.url),
          await page.screenshot({ omitBackground: true }),
        );
      }
    }
  } finally {
    await browser.close();
  }
}

function drawing(name: string): Promise<string> {
  return readFile(new URL(name, import.meta.url), "utf8");
}

await draw();
