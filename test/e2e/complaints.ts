import type { Page } from "playwright-core";

/**
 * All that a page should never do, as it happens: errors on its console or thrown, breaches of its own policy, and
 * requests to addresses that begin with none of `allowed`.
 */
export async function listen(page: Page, allowed: readonly string[]): Promise<string[]> {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    const isOwn = [...allowed, "data:", "blob:"].some((start) => request.url().startsWith(start));
    if (!isOwn) complaints.push(`request to ${request.url()}`);
  });
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      console.error(`refused by ${effectiveDirective}: ${blockedURI}`);
    });
  });
  return complaints;
}
