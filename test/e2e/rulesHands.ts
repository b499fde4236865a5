import type { Locator, Page } from "playwright-core";
import { PANE } from "../../addin/strings/pane";
import { SECTIONS, type SectionId } from "../../addin/strings/rules";
import { CONDITIONS } from "../../addin/strings/rules/conditions";

/** How often Tab is pressed for one control at most. */
const FAR = 60;

/** How a person builds a preset in "Edit rules": by what is on the screen alone. */
export function rulesHandsOn(page: Page) {
  return {
    /** From the Tier tab. */
    async newPreset(name: string): Promise<void> {
      await page.getByRole("button", { name: PANE.presetActions }).click();
      await page.getByRole("menuitem", { name: PANE.newPreset }).click();
      await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
      await page.getByRole("button", { name: PANE.newPreset, exact: true }).click();
      await page.getByRole("heading", { name: PANE.editRules }).waitFor();
    },
    /** By Tab alone to a control, forwards or back; fails where that is far. */
    async tabTo(
      role: "button" | "combobox" | "textbox",
      name: string | RegExp,
      key: "Tab" | "Shift+Tab" = "Tab",
    ): Promise<void> {
      const there = page.getByRole(role, { name, exact: true }).and(page.locator(":focus"));
      for (let i = 0; i < FAR; i++) {
        await page.keyboard.press(key);
        if ((await there.count()) > 0) return;
      }
      throw new Error(`${key} never came to ${role} ${String(name)}`);
    },
    /** By arrows alone, in an open menu or list. */
    async arrowTo(role: "menuitem" | "option", name: string, most = 20): Promise<void> {
      const item = page.getByRole(role, { name, exact: true });
      await item.waitFor();
      const isThere = () =>
        item.evaluate((element) => {
          const active = document.activeElement;
          return active === element || active?.getAttribute("aria-activedescendant") === element.id;
        });
      await page.keyboard.press("Home");
      for (let i = 0; !(await isThere()); i++) {
        if (i === most) throw new Error(`Arrows never came to ${role} ${name}`);
        await page.keyboard.press("ArrowDown");
      }
      await page.keyboard.press("Enter");
    },
    /** What is written in a box that has the focus gives way to this. */
    async overwrite(text: string): Promise<void> {
      await page.locator("input:focus, textarea:focus").waitFor();
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type(text);
    },
    async save(): Promise<void> {
      const save = { name: PANE.save, exact: true } as const;
      await page.getByRole("button", save).click();
      await page.getByRole("button", { ...save, disabled: true }).waitFor(); // a message may be that of an earlier save
    },
    /** Opens a section, does something there and folds it again. */
    async inSection(id: SectionId, edit: (section: Part) => Promise<void>): Promise<void> {
      const header = page.getByRole("heading", { level: 3 }).getByRole("button", { name: SECTIONS[id], exact: true });
      await header.click();
      await edit(new Part(page, page.getByRole("main")));
      await header.click();
    },
  };
}

/** What is within a card, a condition or a section. */
export class Part {
  constructor(
    readonly page: Page,
    readonly place: Locator,
  ) {}

  /** The card of that name, opened. */
  async card(name: string): Promise<Part> {
    const group = this.place.getByRole("group", { name, exact: true });
    const id = await group.getAttribute("id"); // it may be given another name
    const card = new Part(this.page, this.page.locator(`[id="${id}"]`));
    const opener = card.place.locator("button[aria-expanded]").first();
    if ((await opener.getAttribute("aria-expanded")) === "false") await opener.click();
    return card;
  }

  group(name: string): Part {
    return new Part(this.page, this.place.getByRole("group", { name, exact: true }));
  }

  /** What is filled in before something is added by it. */
  form(name: string): Part {
    return new Part(this.page, this.place.getByRole("form", { name, exact: true }));
  }

  /** Adds a card of a kind, where there are several, which opens by itself with the focus in it. */
  async add(button: string, kind?: string): Promise<Part> {
    const opener = this.place.getByRole("button", { name: button, exact: true });
    const outer = await opener.evaluate((element) => element.closest('[role="group"]')?.id);
    await opener.click();
    if (kind !== undefined) await this.page.getByRole("menuitem", { name: kind, exact: true }).click();
    const id = await this.page.waitForFunction((not) => {
      const card = document.activeElement?.closest('[role="group"]')?.id;
      return card !== not && card;
    }, outer);
    return new Part(this.page, this.page.locator(`[id="${String(await id.jsonValue())}"]`));
  }

  async fill(label: string, text: string | number): Promise<this> {
    const box = this.place.getByRole("textbox", { name: label, exact: true });
    await box.fill(String(text));
    await box.blur();
    return this;
  }

  /** Into a box that also offers what could be typed. */
  async type(label: string, text: string): Promise<this> {
    await this.place.getByRole("combobox", { name: label, exact: true }).fill(text);
    await this.page.keyboard.press("Escape");
    return this;
  }

  /** One of a list to choose from. */
  async choose(label: string, option: string): Promise<this> {
    await this.place.getByRole("combobox", { name: label, exact: true }).click();
    await this.page.getByRole("option", { name: option, exact: true }).click();
    return this;
  }

  /** Switches on what is off, and off what is on. */
  async turn(label: string): Promise<this> {
    await this.place.getByRole("switch", { name: label, exact: true }).click();
    return this;
  }

  async press(name: string): Promise<this> {
    await this.place.getByRole("button", { name, exact: true }).click();
    return this;
  }

  /** The condition of that name, opened. */
  async condition(label: string): Promise<Part> {
    const group = this.place.getByRole("group", { name: label, exact: true });
    await group.getByRole("button", { name: new RegExp(`^${label}: `) }).click();
    return new Part(this.page, group);
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
