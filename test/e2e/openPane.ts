import type { Page, Worker } from "playwright-core";
import type { Fault, Moment } from "../../addin/playground/host/faults";
import { formatAddress } from "../../addin/playground/host/rules/address";
import type { WorkbookSnapshot } from "../../addin/playground/host/snapshot";
import type { Traffic } from "../../addin/playground/host/traffic";
import type {
  FaultSide,
  OpenOptions,
  Overview,
  SheetSide,
  UserArguments,
  UserMethod,
} from "../../addin/playground/page/messages";

/** A pane in a window of its own, and the workbook behind it. The page is Playwright's: `pane.page.getByRole(…)`. */
export class OpenPane {
  #host: Worker | null = null;
  #options: OpenOptions = {};

  constructor(
    readonly page: Page,
    /** Errors on the console, breaches of the page's policy, requests to other sites: expect `[]` at the end. */
    readonly complaints: string[],
    readonly address: string,
  ) {}

  /** Loads the pane beside this workbook. */
  async load(workbook: WorkbookSnapshot, options: OpenOptions = {}): Promise<void> {
    this.#options = options;
    await this.page.goto("about:blank"); // the worker of a page that is left is gone before the next one starts
    const started = this.page.waitForEvent("worker", (worker) => worker.url().includes("/standIns/"));
    await this.page.goto(this.address);
    this.#host = await started;
    await this.#ask("open", workbook, options);
  }

  /** The pane as after closing the file and opening it again: what is neither in the workbook nor selected is gone. */
  async reload(): Promise<void> {
    const [workbook, selection] = [await this.snapshot(), await this.selection()];
    await this.load(workbook, this.#options);
    await this.user("select", ...selection);
  }

  /** What a person does in the spreadsheet: `user("type", "Accounts!B6", 900)`. Throws what Excel refuses. */
  async user<Method extends UserMethod>(method: Method, ...args: UserArguments<Method>): Promise<void> {
    await this.#ask("user", method, ...args);
  }

  /** The same by a co-author. */
  async coAuthor<Method extends UserMethod>(method: Method, ...args: UserArguments<Method>): Promise<void> {
    await this.#ask("coAuthor", method, ...args);
  }

  /** A cell is opened for editing, or left: meanwhile the pane's requests fail or wait. */
  async editCell(isEditing: boolean): Promise<void> {
    await this.#ask("editCell", isEditing);
  }

  async snapshot(): Promise<WorkbookSnapshot> {
    return (await this.#ask("snapshot")) as WorkbookSnapshot;
  }

  /** Addresses of what is selected, with their sheet. */
  async selection(): Promise<string[]> {
    const { activeSheet, selection } = (await this.#ask("overview")) as Overview;
    return selection.map((area) => formatAddress(activeSheet, area));
  }

  /** What goes wrong on the way to the workbook, counted from now: request 1 is the pane's next one. */
  readonly faults = {
    inject: async (fault: Fault): Promise<void> => void (await this.#ask("faults.inject", fault)),
    /** A person does something right there: `at({ request: 2, when: "before" }, "type", "A1", "x")`. */
    at: async <Method extends UserMethod>(
      moment: Moment,
      method: Method,
      ...args: UserArguments<Method>
    ): Promise<void> => void (await this.#ask("faults.at", moment, method, ...args)),
    clear: async (): Promise<void> => void (await this.#ask("faults.clear")),
    /** Gives the replies that a fault held. */
    release: async (): Promise<void> => void (await this.#ask("faults.release")),
    /** How long each reply takes, in milliseconds. */
    setLatency: async (milliseconds: number): Promise<void> =>
      void (await this.#ask("faults.setLatency", milliseconds)),
  };

  async traffic(): Promise<Traffic> {
    return (await this.#ask("traffic")) as Traffic;
  }

  /** Ranges that the pane keeps: a leak shows here. */
  async keptReferences(): Promise<number> {
    return (await this.#ask("keptReferences")) as number;
  }

  /** Chooses a button of the ribbon by the name of its action; resolves when the add-in says that it is done. */
  async ribbon(action: string): Promise<void> {
    await this.page.evaluate(async (id) => {
      const { associated } = (globalThis as unknown as { Office: RibbonSide }).Office.actions;
      const run = associated.get(id);
      if (!run) throw new Error(`No action ${id}: there are ${[...associated.keys()].join(", ") || "none"}.`);
      await new Promise<void>((completed) => run({ completed }));
    }, action);
  }

  /**
   * Resolves when the pane asks the host nothing more and has been told everything. What the pane then does on its own
   * (a timer, its worker, a paint) is not waited for: expect that with a locator.
   */
  async settled(): Promise<void> {
    for (let before = -1, now = 0; before !== now;) {
      before = now;
      await this.#ask("settled");
      await this.page.evaluate(() => new Promise((done) => setTimeout(done, 20)));
      now = (await this.traffic()).requests;
    }
  }

  /** Closes the window. */
  close(): Promise<void> {
    return this.page.context().close();
  }

  /** Asks the desk in the worker, and leaves the pane's own thread alone. As texts: Playwright is slow with large arrays. */
  async #ask(name: keyof SheetSide | `faults.${keyof FaultSide}`, ...args: unknown[]): Promise<unknown> {
    if (!this.#host) throw new Error("The pane has not been loaded.");
    const answer = await this.#host.evaluate(
      async ([path, json]) => {
        type Method = (...args: unknown[]) => unknown;
        const { desk } = globalThis as unknown as { desk: Record<string, Method> & { faults: Record<string, Method> } };
        const [part = "", member] = path.split(".");
        const given = JSON.parse(json) as unknown[];
        const told = member === undefined ? desk[part]?.(...given) : desk.faults[member]?.(...given);
        return JSON.stringify((await told) ?? null);
      },
      [name, JSON.stringify(args)] as const,
    );
    return JSON.parse(answer) as unknown;
  }
}

interface RibbonSide {
  actions: { associated: Map<string, (event: { completed(): void }) => void> };
}
