import type { Locator, Page } from "playwright-core";
import { PANE } from "../../addin/strings/pane";
import { SECTIONS, type SectionId } from "../../addin/strings/rules";
import { CONDITIONS } from "../../addin/strings/rules/conditions";
import { byMouse, type Way } from "./ways";

/** How a person builds a preset in "Edit rules": by what is on the screen alone. */
export function rulesHandsOn(page: Page, way: Way = byMouse(page)) {
  return {
    /** From the Tier tab. */
    async newPreset(name: string): Promise<void> {
      await way.press(page.getByRole("button", { name: PANE.presetActions }));
      await way.take(PANE.newPreset);
      await way.write(page.getByRole("textbox", { name: "Name", exact: true }), name);
      await way.press(page.getByRole("button", { name: PANE.newPreset, exact: true }));
      await page.getByRole("heading", { name: PANE.editRules }).and(page.locator(":focus")).waitFor();
    },
    async save(): Promise<void> {
      const save = { name: PANE.save, exact: true } as const;
      await way.press(page.getByRole("button", save));
      await page.getByRole("button", { ...save, disabled: true }).waitFor(); // a message may be that of an earlier save
    },
    /** Opens a section, does something there and folds it again. */
    async inSection(id: SectionId, edit: (section: Part) => Promise<void>): Promise<void> {
      const header = page.getByRole("heading", { level: 3 }).getByRole("button", { name: SECTIONS[id], exact: true });
      await way.press(header);
      await edit(new Part(page, way, page.getByRole("main")));
      await way.press(header);
    },
  };
}

/** What is within a card, a condition or a section. */
export class Part {
  constructor(
    readonly page: Page,
    readonly way: Way,
    readonly place: Locator,
  ) {}

  /** The card of that name, opened. */
  async card(name: string): Promise<Part> {
    const group = this.place.getByRole("group", { name, exact: true });
    const id = await group.getAttribute("id"); // it may be given another name
    const card = new Part(this.page, this.way, this.page.locator(`[id="${id}"]`));
    const opener = card.place.locator("button[aria-expanded]").first();
    if ((await opener.getAttribute("aria-expanded")) === "false") await this.way.press(opener);
    return card;
  }

  group(name: string): Part {
    return new Part(this.page, this.way, this.place.getByRole("group", { name, exact: true }));
  }

  /** What is filled in before something is added by it. */
  form(name: string): Part {
    return new Part(this.page, this.way, this.place.getByRole("form", { name, exact: true }));
  }

  /** Adds a card of a kind, where there are several, which opens by itself with the focus in it. */
  async add(button: string, kind?: string): Promise<Part> {
    const opener = this.place.getByRole("button", { name: button, exact: true });
    const outer = await opener.evaluate((element) => element.closest('[role="group"]')?.id);
    await this.way.press(opener);
    if (kind !== undefined) await this.way.take(kind);
    const id = await this.page.waitForFunction((not) => {
      const card = document.activeElement?.closest('[role="group"]')?.id;
      return card !== not && card;
    }, outer);
    return new Part(this.page, this.way, this.page.locator(`[id="${String(await id.jsonValue())}"]`));
  }

  async fill(label: string, text: string | number): Promise<this> {
    await this.way.write(this.place.getByRole("textbox", { name: label, exact: true }), String(text));
    return this;
  }

  /** Into a box that also offers what could be typed. */
  async type(label: string, text: string): Promise<this> {
    await this.way.write(this.place.getByRole("combobox", { name: label, exact: true }), text);
    await this.page.keyboard.press("Escape");
    return this;
  }

  /** One of a list to choose from. */
  async choose(label: string, option: string): Promise<this> {
    await this.way.pick(this.place.getByRole("combobox", { name: label, exact: true }), option);
    return this;
  }

  /** Switches on what is off, and off what is on. */
  async turn(label: string): Promise<this> {
    await this.way.press(this.place.getByRole("switch", { name: label, exact: true }));
    return this;
  }

  async press(name: string): Promise<this> {
    await this.way.press(this.place.getByRole("button", { name, exact: true }));
    return this;
  }

  /** The condition of that name, opened. */
  async condition(label: string): Promise<Part> {
    const group = this.place.getByRole("group", { name: label, exact: true });
    await this.way.press(group.getByRole("button", { name: new RegExp(`^${label}: `) }));
    return new Part(this.page, this.way, group);
  }

  /** One comparison: what is looked at, how, and with what number or which words. */
  async compare(subject: string, comparison: string, value?: number | readonly string[]): Promise<this> {
    await this.choose(CONDITIONS.subject, subject);
    await this.choose(CONDITIONS.kind, comparison);
    if (typeof value === "number") await this.fill(CONDITIONS.number, value);
    if (Array.isArray(value)) await this.fill(CONDITIONS.words, value.join("\n"));
    return this;
  }
}
