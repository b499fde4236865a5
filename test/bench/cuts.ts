import type { Page } from "playwright-core";
import { BUILT_IN, bindFields, inProcess, presetDocument, parsePreset, type Preset } from "../../engine/index";
import { sheetOf, workbookOf } from "../../addin/playground/host/simpleSnapshot";
import type { CellValue } from "../../addin/playground/host/snapshot";
import { startPaneSite } from "../e2e/paneSite";
import { accounts } from "./paneAccounts";

/**
 * What a change of a cut costs the pane: `npm run bench:cuts`.
 *
 * The deployed pane in Chromium, engine and host in workers. A cut of the revenue curve is moved by a key, 50 times: how long
 * until the cut stands elsewhere on the screen, beside a key that changes nothing, and until the counts have followed,
 * beside the engine's own run under the changed preset. Frames are those of the browser.
 */

const CHANGES = 50;

interface Timed {
  /** Milliseconds from a key to the second frame after it. */
  readonly still: number[];
  readonly moved: number[];
  /** Milliseconds until the number of accounts above the cut is another one in the table of classes. */
  readonly followed: number[];
  /** Tasks over 50 ms. */
  readonly longTasks: number[];
  readonly frame: number;
}

async function timed(page: Page, changes: number): Promise<Timed> {
  await page.evaluate("globalThis.__name = (named) => named"); // what the compiler puts around functions with a name
  return page.evaluate(async (changes) => {
    const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
    const slider = document.querySelector<HTMLElement>('[role="slider"]');
    const table = [...document.querySelectorAll("table")].at(-1);
    if (!slider || !table) throw new Error("there is no curve");
    const longTasks: number[] = [];
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => longTasks.push(duration))).observe({
      type: "longtask",
    });
    const from = performance.now();
    for (let i = 0; i < 60; i++) await frame();
    const ofFrame = (performance.now() - from) / 60;
    const press = async (key: string) => {
      const start = performance.now();
      slider.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
      await frame();
      await frame();
      return performance.now() - start;
    };
    const [still, moved, followed]: [number[], number[], number[]] = [[], [], []];
    for (let i = 0; i < changes; i++) {
      still.push(await press("a"));
      const before = table.textContent;
      const start = performance.now();
      moved.push(await press(i % 2 === 0 ? "PageUp" : "PageDown"));
      while (table.textContent === before && performance.now() - start < 5_000) await frame();
      followed.push(performance.now() - start);
      await new Promise((done) => setTimeout(done, 50));
    }
    return { still, moved, followed, longTasks, frame: ofFrame };
  }, changes);
}

/** Milliseconds of the engine's run under one changed cut after another, over cells that it has read. */
async function engineAlone(cells: readonly (readonly CellValue[])[]): Promise<number> {
  const preset = BUILT_IN.get("revenue-share");
  if (!preset) throw new Error("no revenue-share");
  const binding = bindFields(cells[0]?.map(String) ?? [], preset.fields);
  const rows = cells.slice(1);
  const reading = await inProcess().open({ binding, preset, rows: rows.length });
  await reading.add({ size: rows.length, column: (index) => ({ rows, index }) });
  await reading.run(preset, { asOf: "2026-01-31" });
  const times: number[] = [];
  for (let i = 0; i < 15; i++) {
    const start = performance.now();
    await reading.run(withCut(preset, i % 2 === 0 ? 0.35 : 0.3), { asOf: "2026-01-31" });
    times.push(performance.now() - start);
  }
  return median(times);
}

function withCut(preset: Preset, share: number): Preset {
  const document = JSON.stringify(presetDocument(preset)).replace('"share":0.3', `"share":${share}`);
  const parsed = parsePreset(document);
  if (!parsed.ok) throw new Error("refused");
  return parsed.preset;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

async function main(): Promise<void> {
  const site = await startPaneSite();
  for (const rows of [10_000, 100_000]) {
    const cells = accounts(rows);
    const pane = await site.open(workbookOf([sheetOf("Accounts", cells)]), {});
    await pane.page.getByRole("slider").first().waitFor({ timeout: 120_000 });
    await pane.settled();
    const { still, moved, followed, longTasks, frame } = await timed(pane.page, CHANGES);
    const engine = await engineAlone(cells);
    const frames = (ms: number) => `${ms.toFixed(1)} ms, ${(ms / frame).toFixed(1)} frames`;
    console.log(`${rows.toLocaleString("en")} accounts, medians of ${CHANGES}; a frame is ${frame.toFixed(1)} ms`);
    console.log(`  a key that changes nothing: ${frames(median(still))}`);
    console.log(`  a key that moves a cut, until it is painted: ${frames(median(moved))}`);
    console.log(`  until the counts follow: ${frames(median(followed))}; the engine alone: ${engine.toFixed(1)} ms`);
    console.log(`  tasks over 50 ms: ${longTasks.map(Math.round).join(", ") || "none"}`);
    await pane.close();
  }
  await site.close();
}

await main();
