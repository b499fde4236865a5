import type { Page } from "playwright-core";

/** Where the pane is: a page, or a frame in one with the page's keyboard. */
export interface PanePlace {
  readonly page: Pick<Page, "getByRole" | "evaluate" | "keyboard">;
}

/** How a person finds and uses what is on a pane's screen. */
export function handsOn(pane: PanePlace) {
  const { page } = pane;

  async function press(...keys: string[]): Promise<void> {
    for (const key of keys) await page.keyboard.press(key);
  }

  /** The name of what has the focus; `""` where nothing has. */
  function focused(): Promise<string> {
    return page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body) return "";
      const label = (element as Partial<HTMLInputElement> | null)?.labels?.[0]?.textContent;
      return element?.getAttribute("aria-label") ?? label ?? element?.textContent ?? "";
    });
  }

  /** Controls of that name, of whatever role. */
  const named = (name: string) => {
    const roles = ["button", "combobox", "textbox", "tab", "link", "switch"] as const;
    return roles.map((role) => page.getByRole(role, { name, exact: true })).reduce((all, one) => all.or(one));
  };

  return {
    button: (name: string | RegExp) => page.getByRole("button", { name, exact: true }),
    status: (text: string) => page.getByRole("status").getByText(text, { exact: true }),
    /** In the message bar. */
    said: (text: string | RegExp) => page.getByRole("group").getByText(text),
    press,
    focused,
    /** Tab until a control of that name has the focus; with `key` the other way. */
    async tabTo(name: string, most = 40, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
      await named(name).first().waitFor({ state: "attached" }); // a screen may still be on its way
      for (let i = 0; i < most; i++) {
        await press(key);
        if ((await focused()) === name) return;
      }
      throw new Error(`Tab never came to ${name}`);
    },
    async choosePreset(name: string): Promise<void> {
      await page.getByRole("combobox", { name: "Preset" }).click();
      await page.getByRole("option", { name, exact: true }).click();
    },
  };
}

export type Hands = ReturnType<typeof handsOn>;
