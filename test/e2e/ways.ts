import type { Locator, Page } from "playwright-core";

/** How a person uses controls: with a mouse and the keyboard for what is written, or with the keys alone. */
export interface Way {
  press(control: Locator): Promise<void>;
  /** What stands in the box gives way to this, and the box is left. */
  write(box: Locator, text: string): Promise<void>;
  /** Opens a list and takes one of its options. */
  pick(list: Locator, option: string): Promise<void>;
  /** Takes an item of the menu that is open. */
  take(item: string): Promise<void>;
}

export function byMouse(page: Page): Way {
  return {
    press: (control) => control.click(),
    async write(box, text) {
      await box.fill(text);
      await box.blur();
    },
    async pick(list, option) {
      const entry = page.getByRole("option", { name: option, exact: true });
      await list.click();
      for (let tries = 1; ; tries++) {
        await entry.click();
        const taken = entry.waitFor({ state: "hidden", timeout: 2_000 }).then(
          () => true,
          () => false,
        );
        if (await taken) return;
        if (tries === 3) throw new Error(`The list stays open on ${option}`); // it moved away under the pointer, each time
      }
    },
    take: (item) => page.getByRole("menuitem", { name: item, exact: true }).click(),
  };
}

/** How often Tab is pressed for one control at most. */
const FAR = 200;
/** How many entries a list has at most. */
const LONG = 60;

export function byKeys(page: Page): Way {
  const { keyboard } = page;
  const hasFocus = (control: Locator) => control.evaluate((element) => element === document.activeElement);

  /** By Tab, or by Shift+Tab to what stands before. */
  async function reach(control: Locator): Promise<void> {
    await control.waitFor();
    const isBefore = await control.evaluate((element) => {
      const now = document.activeElement ?? document.body;
      return (now.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    });
    for (let i = 0; !(await hasFocus(control)); i++) {
      if (i === FAR) throw new Error(`Tab never came to ${control.toString()}`);
      await keyboard.press(isBefore ? "Shift+Tab" : "Tab");
    }
  }

  /** In the list or menu that is open, by the arrows. */
  async function arrowTo(entry: Locator): Promise<void> {
    await entry.waitFor();
    const isThere = () =>
      entry.evaluate((element) => {
        const active = document.activeElement;
        return active === element || active?.getAttribute("aria-activedescendant") === element.id;
      });
    await keyboard.press("Home");
    for (let i = 0; !(await isThere()); i++) {
      if (i === LONG) throw new Error(`The arrows never came to ${entry.toString()}`);
      await keyboard.press("ArrowDown");
    }
    await keyboard.press("Enter");
    await entry.waitFor({ state: "hidden" });
  }

  return {
    async press(control) {
      await reach(control);
      const isSwitch = (await control.getAttribute("role")) === "switch";
      await keyboard.press(isSwitch ? "Space" : "Enter");
    },
    async write(box, text) {
      await reach(box);
      await keyboard.press("ControlOrMeta+a");
      await keyboard.insertText(text); // as Ctrl+V does
    },
    async pick(list, option) {
      await reach(list);
      await keyboard.press("Enter");
      await arrowTo(page.getByRole("option", { name: option, exact: true }));
    },
    take: (item) => arrowTo(page.getByRole("menuitem", { name: item, exact: true })),
  };
}
