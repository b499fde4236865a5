import type { Browser, Frame, Page } from "playwright-core";
import type { Sandbox } from "../../addin/playground/page/sandbox";
import { listen } from "./complaints";
import { handsOn, type Hands } from "./hands";

/** The page of `npm start`: a spreadsheet on the left, the pane in a frame on the right. */
export class Beside {
  #left: Frame | null = null;

  private constructor(
    readonly page: Page,
    /** Errors on the console, breaches of the page's policy, requests to other sites: expect `[]` at the end. */
    readonly complaints: string[],
    readonly address: string,
  ) {}

  static async open(browser: Browser, address: string): Promise<Beside> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: "en-US" });
    const page = await context.newPage();
    return new Beside(page, await listen(page, [address]), address);
  }

  /** From the beginning, with the sample workbook. */
  async load(): Promise<void> {
    await this.page.goto(this.address);
    await this.drawn();
  }

  /** Resolves when cells are on the screen. */
  async drawn(): Promise<void> {
    while (!(await this.ask("place", "B2").catch(() => null))) await this.page.waitForTimeout(50);
  }

  /** What a canvas does not tell. */
  ask<Name extends keyof Sandbox>(
    name: Name,
    ...args: Parameters<Sandbox[Name]>
  ): Promise<Awaited<ReturnType<Sandbox[Name]>>> {
    return this.page.evaluate(
      async ([member, given]) => {
        const { sandbox } = globalThis as unknown as { sandbox: Record<string, (...args: unknown[]) => unknown> };
        return (await sandbox[member]?.(...given)) as never;
      },
      [name as string, args as unknown[]] as const,
    );
  }

  /** The pane, once it is joined to the workbook: another one than before where another workbook was opened since. */
  async pane(): Promise<{ frame: Frame } & Hands> {
    const isNew = (frame: Frame): boolean => frame.url().includes("taskpane") && frame !== this.#left;
    let frame: Frame | undefined;
    while (!(frame = this.page.frames().find(isNew))) await this.page.waitForTimeout(50);
    // The client's own `Office` is there before it is joined to a host, but without what office.js's loader adds.
    await frame.waitForFunction(() => "Excel" in globalThis && "onReady" in Office);
    const place = {
      getByRole: frame.getByRole.bind(frame),
      evaluate: frame.evaluate.bind(frame) as Page["evaluate"],
      keyboard: this.page.keyboard,
    };
    return { frame, ...handsOn({ page: place }) };
  }

  /** The pane of now goes with its workbook: the next one is waited for. */
  leave(): void {
    this.#left = this.page.frames().find((frame) => frame.url().includes("taskpane")) ?? null;
  }

  async click(address: string): Promise<void> {
    await this.ask("select", "A1"); // so that the click is what selects
    await this.ask("select", address);
    const { x, y } = await this.ask("place", address);
    await this.page.mouse.click(x, y);
  }

  async sample(words: string): Promise<void> {
    await this.page.getByRole("button", { name: "Sample workbooks" }).click();
    await this.page.getByRole("menuitem", { name: words, exact: true }).click();
  }

  selectionLine(): Promise<string | null> {
    return this.page.getByRole("status", { name: "Selection" }).textContent();
  }

  /** Presses the ribbon's button for it; the file's bytes. */
  async saved(press: () => Promise<void>): Promise<Uint8Array> {
    const [download] = await Promise.all([this.page.waitForEvent("download"), press()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return new Uint8Array(Buffer.concat(chunks));
  }

  choose(name: string, bytes: Uint8Array): Promise<void> {
    const file = { name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) };
    return this.page.getByLabel("Workbook to open").setInputFiles(file);
  }
}
