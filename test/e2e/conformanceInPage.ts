import { resolve } from "node:path";
import HtmlPlugin from "html-webpack-plugin";
import type { Browser } from "playwright-core";
import type { Configuration } from "webpack";
import { clientSource } from "../../addin/playground/host/client";
import type { Conformance } from "./page/conformance";

/** The playground's bundle with one more page, `conformance.html`, which has the grid's packages in common with it. */
export function withConformance(bundle: Configuration): Configuration {
  const here = (file: string): string => resolve(import.meta.dirname, "page", file);
  return {
    ...bundle,
    entry: { ...(bundle.entry as object), conformance: here("conformance.ts") },
    resolve: { ...bundle.resolve, alias: { vitest$: here("vitestInPage.ts") } },
    plugins: [...(bundle.plugins ?? []), new HtmlPlugin({ filename: "conformance.html", chunks: ["conformance"] })],
  };
}

/** Runs the documented cases in a page of their own. */
export async function runConformance(browser: Browser, address: string): Promise<Conformance> {
  const page = await browser.newPage();
  try {
    await page.goto(`${address}conformance.html`);
    await page.addScriptTag({ content: `runClient = ${clientSource()}` });
    return await page.evaluate(() => window.runConformance());
  } finally {
    await page.close();
  }
}
